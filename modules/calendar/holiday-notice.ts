import { z } from 'zod'
import { plainDate } from '#kernel/time'

/** What a notice says of one day. */
export const NoticeDay = z.object({
  day: z.iso.date().transform(plainDate),
  /** off: 休, work: 班 (a weekend made up), local: a local holiday, which the law's working days do not know. */
  kind: z.enum(['off', 'work', 'local']),
  name: z.string().trim().min(1).max(30),
})

/** A notice on holidays: the State Council's of a year, or that of a place on its local holiday. */
export const HolidayNotice = z.object({
  /** The division whose notice it is; 100000 for the State Council. */
  place: z.number().int(),
  year: z.number().int().min(2007).max(2100),
  title: z.string().trim().min(4).max(120),
  days: z.array(NoticeDay).min(1).max(120),
})
export type HolidayNotice = z.infer<typeof HolidayNotice>

/** 国务院办公厅: the whole country. */
export const NATION = 100000
