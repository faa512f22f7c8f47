import { z } from 'zod'

/** The wire of the catalogues of legal data (目录). See `#contract/patents` for what holds on every route. */

/** add: a new entry or a new version of one; correct: a version reads otherwise (订正); end: it holds no longer (停止适用). */
export const ChangeKind = z.enum(['add', 'correct', 'end'])
export type ChangeKind = z.infer<typeof ChangeKind>

export const ChangeState = z.enum(['pending', 'in-force', 'returned', 'withdrawn'])
export type ChangeState = z.infer<typeof ChangeState>

export const Certainty = z.enum(['confirmed', 'unverified'])
export type Certainty = z.infer<typeof Certainty>

const FieldOption = z.object({ value: z.string(), label: z.string() })
const yes = z.literal(true).optional()
const Named = { name: z.string(), label: z.string(), help: z.string().optional(), optional: yes, orNull: yes }
const SimpleField = z.discriminatedUnion('kind', [
  z.object({ ...Named, kind: z.enum(['text', 'long', 'day', 'texts', 'yes-no']) }),
  z.object({ ...Named, kind: z.literal('number'), unit: z.string().optional() }),
  z.object({ ...Named, kind: z.enum(['choice', 'picks']), options: z.array(FieldOption) }),
])
/** A field of the proposal form, as the catalogue declares it. */
export const FormField = z.union([SimpleField, z.object({ ...Named, kind: z.literal('rows'), fields: z.array(SimpleField) })])
export type FormField = z.infer<typeof FormField>

/** Label and lines, as printed. */
const Printed = z.object({ label: z.string(), lines: z.array(z.string()) })

const EntryWire = z.object({
  id: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  body: z.unknown(),
  basis: z.string(),
  certainty: Certainty,
  source: z.string().nullable(),
})

/** One version of an entry. */
export const Version = EntryWire.extend({
  title: z.string(),
  sentence: z.string(),
  origin: z.enum(['shipped', 'approved']),
  /** The last day as written; `validTo` is earlier where a later version begins. */
  writtenTo: z.iso.date().nullable(),
  /** It was ended before its first day and never held. */
  neverHeld: z.boolean(),
  printed: z.array(Printed),
})
export type Version = z.infer<typeof Version>

/** One line of a catalogue: the version that holds today, else the one that comes next, else the last. */
export const EntryLine = z.object({
  id: z.string(),
  title: z.string(),
  group: z.string().nullable(),
  sentence: z.string(),
  basis: z.string(),
  certainty: Certainty,
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** `approved` where this office changed any version of it. */
  origin: z.enum(['shipped', 'approved']),
  versions: z.number().int(),
  pending: z.number().int(),
})
export type EntryLine = z.infer<typeof EntryLine>

/** What may be done next; `sentence` says why not. */
export const NextAct = z.object({ act: z.string(), label: z.string(), sentence: z.string().nullable() })
export type NextAct = z.infer<typeof NextAct>

export const ChangeDeed = z.object({
  act: z.string(),
  label: z.string(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
  reason: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedOn: z.iso.date().nullable(),
  scan: z.string().nullable(),
})
export type ChangeDeed = z.infer<typeof ChangeDeed>

export const Change = z.object({
  id: z.string(),
  version: z.string(),
  catalogue: z.string(),
  catalogueLabel: z.string(),
  entry: z.string(),
  title: z.string(),
  kind: ChangeKind,
  state: ChangeState,
  stateLabel: z.string(),
  reason: z.string(),
  after: EntryWire,
  /** The day from which it holds. */
  holdsFrom: z.iso.date().nullable(),
  beforeSentence: z.string().nullable(),
  afterSentence: z.string(),
  differences: z.array(z.object({ label: z.string(), before: z.array(z.string()), after: z.array(z.string()) })),
  /** What it would touch, or touched. */
  touches: z.array(z.string()),
  deeds: z.array(ChangeDeed),
  next: z.array(NextAct),
})
export type Change = z.infer<typeof Change>

const days = {
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
}

/** `version` is what the entry was when it was looked at; `none` for a new one. */
export const ProposeChange = z.object({
  kind: ChangeKind,
  entry: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,80}$/, '编号由字母、数字、点、下划线和连字符组成，不超过80个字符'),
  ...days,
  body: z.unknown(),
  basis: z.string().trim().min(4, '请写明依据的文件名称和条款').max(500),
  certainty: Certainty,
  source: z.string().trim().max(500).nullable(),
  /** The paper by which it changes, and why. */
  reason: z.string().trim().min(4, '请写明变更事由和据以变更的文件').max(500),
  version: z.string().max(80),
})
export type ProposeChange = z.input<typeof ProposeChange>

const looked = z.object({ version: z.string() })
const withReason = looked.extend({ reason: z.string().trim().min(1, '请填写理由').max(500) })

/** A signature on paper (纸质审批已签): whose, of which day, and the scan that was uploaded before. */
export const SignChange = looked.extend({
  signedBy: z.string().trim().min(2, '请填写签批人姓名').max(40),
  signedOn: z.iso.date(),
  scan: z.string().max(64).nullable(),
})
export type SignChange = z.input<typeof SignChange>

const name = z.object({ name: z.string().max(40) })
const one = z.object({ name: z.string().max(40), entry: z.string().max(80) })
const id = z.object({ id: z.string().max(64) })

/** `mayGrow`: new entries may be added, not only versions. */
const CatalogueCard = z.object({ name: z.string(), label: z.string(), about: z.string(), mayGrow: z.boolean() })
export type CatalogueCard = z.infer<typeof CatalogueCard>

export const catalogueRoutes = {
  'GET /api/catalogues': {
    summary: '目录一览',
    reply: z.object({ rows: z.array(CatalogueCard.extend({ entries: z.number().int(), pending: z.number().int() })) }),
  },
  'GET /api/catalogues/:name': {
    summary: '目录',
    params: name,
    reply: CatalogueCard.extend({ fields: z.array(FormField), rows: z.array(EntryLine) }),
  },
  'GET /api/catalogues/:name/entries/:entry': {
    summary: '目录条目',
    params: one,
    reply: CatalogueCard.extend({
      fields: z.array(FormField),
      entry: z.string(),
      title: z.string(),
      group: z.string().nullable(),
      version: z.string(),
      /** The first day of the version that holds today; absent where none does. */
      inForce: z.object({ validFrom: z.iso.date().nullable() }).nullable(),
      /** The latest first. */
      versions: z.array(Version),
      changes: z.array(Change),
    }),
  },
  'POST /api/catalogues/:name/changes': { summary: '提出变更', params: name, body: ProposeChange, reply: Change },
  'GET /api/catalogue-changes': {
    summary: '目录变更',
    query: z.object({ state: ChangeState.optional(), catalogue: z.string().max(40).optional() }),
    reply: z.object({ rows: z.array(Change) }),
  },
  'GET /api/catalogue-changes/:id': { summary: '一项目录变更', params: id, reply: Change },
  'POST /api/catalogue-changes/:id/propose': {
    summary: '修改后重新提出',
    params: id,
    body: ProposeChange.extend({ changeVersion: z.string() }),
    reply: Change,
  },
  'POST /api/catalogue-changes/:id/approve': { summary: '批准', params: id, body: looked, reply: Change },
  'POST /api/catalogue-changes/:id/return': { summary: '退回', params: id, body: withReason, reply: Change },
  'POST /api/catalogue-changes/:id/withdraw': { summary: '撤回', params: id, body: withReason, reply: Change },
  'POST /api/catalogue-changes/:id/sign': { summary: '录入纸质审批', params: id, body: SignChange, reply: Change },
  'POST /api/catalogue-scans': {
    summary: '上传签批件扫描件',
    upload: true,
    reply: z.object({ digest: z.string(), fileName: z.string(), size: z.number().int() }),
  },
  'GET /api/catalogue-scans/:digest': {
    summary: '签批件扫描件',
    params: z.object({ digest: z.string().max(64) }),
    file: 'application/octet-stream',
  },
} as const
export type CatalogueRoutes = typeof catalogueRoutes
