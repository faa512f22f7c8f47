import { z } from 'zod'
import { portalEntries } from './portal-entries.ts'

/** The wire of the frame itself: 运行状况, and what the help tells of the demonstration. The server answers it; it belongs to no desk. */

export const Running = z.object({
  version: z.string(),
  since: z.iso.datetime({ offset: true }),
  /** 「内置 PostgreSQL 18.4」 or 「外部 PostgreSQL 15.14」. */
  database: z.string(),
  /** Bytes. */
  databaseSize: z.number().int(),
  diskFree: z.number().int().nullable(),
  processes: z.number().int(),
  jobsWaiting: z.number().int(),
  jobsFailed: z.number().int(),
  lastBackupAt: z.iso.datetime({ offset: true }).nullable(),
  /** One line for each thing looked at, with what to do where it is not well. */
  checks: z.array(z.object({ name: z.string(), state: z.enum(['good', 'attention', 'bad']), sentence: z.string() })),
})
export type Running = z.infer<typeof Running>

/** 演示用专利标识: marks to type in and what is answered; all seen on one day. */
export const MarkedGoodsList = z.object({
  seenOn: z.iso.date(),
  rows: z.array(
    z.object({
      goods: z.string(),
      text: z.string(),
      madeOn: z.iso.date(),
      maker: z.string(),
      /** What is said beside the mark. */
      condition: z.string().nullable(),
      answer: z.string(),
      because: z.string(),
    }),
  ),
})
export type MarkedGoodsList = z.infer<typeof MarkedGoodsList>

const Entries = z.partialRecord(z.enum(portalEntries), z.string().trim().max(200))

/** 门户设置. */
export const PortalSettings = z.object({
  open: z.boolean(),
  /** What was set; an entry that is not here is not shown, but for name and host. */
  entries: Entries,
  /** Shown where nothing else was set. */
  usual: z.object({ name: z.string(), host: z.string() }),
})
export type PortalSettings = z.infer<typeof PortalSettings>

export const frameRoutes = {
  'GET /api/running': { summary: '运行状况', reply: Running },
  /** Null in a real office. */
  'GET /api/marked-goods': { summary: '演示用专利标识', reply: MarkedGoodsList.nullable() },
  'GET /api/portal-settings': { summary: '门户设置', reply: PortalSettings },
  'PUT /api/portal-settings/open': { summary: '开放或者关闭门户', body: z.object({ open: z.boolean() }), reply: PortalSettings },
  /** Only the entries that change; empty takes one out. */
  'PUT /api/portal-settings/entries': { summary: '修改门户页头页脚', body: Entries, reply: PortalSettings },
} as const
export type FrameRoutes = typeof frameRoutes
