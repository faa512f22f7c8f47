import { z } from 'zod'

/**
 * The wire of the patent register (专利台账). A route is keyed by its method and path, so that the screens need only the types.
 * Absent = null in replies; days are `YYYY-MM-DD`, moments ISO with zone. `:number` is a number in any form that is met, or the record's id.
 * Every write carries `Idempotency-Key` and `X-CSRF-Token`; a change carries the `version` its author looked at.
 * A route without `reply` answers 204; `file` answers that kind of file; `events` answers server-sent events of that shape.
 */

/** The mark check (专利标识核验) is one pure rule for server, portal and phone; the table comes over the wire of mark-checks. */
export {
  type AskedMark,
  type CheckedMark,
  checkMark,
  type MarkAnswer,
  type MarkOutcome,
  type MarkRegister,
  type MarkTable,
  type PublicMark,
  publicAnswer,
  type RegisterEntry,
} from './rules/marks/index.ts'

export const Right = z.enum(['invention', 'utility-model', 'design'])
export type Right = z.infer<typeof Right>

export const Status = z.enum([
  'pending',
  'in-force',
  'in-grace',
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
  'unknown',
])
export type Status = z.infer<typeof Status>

export const HolderKind = z.enum(['enterprise', 'university', 'institute', 'government', 'individual', 'other', 'unknown'])
export type HolderKind = z.infer<typeof HolderKind>

/** What a search or an export is limited to; all members together are the address of a list and of a saved search. */
export const SearchFilter = z.object({
  /** Words, phrases, field prefixes (申请人: 发明人: IPC: 申请号:), AND OR NOT. */
  query: z.string().max(400).optional(),
  /** 县市 code, or `none` for rows that stand with the prefecture. */
  county: z.string().max(6).optional(),
  right: Right.optional(),
  status: Status.optional(),
  yearFrom: z.coerce.number<number | string>().int().min(1985).max(2200).optional(),
  yearTo: z.coerce.number<number | string>().int().min(1985).max(2200).optional(),
  /** IPC section, class, subclass or group: `E`, `E01`, `E01B`, `E01B 3/32`. */
  ipc: z.string().max(20).optional(),
  holderKind: HolderKind.optional(),
})
export type SearchFilter = z.input<typeof SearchFilter>

export const SearchQuery = SearchFilter.extend({
  /** `relevance` (title hits first, then newest) where there is a query, else `newest`. */
  sort: z.enum(['relevance', 'newest', 'oldest']).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
})
export type SearchQuery = z.input<typeof SearchQuery>

export const PatentRow = z.object({
  id: z.string(),
  applicationNumber: z.string().nullable(),
  publicationNumber: z.string().nullable(),
  title: z.string(),
  applicants: z.array(z.string()),
  filedOn: z.iso.date().nullable(),
  status: Status,
  right: Right.nullable(),
  county: z.string().nullable(),
  mainIpc: z.string().nullable(),
})
export type PatentRow = z.infer<typeof PatentRow>

export const SearchPage = z.object({
  count: z.number().int(),
  /** False where the count is an estimate (约). */
  exact: z.boolean(),
  rows: z.array(PatentRow),
  next: z.string().nullable(),
  /** The terms to mark in titles and applicants, in compared form (NFKC, lower case). */
  highlights: z.array(z.string()).optional(),
})
export type SearchPage = z.infer<typeof SearchPage>

export const Bucket = z.object({
  /** Null: the rows without a value. */
  value: z.string().nullable(),
  count: z.number().int(),
  /** A Chinese title where the office has one (IPC). */
  title: z.string().nullable().optional(),
})
export type Bucket = z.infer<typeof Bucket>

export const Facets = z.object({
  count: z.number().int(),
  exact: z.boolean(),
  county: z.array(Bucket),
  right: z.array(Bucket),
  status: z.array(Bucket),
  /** Filing years, newest first. */
  year: z.array(Bucket),
  ipcSection: z.array(Bucket),
  ipcClass: z.array(Bucket),
  holderKind: z.array(Bucket),
})
export type Facets = z.infer<typeof Facets>

/** Where a value comes from (来源). */
export const Source = z.object({
  /** The observation; the id with which a hand decision takes this value. */
  id: z.string(),
  /** `cnipr`, `cnipa-xml` …, or `hand`. */
  format: z.string(),
  /** The source as the office calls it. */
  label: z.string(),
  file: z.string().nullable(),
  row: z.number().int().nullable(),
  day: z.iso.date().nullable(),
  publishable: z.boolean(),
  importId: z.string().nullable(),
})
export type Source = z.infer<typeof Source>

/** One value of one source, printed for reading: one line for each member of a list. */
export const SourcedValue = z.object({ lines: z.array(z.string()), source: Source })
export type SourcedValue = z.infer<typeof SourcedValue>

export const HandDecision = z.object({
  lines: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
})
export type HandDecision = z.infer<typeof HandDecision>

export const RecordField = z.object({
  /** The name in `PatentFields`: `title`, `filedOn`, `inventors` … */
  field: z.string(),
  lines: z.array(z.string()),
  source: Source.nullable(),
  publishable: z.boolean(),
  /** Whether the sources disagree and nobody has decided. */
  disputed: z.boolean(),
  /** What the other sources say, the best first; agreeing ones too. */
  others: z.array(SourcedValue),
  decision: HandDecision.nullable(),
  /** Whether one line is one member of a list (people, classes). */
  list: z.boolean(),
  /** A remark on the value: a wrong check digit and what it should be. */
  remark: z.string().nullable(),
})
export type RecordField = z.infer<typeof RecordField>

export const RecordEvent = z.object({
  on: z.iso.date().nullable(),
  word: z.string(),
  text: z.string().nullable(),
  source: Source,
})
export type RecordEvent = z.infer<typeof RecordEvent>

export const ClassCode = z.object({
  scheme: z.enum(['ipc', 'locarno', 'cpc']),
  code: z.string(),
  main: z.boolean(),
  /** Titles from the section down to the code, as far as they are known. */
  titles: z.array(z.object({ code: z.string(), title: z.string() })),
})
export type ClassCode = z.infer<typeof ClassCode>

export const TwinSide = PatentRow.extend({
  inventors: z.array(z.string()),
  sources: z.array(z.string()),
})
export type TwinSide = z.infer<typeof TwinSide>

/** Two records that may be one right (疑似重复). */
export const Twin = z.object({
  id: z.string(),
  version: z.string(),
  /** Why they may be the same, as a sentence. */
  why: z.string(),
  sides: z.tuple([TwinSide, TwinSide]),
  decision: z.enum(['joined', 'not-same']).nullable(),
})
export type Twin = z.infer<typeof Twin>

/** Whether an act is open to this person on this record; `why` says why not. */
export const NextAct = z.object({
  act: z.enum(['decide-field', 'decide-county', 'decide-twin']),
  allowed: z.boolean(),
  why: z.string().nullable(),
})
export type NextAct = z.infer<typeof NextAct>

export const PatentRecord = PatentRow.extend({
  version: z.string(),
  /** 「截至…台账数据，该发明专利权处于有效状态…」 */
  statusSentence: z.string(),
  /** The next day on which the status may change by itself. */
  statusNextOn: z.iso.date().nullable(),
  publishedOn: z.iso.date().nullable(),
  grantedOn: z.iso.date().nullable(),
  holderKind: HolderKind,
  /** What the public face shows of this record. */
  publicForm: z.enum(['none', 'same', 'own']),
  /** Why the record stands with this county, as a sentence. */
  countyReason: z.string().nullable(),
  countyDecision: HandDecision.nullable(),
  fields: z.array(RecordField),
  classes: z.array(ClassCode),
  events: z.array(RecordEvent),
  twins: z.array(Twin),
  sources: z.array(Source),
  acts: z.array(NextAct),
})
export type PatentRecord = z.infer<typeof PatentRecord>

// Annuities (年费与期限)

export const AnnuityRowState = z.enum([
  'paid-at-grant',
  'paid',
  'paid-in-grace',
  'paid-too-late',
  'confirmed',
  'unconfirmed',
  'in-grace',
  'not-due',
  'missed',
  'ended',
])
export type AnnuityRowState = z.infer<typeof AnnuityRowState>

/** One year's annuity; money in yuan, null where the fee catalogue holds none for that time. */
export const AnnuityRow = z.object({
  year: z.number().int(),
  dueOn: z.iso.date().nullable(),
  graceEndsOn: z.iso.date().nullable(),
  fee: z.number().nullable(),
  payable: z.number().nullable(),
  lateFee: z.number().nullable(),
  total: z.number().nullable(),
  reducedBy: z.enum(['reduction', 'open-licence']).nullable(),
  state: AnnuityRowState,
  /** The last payment in time; null where none is known. */
  paidOn: z.iso.date().nullable(),
  /** Yuan missing (negative: too many) between what was paid and what was due. */
  short: z.number().nullable(),
  /** The share by which the sum paid was reduced, where it fits one and no decision is known. */
  paidReduced: z.number().nullable(),
  basis: z.string().nullable(),
  provisional: z.boolean(),
})
export type AnnuityRow = z.infer<typeof AnnuityRow>

/** Something noted about a right's fees (缴费、费减、开放许可、恢复), with where it comes from; `note` undoes it where it was noted by hand. */
export const AnnuityNote = z.object({
  kind: z.enum(['payment', 'reduction', 'open-licence', 'restoration']),
  line: z.string(),
  source: Source,
  note: z.object({ id: z.string(), reason: z.string(), by: z.string(), at: z.iso.datetime({ offset: true }) }).nullable(),
})
export type AnnuityNote = z.infer<typeof AnnuityNote>

export const AnnuityPage = z.object({
  id: z.string(),
  number: z.string().nullable(),
  on: z.iso.date(),
  status: Status,
  /** Why there is no schedule, as a sentence; null where there is one. */
  why: z.string().nullable(),
  expiresOn: z.iso.date().nullable(),
  /** Term and its article in one sentence. */
  term: z.string().nullable(),
  /** What is to be paid next, until when, and by which article. */
  next: z.string().nullable(),
  nextYear: z.number().int().nullable(),
  rows: z.array(AnnuityRow),
  notes: z.array(AnnuityNote),
  /** Whether the reader may note something; `why` says why not. */
  may: z.object({ allowed: z.boolean(), why: z.string().nullable() }),
})
export type AnnuityPage = z.infer<typeof AnnuityPage>

const noteReason = z.string().trim().min(1).max(500)

/** 登记缴费: an annuity paid; `amount` in yuan, late fee included. */
export const NotePayment = z.object({
  year: z.union([z.number().int().min(1).max(20), z.literal('compensation')]),
  on: z.iso.date(),
  amount: z.number().min(0).max(1_000_000).multipleOf(0.01).nullable(),
  receipt: z.string().trim().max(60).nullable(),
  reason: noteReason,
})
export type NotePayment = z.input<typeof NotePayment>

/** 登记费减: a reduction that was approved. */
export const NoteReduction = z.object({
  rate: z.union([z.literal(0.85), z.literal(0.7)]),
  on: z.iso.date(),
  reason: noteReason,
})
export type NoteReduction = z.input<typeof NoteReduction>

/** 登记开放许可: first and last day of its use; null while it goes on. */
export const NoteOpenLicence = z.object({
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  /** 被许可人. */
  licensees: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  reason: noteReason,
})
export type NoteOpenLicence = z.input<typeof NoteOpenLicence>

/** 登记恢复权利: the day of the decision. */
export const NoteRestoration = z.object({ on: z.iso.date(), reason: noteReason })
export type NoteRestoration = z.input<typeof NoteRestoration>

export const UndoNote = z.object({ note: z.string().max(64), reason: noteReason })
export type UndoNote = z.input<typeof UndoNote>

/** A decision by hand on one field (人工核定): one source's value is taken, or lines are written. */
export const DecideField = z.object({
  take: z.string().nullable(),
  lines: z.array(z.string().max(20_000)).max(500).nullable(),
  reason: z.string().trim().min(1).max(500),
  version: z.string(),
})
export type DecideField = z.input<typeof DecideField>

export const UndoDecision = z.object({ reason: z.string().trim().min(1).max(500), version: z.string() })
export type UndoDecision = z.input<typeof UndoDecision>

/** Null = stands with the prefecture itself (州本级). */
export const DecideCounty = z.object({
  county: z.string().max(6).nullable(),
  reason: z.string().trim().min(1).max(500),
  version: z.string(),
})
export type DecideCounty = z.input<typeof DecideCounty>

export const DecideTwin = z.object({
  decision: z.enum(['join', 'not-same']),
  reason: z.string().trim().min(1).max(500),
  version: z.string(),
})
export type DecideTwin = z.input<typeof DecideTwin>

// Import (导入)

/** What a file holds beside the register; the names are the contract of the `import` command. */
export const ImportAccount = z.object({
  format: z.string().nullable(),
  read: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  unknownHeadings: z.array(z.string()),
  missingHeadings: z.array(z.string()),
  /** The first hundred. */
  refusedRows: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  /** Characters that the file has lost (U+FFFD) and the rows they stood in; only where there are any. */
  lost: z.object({ characters: z.number().int(), rows: z.number().int() }).exactOptional(),
})
export type ImportAccount = z.infer<typeof ImportAccount>

/** checking → checked → (dropped |) reading → finished → undoing → undone; failed from checking, reading and undoing. */
export const ImportState = z.enum(['checking', 'checked', 'dropped', 'reading', 'finished', 'failed', 'undoing', 'undone'])
export type ImportState = z.infer<typeof ImportState>

export const Import = z.object({
  id: z.string(),
  version: z.string(),
  state: ImportState,
  fileName: z.string(),
  /** Bytes. */
  fileSize: z.number().int(),
  /** The layout as the office calls it; null while unknown. */
  formatLabel: z.string().nullable(),
  publishable: z.boolean(),
  /** The day the source speaks of; may be corrected before the start. */
  sourceDay: z.iso.date().nullable(),
  /** Headings of the file and the field each was understood as. */
  matchedHeadings: z.array(z.object({ heading: z.string(), field: z.string() })),
  dryRun: ImportAccount.nullable(),
  account: ImportAccount.nullable(),
  rowsDone: z.number().int(),
  rowsTotal: z.number().int().nullable(),
  /** Why the file as a whole cannot be imported, or why the import stopped. */
  failure: z.string().nullable(),
  startedBy: z.string().nullable(),
  startedAt: z.iso.datetime({ offset: true }),
  finishedAt: z.iso.datetime({ offset: true }).nullable(),
  undoneAt: z.iso.datetime({ offset: true }).nullable(),
})
export type Import = z.infer<typeof Import>

export const ImportProgress = Import.pick({ id: true, state: true, rowsDone: true, rowsTotal: true })
export type ImportProgress = z.infer<typeof ImportProgress>

export const StartImport = z.object({ version: z.string(), sourceDay: z.iso.date().nullable() })
export type StartImport = z.input<typeof StartImport>

// Queues (疑难处理)

export const PageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
})
export type PageQuery = z.input<typeof PageQuery>

export const QueueCounts = z.object({
  disagreements: z.number().int(),
  twins: z.number().int(),
  places: z.number().int(),
})
export type QueueCounts = z.infer<typeof QueueCounts>

export const Disagreement = PatentRow.extend({
  version: z.string(),
  field: z.string(),
  list: z.boolean(),
  /** The value shown now stands first. */
  values: z.array(SourcedValue),
})
export type Disagreement = z.infer<typeof Disagreement>

export const UnclearPlace = PatentRow.extend({
  version: z.string(),
  address: z.string().nullable(),
  creditCode: z.string().nullable(),
  /** Why it is unclear, as a sentence. */
  why: z.string(),
  proposals: z.array(z.object({ county: z.string(), by: z.string() })),
})
export type UnclearPlace = z.infer<typeof UnclearPlace>

const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), count: z.number().int() })

// Saved searches (保存的检索)

export const SavedSearch = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  filter: SearchFilter,
  /** When the rows it is compared with were kept, and how many they were. */
  keptAt: z.iso.datetime({ offset: true }),
  keptCount: z.number().int(),
})
export type SavedSearch = z.infer<typeof SavedSearch>

export const SaveSearch = z.object({ name: z.string().trim().min(1).max(60), filter: SearchFilter })
export type SaveSearch = z.input<typeof SaveSearch>

/** What came, went and changed since the rows were kept; the first two hundred of each. */
export const SearchChanges = z.object({
  search: SavedSearch,
  on: z.iso.date(),
  count: z.number().int(),
  cameCount: z.number().int(),
  wentCount: z.number().int(),
  changedCount: z.number().int(),
  came: z.array(PatentRow),
  went: z.array(z.object({ id: z.string(), number: z.string().nullable(), title: z.string() })),
  changed: z.array(
    z.object({
      row: PatentRow,
      changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    }),
  ),
})
export type SearchChanges = z.infer<typeof SearchChanges>

const number = z.object({ number: z.string().max(64) })
const field = z.object({ number: z.string().max(64), field: z.string().max(40) })
const id = z.object({ id: z.string().max(64) })
const version = z.object({ version: z.string() })

export const patentRoutes = {
  'GET /api/patents': { summary: '检索专利', query: SearchQuery, reply: SearchPage },
  'GET /api/patents/facets': { summary: '检索结果的分类统计', query: SearchFilter, reply: Facets },
  'GET /api/patents/export.xlsx': { summary: '导出检索结果', query: SearchFilter, file: 'xlsx' },
  'GET /api/patents/:number': { summary: '查看专利', params: number, reply: PatentRecord },
  'POST /api/patents/:number/fields/:field': { summary: '核定字段', params: field, body: DecideField, reply: PatentRecord },
  'POST /api/patents/:number/fields/:field/undo': {
    summary: '撤销字段核定',
    params: field,
    body: UndoDecision,
    reply: PatentRecord,
  },
  'POST /api/patents/:number/county': { summary: '核定县市', params: number, body: DecideCounty, reply: PatentRecord },
  'POST /api/patents/:number/county/undo': {
    summary: '撤销县市核定',
    params: number,
    body: UndoDecision,
    reply: PatentRecord,
  },

  'GET /api/patents/:number/annuities': { summary: '年费与期限', params: number, reply: AnnuityPage },
  'POST /api/patents/:number/payments': { summary: '登记缴费', params: number, body: NotePayment, reply: AnnuityPage },
  'POST /api/patents/:number/reductions': { summary: '登记费减', params: number, body: NoteReduction, reply: AnnuityPage },
  'POST /api/patents/:number/open-licences': {
    summary: '登记开放许可',
    params: number,
    body: NoteOpenLicence,
    reply: AnnuityPage,
  },
  'POST /api/patents/:number/restorations': {
    summary: '登记恢复权利',
    params: number,
    body: NoteRestoration,
    reply: AnnuityPage,
  },
  'POST /api/patents/:number/notes/undo': { summary: '撤销登记', params: number, body: UndoNote, reply: AnnuityPage },

  'GET /api/patents/imports': { summary: '导入批次', query: PageQuery, reply: pageOf(Import) },
  /** multipart/form-data with one part `file`; answers while the check may still run. */
  'POST /api/patents/imports': { summary: '上传并预检', upload: true, reply: Import },
  'GET /api/patents/imports/:id': { summary: '查看导入批次', params: id, reply: Import },
  'GET /api/patents/imports/:id/progress': { summary: '导入进度', params: id, events: ImportProgress },
  'POST /api/patents/imports/:id/start': { summary: '开始导入', params: id, body: StartImport, reply: Import },
  'POST /api/patents/imports/:id/drop': { summary: '放弃导入', params: id, body: version, reply: Import },
  'POST /api/patents/imports/:id/undo': { summary: '撤销整批导入', params: id, body: UndoDecision, reply: Import },
  'GET /api/patents/imports/:id/refused.xlsx': { summary: '下载未导入行', params: id, file: 'xlsx' },

  'GET /api/patents/queues': { summary: '疑难数量', reply: QueueCounts },
  'GET /api/patents/queues/disagreements': { summary: '来源不一致', query: PageQuery, reply: pageOf(Disagreement) },
  'GET /api/patents/queues/twins': { summary: '疑似重复', query: PageQuery, reply: pageOf(Twin) },
  'GET /api/patents/queues/places': { summary: '县市不明', query: PageQuery, reply: pageOf(UnclearPlace) },
  'POST /api/patents/twins/:id/decision': { summary: '核定疑似重复', params: id, body: DecideTwin, reply: Twin },
  'POST /api/patents/twins/:id/undo': { summary: '撤销疑似重复的核定', params: id, body: UndoDecision, reply: Twin },

  'GET /api/patents/searches': { summary: '保存的检索', reply: z.object({ rows: z.array(SavedSearch) }) },
  'POST /api/patents/searches': { summary: '保存检索', body: SaveSearch, reply: SavedSearch },
  'GET /api/patents/searches/:id/changes': { summary: '与上次比较', params: id, reply: SearchChanges },
  'POST /api/patents/searches/:id/keep': { summary: '以本次结果为准', params: id, body: version, reply: SavedSearch },
  'POST /api/patents/searches/:id/delete': { summary: '删除保存的检索', params: id, body: version },
} as const
export type PatentRoutes = typeof patentRoutes
