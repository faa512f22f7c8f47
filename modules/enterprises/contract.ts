import { z } from 'zod'

/** The wire of the holders of rights (权利人). See `#contract/patents` for what holds on every route. */

export const HolderKind = z.enum(['enterprise', 'university', 'institute', 'government', 'individual', 'other', 'unknown'])
export type HolderKind = z.infer<typeof HolderKind>

export const HolderRow = z.object({
  id: z.string(),
  /** The name that is shown. */
  name: z.string(),
  kind: HolderKind,
  /** How many spellings and names were seen. */
  names: z.number().int(),
  /** The names by which a search found it, where the name shown is not among them. */
  foundBy: z.array(z.string()),
})
export type HolderRow = z.infer<typeof HolderRow>

/** One spelling, and how it came to be this holder's: as its first, as the same spelling, by a rule, by hand. */
export const HolderName = z.object({
  name: z.string(),
  how: z.enum(['first', 'same-spelling', 'rule', 'hand']),
  /** Why, as a sentence. */
  why: z.string(),
  since: z.iso.datetime({ offset: true }),
  /** Set apart by hand: the rules leave it alone. */
  keptApart: z.boolean(),
})
export type HolderName = z.infer<typeof HolderName>

/** A decision by hand that still holds. */
export const HolderDecision = z.object({
  id: z.string(),
  kind: z.enum(['joined', 'separated', 'apart']),
  /** What was decided, as a sentence. */
  sentence: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
})
export type HolderDecision = z.infer<typeof HolderDecision>

export const Holder = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  /** Whether a person chose the name that is shown. */
  nameByHand: z.boolean(),
  kind: HolderKind,
  /** By what in the name the kind was told, as a sentence. */
  kindWhy: z.string(),
  names: z.array(HolderName),
  /** Former names (曾用名) noted within the names. */
  formerNames: z.array(z.string()),
  decisions: z.array(HolderDecision),
  /** Open pairs of the queue that it is part of. */
  likely: z.number().int(),
})
export type Holder = z.infer<typeof Holder>

/** Two holders that may be one (名称疑似相同). */
export const Likely = z.object({
  id: z.string(),
  version: z.string(),
  why: z.string(),
  sides: z.array(z.object({ id: z.string(), name: z.string(), kind: HolderKind, names: z.array(z.string()) })),
  decision: z.enum(['joined', 'apart']).nullable(),
  decisionId: z.string().nullable(),
})
export type Likely = z.infer<typeof Likely>

const cursor = z.string().max(1000).optional()
const limit = z.coerce.number<number | string>().int().min(1).max(200).default(50)

export const HolderQuery = z.object({
  /** Part of any spelling; width, case, blanks and marks do not count. */
  query: z.string().max(200).optional(),
  kind: HolderKind.optional(),
  /** Only those with more than one name. */
  several: z.enum(['true', 'false']).optional(),
  cursor,
  limit,
})
export type HolderQuery = z.input<typeof HolderQuery>

const reason = z.string().trim().min(1).max(500)
const version = z.string().max(20)

/** Each of the two as its page was looked at. */
export const JoinHolder = z.object({ other: z.string().max(64), otherVersion: version, reason, version })
export type JoinHolder = z.input<typeof JoinHolder>

export const SeparateName = z.object({ name: z.string().max(400), reason, version })
export type SeparateName = z.input<typeof SeparateName>

/** Null leaves the choice to the rule again. */
export const ShowName = z.object({ name: z.string().max(400).nullable(), version })
export type ShowName = z.input<typeof ShowName>

export const DecideLikely = z.object({ decision: z.enum(['joined', 'apart']), reason, version })
export type DecideLikely = z.input<typeof DecideLikely>

export const UndoDecision = z.object({ reason, version })
export type UndoDecision = z.input<typeof UndoDecision>

const id = z.object({ id: z.string().max(64) })
const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), count: z.number().int() })

export const enterpriseRoutes = {
  'GET /api/enterprises/holders': { summary: '权利人', query: HolderQuery, reply: pageOf(HolderRow) },
  'GET /api/enterprises/holders/:id': { summary: '查看权利人', params: id, reply: Holder },
  /** The names of `other` become this holder's. */
  'POST /api/enterprises/holders/:id/join': { summary: '合并权利人', params: id, body: JoinHolder, reply: Holder },
  'POST /api/enterprises/holders/:id/separate': { summary: '分开名称', params: id, body: SeparateName, reply: Holder },
  'POST /api/enterprises/holders/:id/shown-name': { summary: '选定显示名称', params: id, body: ShowName, reply: Holder },

  'GET /api/enterprises/likely': { summary: '名称疑似相同', query: z.object({ cursor, limit }), reply: pageOf(Likely) },
  'POST /api/enterprises/likely/:id/decision': { summary: '核定疑似相同', params: id, body: DecideLikely, reply: Likely },
  /** Answers the holder it was about and, where it was decided from the queue, the pair. */
  'POST /api/enterprises/decisions/:id/undo': {
    summary: '撤销权利人核定',
    params: id,
    body: UndoDecision,
    reply: z.object({ holder: Holder, pair: Likely.nullable() }),
  },
} as const
export type EnterpriseRoutes = typeof enterpriseRoutes
