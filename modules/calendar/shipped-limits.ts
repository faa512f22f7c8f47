import { dailyRates, limits } from '../../database/reference/read.ts'
import type { DailyRate, LimitEntry } from './rules/limit.ts'

/** The catalogue of limits (期限目录) as it was shipped. Reads no database; a test holds the file to `LimitBody`. */
export const shippedLimits = (): readonly LimitEntry[] => limits() as readonly LimitEntry[]

/** Rates by the day, which have no due day. */
export const shippedRates = (): readonly DailyRate[] => dailyRates() as readonly DailyRate[]
