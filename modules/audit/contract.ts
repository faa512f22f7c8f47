import { z } from 'zod'

/** The wire of the trail (操作日志). See `#contract/patents` for what holds on every route. */

export const TrailEntry = z.object({
  /** Place in the chain, from 1. */
  n: z.number().int(),
  at: z.iso.datetime({ offset: true }),
  actor: z.object({ id: z.string().nullable(), name: z.string() }),
  /** Where it was done from: office, command-line, job … */
  via: z.string(),
  word: z.string(),
  /** The act as the office calls it. */
  wordLabel: z.string(),
  /** What was done, in plain Chinese. */
  sentence: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }).nullable(),
  /** Hexadecimal. */
  hash: z.string(),
  requestId: z.string().nullable(),
})
export type TrailEntry = z.infer<typeof TrailEntry>

export const TrailQuery = z.object({
  /** User id. */
  actor: z.string().max(64).optional(),
  word: z.string().max(80).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `kind:id`, e.g. `patent:…`. */
  subject: z.string().max(120).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
})
export type TrailQuery = z.input<typeof TrailQuery>

/** What may be chosen in the filters. */
export const TrailChoices = z.object({
  words: z.array(z.object({ word: z.string(), label: z.string() })),
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type TrailChoices = z.infer<typeof TrailChoices>

/** The names are the contract of the `verify-trail` command. */
export const TrailVerdict = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  head: z.string().nullable(),
  firstBad: z.object({ n: z.number().int(), why: z.string() }).nullable(),
})
export type TrailVerdict = z.infer<typeof TrailVerdict>

export const auditRoutes = {
  'GET /api/audit/trail': {
    summary: '操作日志',
    query: TrailQuery,
    reply: z.object({ rows: z.array(TrailEntry), next: z.string().nullable() }),
  },
  'GET /api/audit/choices': { summary: '操作日志的筛选项', reply: TrailChoices },
  'GET /api/audit/verify': { summary: '校验操作日志', reply: TrailVerdict },
} as const
export type AuditRoutes = typeof auditRoutes
