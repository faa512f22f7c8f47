import { z } from 'zod'
import { plainDate } from '#kernel/time'

/** The wire of the mark check (专利标识核验). See `#contract/patents` for what holds on every route. */

export const Outcome = z.enum([
  'ok',
  'irregular-mark',
  'J1a',
  'J1b',
  'J1c',
  'J2',
  'J3',
  'J4',
  'J5',
  'refer-to-infringement',
  'not-in-register',
  'needs-verification',
])
export type Outcome = z.infer<typeof Outcome>

const Right = z.enum(['invention', 'utility-model', 'design'])
const day = z.iso.date().transform((text) => plainDate(text))
const yesNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

/** What is printed and what is known of the goods: of queries and of bodies alike. `found` (J4, J5) is the officer's own finding. */
export const Asked = z.object({
  text: z.string().max(2000),
  claimed: Right.optional(),
  madeOn: day.optional(),
  seenOn: day.optional(),
  role: z.enum(['maker', 'seller']).optional(),
  maker: z.string().trim().max(200).optional(),
  process: yesNo.optional(),
  printedOn: z.enum(['goods', 'material']).optional(),
  permission: z.enum(['given', 'none', 'disputed']).optional(),
  covered: yesNo.optional(),
  found: z.enum(['J4', 'J5']).optional(),
})
export type Asked = z.input<typeof Asked>

const CheckDigit = z.object({ given: z.string().nullable(), expected: z.string().nullable(), valid: z.boolean().nullable() })

/** The answer about one number. */
export const NumberAnswer = z.object({
  canonical: z.string().nullable(),
  right: Right.nullable(),
  checkDigit: CheckDigit.nullable(),
  outcome: Outcome,
  clause: z.string().nullable(),
  sentence: z.string(),
  next: z.string(),
  /** The row of the decision table that answered. */
  row: z.string(),
})
export type NumberAnswer = z.infer<typeof NumberAnswer>

/** The answer to officers; `each` of the mark's numbers, the gravest stands above. */
export const Answer = NumberAnswer.extend({ each: z.array(NumberAnswer) })
export type Answer = z.infer<typeof Answer>

/** What the register said of a number at that moment. */
export const RegisterSaid = z.object({
  number: z.string(),
  /** Null: not in the register. */
  entry: z
    .object({
      holders: z.array(z.string()),
      licensees: z.array(z.string()),
      filedOn: z.string().nullable(),
      grantedOn: z.string().nullable(),
      spans: z.array(z.object({ from: z.string(), status: z.string(), because: z.string() })),
      asOf: z.string(),
      source: z.string().nullable(),
    })
    .nullable(),
})
export type RegisterSaid = z.infer<typeof RegisterSaid>

export const Tried = z.object({ answer: Answer, register: z.array(RegisterSaid) })
export type Tried = z.infer<typeof Tried>

/** The act `mark-checks.check`; the phone queues `{ word, input, key, madeAt }` with this as its input. Null county: 州本级. */
export const RecordCheck = Asked.extend({
  county: z.string().max(6).nullable().default(null),
  note: z.string().trim().max(500).default(''),
})
export type RecordCheck = z.input<typeof RecordCheck>

export const CheckState = z.enum(['settled', 'waiting', 'verified', 'waived'])
export type CheckState = z.infer<typeof CheckState>

export const NationalStatus = z.enum([
  'not-found',
  'pending',
  'in-force',
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
])
export type NationalStatus = z.infer<typeof NationalStatus>

export const NationalResult = z.object({
  status: NationalStatus,
  lookedUpOn: day,
  source: z.string().trim().min(2).max(100),
  holders: z.array(z.string().trim().min(1).max(200)).max(50),
  filedOn: day.nullable(),
  grantedOn: day.nullable(),
  endedOn: day.nullable(),
  announcedOn: day.nullable(),
})

/** What the clerk took from the national source: read off, pasted as it stood, and as a picture; one of the last two at least. */
export const VerifyCheck = z.object({
  result: NationalResult,
  pasted: z.string().trim().max(20_000),
  screenshot: z.string().max(64).nullable(),
  version: z.string(),
})
export type VerifyCheck = z.input<typeof VerifyCheck>

export const CorrectCheck = VerifyCheck.extend({ reason: z.string().trim().min(1).max(500) })
export type CorrectCheck = z.input<typeof CorrectCheck>

export const WaiveCheck = z.object({ reason: z.string().trim().min(1).max(500), version: z.string() })
export type WaiveCheck = z.input<typeof WaiveCheck>

export const Screenshot = z.object({
  id: z.string(),
  kind: z.enum(['png', 'jpeg', 'pdf']),
  fileName: z.string(),
  size: z.number().int(),
})
export type Screenshot = z.infer<typeof Screenshot>

/** A picture that no result cites: a photo of the goods, or a screenshot that was left out. */
export const Picture = Screenshot.extend({
  /** When the photo was taken (现场照片); null for a screenshot. */
  takenAt: z.iso.datetime({ offset: true }).nullable(),
  by: z.string(),
  /** When it reached the office. */
  at: z.iso.datetime({ offset: true }),
})
export type Picture = z.infer<typeof Picture>

export const CheckRow = z.object({
  id: z.string(),
  state: CheckState,
  text: z.string(),
  canonical: z.string().nullable(),
  outcome: Outcome,
  /** After the national source was asked; null before. */
  verifiedOutcome: Outcome.nullable(),
  sentence: z.string(),
  county: z.string().nullable(),
  by: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
})
export type CheckRow = z.infer<typeof CheckRow>

export const Verification = z.object({
  id: z.string(),
  result: z.object({
    status: NationalStatus,
    lookedUpOn: z.string(),
    source: z.string(),
    holders: z.array(z.string()),
    filedOn: z.string().nullable(),
    grantedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    announcedOn: z.string().nullable(),
  }),
  pasted: z.string(),
  screenshot: Screenshot.nullable(),
  /** Why an earlier result was corrected; null for the first. */
  reason: z.string().nullable(),
  answer: Answer,
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
})
export type Verification = z.infer<typeof Verification>

export const Check = CheckRow.extend({
  version: z.string(),
  asked: z.record(z.string(), z.unknown()),
  note: z.string(),
  answer: Answer,
  register: z.array(RegisterSaid),
  registerVersion: z.string(),
  registerAsOf: z.string().nullable(),
  arrivedAt: z.iso.datetime({ offset: true }),
  /** The latest first. */
  verifications: z.array(Verification),
  /** The list it was put on 待联网核查清单 from; null for a check made by itself. */
  from: z.object({ list: z.string(), name: z.string(), rowNumber: z.number().int() }).nullable(),
  /** What no verification cites, in the order in which it came. */
  pictures: z.array(Picture),
  acts: z.array(z.object({ act: z.enum(['verify', 'correct', 'waive']), label: z.string(), why: z.string().nullable() })),
})
export type Check = z.infer<typeof Check>

export const CheckQuery = z.object({
  /** Part of the mark or of the number. */
  query: z.string().max(200).optional(),
  outcome: Outcome.optional(),
  state: CheckState.optional(),
  county: z.string().max(6).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  order: z.enum(['newest', 'oldest']).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
})
export type CheckQuery = z.input<typeof CheckQuery>

/** One row of the decision table (判定规则), with all versions of its article. */
export const TableRow = z.object({
  id: z.string(),
  order: z.number(),
  step: z.string(),
  when: z.string(),
  outcome: Outcome,
  sentence: z.string(),
  next: z.string(),
  clauses: z.array(
    z.object({
      from: z.string().nullable(),
      to: z.string().nullable(),
      basis: z.string(),
      cited: z.boolean(),
      certain: z.boolean(),
    }),
  ),
})
export type TableRow = z.infer<typeof TableRow>

export const ListState = z.enum(['checking', 'finished', 'failed'])

/** A list of marks (批量核验). */
export const MarkList = z.object({
  id: z.string(),
  name: z.string(),
  state: ListState,
  headings: z.array(z.string()),
  rowsDone: z.number().int(),
  rowsTotal: z.number().int().nullable(),
  counts: z.record(z.string(), z.number()),
  failure: z.string().nullable(),
  /** Rows that the register could not answer and that bear a number; how many of them became checks. */
  toLookUp: z.number().int(),
  enlisted: z.number().int(),
  /** Whether rows are being put on 待联网核查清单 now, how many are on it when that is done, and why it broke off. */
  enlisting: z.boolean(),
  enlistTotal: z.number().int().nullable(),
  enlistFailure: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
})
export type MarkList = z.infer<typeof MarkList>

export const ListRow = z.object({
  ordinal: z.number().int(),
  rowNumber: z.number().int(),
  cells: z.array(z.string()),
  /** What was asked of it, as the address of a check takes it; null where the row could not be read. */
  asked: z.record(z.string(), z.string()).nullable(),
  /** Why the row could not be checked. */
  problem: z.string().nullable(),
  answer: Answer.nullable(),
  toLookUp: z.boolean(),
  /** The check that was made of it. */
  check: z.string().nullable(),
})
export type ListRow = z.infer<typeof ListRow>

/** What was pasted: one mark a line, or a table with its headings. */
export const PasteList = z.object({ text: z.string().min(1).max(2_000_000), name: z.string().trim().max(100).default('') })
export type PasteList = z.input<typeof PasteList>

/** 列入待联网核查清单: the rows' ordinals; null for all that are to be looked up. */
export const EnlistRows = z.object({ rows: z.array(z.number().int().positive()).min(1).max(2000).nullable() })
export type EnlistRows = z.input<typeof EnlistRows>

const id = z.object({ id: z.string().max(64) })
const cursor = z.string().max(100).optional()
const limit = z.coerce.number<number | string>().int().min(1).max(200).default(50)
const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), count: z.number().int() })

export const markCheckRoutes = {
  'GET /api/mark-checks/try': { summary: '核验标识', query: Asked, reply: Tried },
  'GET /api/mark-checks/table': { summary: '判定规则', reply: z.object({ rows: z.array(TableRow) }) },
  'POST /api/mark-checks': { summary: '核验并记录', body: RecordCheck, reply: Check },
  'GET /api/mark-checks': { summary: '核验记录', query: CheckQuery, reply: pageOf(CheckRow) },
  'GET /api/mark-checks/:id': { summary: '查看核验记录', params: id, reply: Check },
  /** multipart/form-data with one part `file`: PNG, JPEG or PDF. */
  'POST /api/mark-checks/:id/screenshots': { summary: '上传核查截图', params: id, upload: true, reply: Screenshot },
  'GET /api/mark-checks/screenshots/:id': { summary: '查看核查截图', params: id, file: 'image' },
  'POST /api/mark-checks/:id/verify': { summary: '补录核查结果', params: id, body: VerifyCheck, reply: Check },
  'POST /api/mark-checks/:id/correct': { summary: '更正核查结果', params: id, body: CorrectCheck, reply: Check },
  'POST /api/mark-checks/:id/waive': { summary: '不再核查', params: id, body: WaiveCheck, reply: Check },

  'GET /api/mark-checks/lists': { summary: '批量核验', query: z.object({ cursor, limit }), reply: pageOf(MarkList) },
  /** multipart/form-data with one part `file`: .xlsx, .xls or .csv. */
  'POST /api/mark-checks/lists': { summary: '上传清单核验', upload: true, reply: MarkList },
  'POST /api/mark-checks/lists/pasted': { summary: '粘贴清单核验', body: PasteList, reply: MarkList },
  'GET /api/mark-checks/lists/:id': { summary: '查看批量核验', params: id, reply: MarkList },
  'GET /api/mark-checks/lists/:id/rows': {
    summary: '批量核验的各行',
    params: id,
    query: z.object({ outcome: Outcome.optional(), cursor, limit }),
    reply: pageOf(ListRow),
  },
  'POST /api/mark-checks/lists/:id/enlist': { summary: '列入待联网核查清单', params: id, body: EnlistRows, reply: MarkList },
  'GET /api/mark-checks/lists/:id/findings.xlsx': { summary: '下载核验结果', params: id, file: 'xlsx' },
} as const
export type MarkCheckRoutes = typeof markCheckRoutes
