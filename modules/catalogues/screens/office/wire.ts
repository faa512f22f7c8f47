import { openWire, useWords } from '#ui'
import type { CatalogueRoutes } from '../../contract.ts'
import type { CatalogueWords } from './zh.ts'

export const ask = openWire<CatalogueRoutes>()
export const useSay = () => useWords<CatalogueWords>('catalogues')
