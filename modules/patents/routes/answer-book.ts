import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Book, writeSheet } from '#platform/sheets'

/**
 * Answers a workbook while it is being written; one that breaks off ends the download, so that nobody takes it for whole.
 * Resolves when the reader has it all, or has gone.
 */
export async function answerBook(reply: FastifyReply, name: string, book: Book): Promise<void> {
  const through = new PassThrough()
  writeSheet(book, through).catch((error: Error) => {
    reply.log.error({ err: error }, 'workbook broken off')
    through.destroy(error)
  })
  await reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="patents.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(through)
}
