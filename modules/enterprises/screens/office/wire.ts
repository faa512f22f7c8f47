import { openWire, useWords } from '#ui'
import type { EnterpriseRoutes } from '../../contract.ts'
import type { EnterpriseWords } from './zh.ts'

export const ask = openWire<EnterpriseRoutes>()
export const useSay = () => useWords<EnterpriseWords>('enterprises')
