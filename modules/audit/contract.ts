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
  /** What the words contain; entries whose words were erased are not found. */
  text: z.string().trim().max(60).optional(),
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
  /** Of these, entries whose words were lawfully erased. */
  erased: z.number().int(),
  head: z.string().nullable(),
  firstBad: z.object({ n: z.number().int(), why: z.string() }).nullable(),
})
export type TrailVerdict = z.infer<typeof TrailVerdict>

/** Entries whose words may be erased by one deed. */
export const mostDetails = 500

/** Entries as `12-15、18`. */
export const ProposeErasure = z.object({
  entries: z.string().trim().min(1).max(2000),
  reason: z.string().trim().min(4, '请写明理由和依据').max(500),
})
export type ProposeErasure = z.input<typeof ProposeErasure>

export const DecideErasure = z.object({ version: z.string(), reason: z.string().trim().min(1, '请填写理由').max(500) })
export type DecideErasure = z.input<typeof DecideErasure>

/** One erasing of words (日志明细删除), asked for, done, returned or withdrawn. */
export const Erasure = z.object({
  id: z.string(),
  version: z.string(),
  state: z.enum(['proposed', 'erased', 'returned', 'withdrawn']),
  stateLabel: z.string(),
  /** `12-15,18` */
  entries: z.string(),
  count: z.number().int(),
  reason: z.string(),
  proposer: z.string(),
  proposedAt: z.iso.datetime({ offset: true }),
  decider: z.string().nullable(),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  decision: z.string().nullable(),
  /** While it waits, what the entries say, for who has to judge; at most fifty. */
  words: z.array(z.object({ n: z.number().int(), at: z.iso.datetime({ offset: true }), sentence: z.string() })),
  /** What may be done next by who asks; `sentence` says why not. */
  next: z.array(z.object({ act: z.enum(['approve', 'return', 'withdraw']), label: z.string(), sentence: z.string().nullable() })),
})
export type Erasure = z.infer<typeof Erasure>

const id = z.object({ id: z.string().max(64) })

export const auditRoutes = {
  'GET /api/audit/trail': {
    summary: '操作日志',
    query: TrailQuery,
    reply: z.object({ rows: z.array(TrailEntry), next: z.string().nullable() }),
  },
  'GET /api/audit/choices': { summary: '操作日志的筛选项', reply: TrailChoices },
  'GET /api/audit/erasures': { summary: '日志明细删除', reply: z.object({ rows: z.array(Erasure) }) },
  'POST /api/audit/erasures': { summary: '申请删除日志明细', body: ProposeErasure, reply: Erasure },
  'POST /api/audit/erasures/:id/approve': {
    summary: '批准删除日志明细',
    params: id,
    body: z.object({ version: z.string() }),
    reply: Erasure,
  },
  'POST /api/audit/erasures/:id/return': { summary: '退回删除申请', params: id, body: DecideErasure, reply: Erasure },
  'POST /api/audit/erasures/:id/withdraw': { summary: '撤回删除申请', params: id, body: DecideErasure, reply: Erasure },
  'GET /api/audit/verify': { summary: '校验操作日志', reply: TrailVerdict },
} as const
export type AuditRoutes = typeof auditRoutes
