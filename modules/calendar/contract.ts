import { z } from 'zod'

/** The wire of the working calendar and the book of limits (工作日历、期限台账). See `#contract/patents` for what holds on every route. */

const day = z.iso.date()

export const DayKind = z.enum(['off', 'work', 'local'])
export type DayKind = z.infer<typeof DayKind>

export const NoticeDay = z.object({ day, kind: DayKind, name: z.string() })
export type NoticeDay = z.infer<typeof NoticeDay>

/** A notice that speaks of a year: the State Council's or a local one; `entry` is its page in the catalogue. */
export const Notice = z.object({
  entry: z.string(),
  title: z.string(),
  place: z.string(),
  placeName: z.string(),
  national: z.boolean(),
  basis: z.string(),
  sources: z.array(z.string()),
  origin: z.enum(['shipped', 'approved']),
})
export type Notice = z.infer<typeof Notice>

/** What one day is, where it is not as the week has it. */
export const SpecialDay = z.object({ day, kind: DayKind, name: z.string(), placeName: z.string().nullable() })
export type SpecialDay = z.infer<typeof SpecialDay>

/** What was read of a pasted notice, ready to be proposed. */
export const ReadNotice = z.object({
  year: z.number().int().nullable(),
  days: z.array(NoticeDay),
  doubts: z.array(z.string()),
  /** Where the year has a notice already: its entry, so that this one corrects it. */
  entry: z.string(),
  kind: z.enum(['add', 'correct']),
  /** What the entry was when this was read. */
  version: z.string(),
  /** The days that differ from the notice that stands. */
  come: z.array(NoticeDay),
  gone: z.array(NoticeDay),
})
export type ReadNotice = z.infer<typeof ReadNotice>

const Place = z.object({ code: z.string(), name: z.string() })

/** A limit to choose, as it stands today. */
export const LimitChoice = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string(),
  hours: z.boolean(),
  before: z.boolean(),
  event: z.string(),
  /** The other event it is counted from as well. */
  otherEvent: z.string().nullable(),
  /** Each extension step, in words; `named` where whoever extends names the day. */
  extensions: z.array(z.object({ label: z.string(), named: z.boolean() })),
  stops: z.array(z.string()),
})
export type LimitChoice = z.infer<typeof LimitChoice>

export const CountLimit = z.object({
  rule: z.string().max(80),
  from: day,
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请按 17:30 的格式填写时刻')
    .optional(),
  suspended: z.array(z.tuple([day, day])).max(20),
  extended: z.number().int().min(0).max(5),
  extendedTo: day.optional(),
  alternativeFrom: day.optional(),
})
export type CountLimit = z.infer<typeof CountLimit>

export const Answered = z.object({
  name: z.string(),
  sentence: z.string(),
  certainty: z.enum(['confirmed', 'unverified']),
  dueOn: day,
  dueAt: z.string().nullable(),
  opensOn: day.nullable(),
  graceEndsOn: day.nullable(),
  basis: z.string(),
  provisional: z.boolean(),
  steps: z.array(z.object({ from: day, to: day, kind: z.string(), days: z.number().int(), note: z.string() })),
})
export type Answered = z.infer<typeof Answered>

const Subject = z.object({ kind: z.string(), id: z.string(), title: z.string() })

export const KeptLimit = z.object({
  id: z.string(),
  rule: z.string(),
  title: z.string(),
  subject: Subject,
  person: z.string().nullable(),
  from: day,
  dueOn: day,
  provisional: z.boolean(),
})
export type KeptLimit = z.infer<typeof KeptLimit>

export const MovedLimit = z.object({
  id: z.number().int(),
  sentence: z.string(),
  change: z.string(),
  at: z.iso.datetime({ offset: true }),
  seenBy: z.string().nullable(),
})
export type MovedLimit = z.infer<typeof MovedLimit>

export const calendarRoutes = {
  'GET /api/calendar/years/:year': {
    summary: '工作日历',
    params: z.object({ year: z.coerce.number<number | string>().int().min(2007).max(2100) }),
    reply: z.object({
      year: z.number().int(),
      today: day,
      /** Whether the State Council's notice for the year stands. */
      settled: z.boolean(),
      /** The years there are notices for, in order. */
      years: z.array(z.number().int()),
      workdays: z.number().int(),
      days: z.array(SpecialDay),
      notices: z.array(Notice),
    }),
  },
  'GET /api/calendar/places': { summary: '可以公布地方假日的地方', reply: z.object({ rows: z.array(Place) }) },
  /** Reads a pasted notice; changes nothing. */
  'POST /api/calendar/notices/read': {
    summary: '识读节假日通知',
    body: z.object({
      text: z.string().max(20_000),
      year: z.number().int().min(2007).max(2100).nullable(),
      place: z.string().max(12),
    }),
    reply: ReadNotice,
  },
  'GET /api/calendar/limits': { summary: '可以测算的期限', reply: z.object({ rows: z.array(LimitChoice) }) },
  /** Counts; changes nothing. */
  'POST /api/calendar/limits/count': { summary: '期限测算', body: CountLimit, reply: Answered },
  'GET /api/calendar/kept-limits': {
    summary: '在办期限',
    query: z.object({ mine: z.enum(['true', 'false']).optional() }),
    reply: z.object({ today: day, rows: z.array(KeptLimit) }),
  },
  'GET /api/calendar/moved-limits': { summary: '受影响事项', reply: z.object({ rows: z.array(MovedLimit) }) },
  'POST /api/calendar/moved-limits/:id/note': {
    summary: '知悉期限变动',
    params: z.object({ id: z.coerce.number<number | string>().int().positive() }),
    reply: z.object({ id: z.number().int() }),
  },
} as const
export type CalendarRoutes = typeof calendarRoutes
