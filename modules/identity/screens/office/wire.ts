import { openWire, useWords } from '#ui'
import type { IdentityRoutes } from '../../contract.ts'
import type { IdentityWords } from './zh.ts'

export const ask = openWire<IdentityRoutes>()
export const useSay = () => useWords<IdentityWords>('identity')
