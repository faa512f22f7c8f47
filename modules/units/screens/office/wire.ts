import { openWire, useWords } from '#ui'
import type { UnitRoutes } from '../../contract.ts'
import type { UnitWords } from './zh.ts'

export const ask = openWire<UnitRoutes>()
export const useSay = () => useWords<UnitWords>('units')
