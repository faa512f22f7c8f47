import type { CatalogueRoutes } from '#contract/catalogues'
import { openWire, useWords } from '#ui'
import type { CalendarRoutes } from '../../contract.ts'
import type { CalendarWords } from './zh.ts'

export const ask = openWire<CalendarRoutes>()
export const askCatalogues = openWire<CatalogueRoutes>()
export const useSay = () => useWords<CalendarWords>('calendar')
