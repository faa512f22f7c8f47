import { openWire, type Say, useWords } from '#ui'
import type { MarkCheckRoutes } from '../../contract.ts'
import type { MarkCheckWords } from './zh.ts'

export const ask = openWire<MarkCheckRoutes>()
export type SayMarks = Say<MarkCheckWords>
export const useSay = (): SayMarks => useWords<MarkCheckWords>('mark-checks')
