import { z } from 'zod'

/**
 * The wire of the inspectors' phone app (现场端): where its copy of the register comes from, and where its queue goes.
 * The copy is fetched by version: a version that is no longer there is refused (`copy-superseded`), and the phone asks anew.
 */

const version = z.string().regex(/^[0-9a-f]{64}$/)

/** What the server has to carry (随身台账). */
export const Copy = z.object({
  /** 台账截至. */
  asOf: z.iso.date(),
  madeAt: z.iso.datetime({ offset: true }),
  /** The moment of this answer by the server's clock; the phone compares its own. */
  now: z.iso.datetime({ offset: true }),
  /** The day the product works with, where it is a demonstration day (演示日期). */
  demonstrationDay: z.iso.date().nullable(),
  /** All application numbers with their status; `version` is the SHA-256 of both parts. Sizes in bytes. */
  list: z.object({ version, count: z.number().int(), numbers: z.number().int(), ends: z.number().int() }),
  /** The prefecture's own rights, whole. `left` are known to the list alone. */
  records: z.object({ version, count: z.number().int(), pieces: z.number().int(), left: z.number().int() }),
  /** The decision table of the mark check (判定规则) as it stands, catalogue changes included. */
  marks: z.array(z.record(z.string(), z.unknown())),
})
export type Copy = z.infer<typeof Copy>

/** What somebody did without a signal: the act's word and input, when by the phone's clock, and whether that clock can be trusted. */
export const Intention = z.object({
  word: z.string().max(80),
  input: z.record(z.string(), z.unknown()),
  madeAt: z.iso.datetime({ offset: true }),
  clockDoubtful: z.boolean(),
  /** What `POST /api/field/photos` answered for each photo. */
  photos: z.array(z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().positive() })).max(20),
})
export type Sent = z.output<typeof Intention>

export const fieldRoutes = {
  'GET /api/field/copy': { summary: '随身台账的版本', reply: Copy },
  'GET /api/field/lists/:version/numbers': { summary: '号码与状态', params: z.object({ version }), file: 'bin' },
  'GET /api/field/lists/:version/ends': { summary: '终止日与公告日', params: z.object({ version }), file: 'bin' },
  'GET /api/field/lists/:version/since/:earlier': {
    summary: '与较早版本的差异',
    params: z.object({ version, earlier: version }),
    file: 'bin',
  },
  /** A JSON array of records; the first piece is 0. */
  'GET /api/field/records/:version/:piece': {
    summary: '本州专利记录',
    params: z.object({ version, piece: z.coerce.number<string | number>().int().min(0).max(9999) }),
    file: 'json',
  },
  /** The `Idempotency-Key` is that of the intention: it is done once, however often it is sent. */
  'POST /api/field/intentions': { summary: '上传现场记录', body: Intention, reply: z.object({ reply: z.unknown() }) },
  'POST /api/field/photos': { summary: '上传现场照片', upload: true, reply: z.object({ digest: z.string(), size: z.number() }) },
} as const
export type FieldRoutes = typeof fieldRoutes
