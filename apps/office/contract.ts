import { z } from 'zod'

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

export const frameRoutes = {
  'GET /api/running': { summary: '运行状况', reply: Running },
  /** Null in a real office. */
  'GET /api/marked-goods': { summary: '演示用专利标识', reply: MarkedGoodsList.nullable() },
} as const
export type FrameRoutes = typeof frameRoutes
