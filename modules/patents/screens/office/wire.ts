import { openWire } from '#ui'
import type { PatentRoutes } from '../../contract.ts'

export const ask = openWire<PatentRoutes>()
