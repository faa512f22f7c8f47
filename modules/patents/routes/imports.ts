import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import { dropImport, startImport, undoImport, uploadImport } from '../acts/import-acts.ts'
import type { Import, PatentRoutes } from '../contract.ts'
import { importPage, importReport } from '../reads/imports/imports.ts'
import { importProgress } from '../reads/imports/progress.ts'
import { refusedBook } from '../reads/imports/refused-book.ts'
import { answerBook } from './answer-book.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = Extract<keyof PatentRoutes, `${string} /api/patents/imports${string}`>

export function importHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const { db, region } = frame
  const afterwards = async (ran: Outcome<{ id: string }, Refusal>): Promise<Outcome<Import, Refusal>> =>
    ran.done ? importReport(db, region, ran.value.id) : ran
  return {
    'GET /api/patents/imports': ({ who, query }) =>
      frame.see(who, 'patents.import.see', async () => importPage(db, region, query)),
    'POST /api/patents/imports': async ({ who, key, request }) => {
      // Who may not import is told before the file is stored.
      const allowed = await frame.may(who, uploadImport.word, null)
      if (!allowed.done) return refuse({ ...allowed.refusal, act: uploadImport.label } as Refusal)
      const part = request.isMultipart() ? await request.file() : undefined
      if (part === undefined || part.type !== 'file') return refuse({ code: 'format-not-sheet' })
      const stored = await frame.files.put(part.file, frame.uploadLimit, who.id)
      if (!stored.done) return stored
      if (part.file.truncated) return refuse({ code: 'too-large', limit: frame.uploadLimit } as Refusal)
      const fileName = basename(part.filename.replaceAll('\\', '/')).slice(-255) || '未命名'
      return afterwards(await frame.act(who, key, uploadImport, { fileName, ...stored.value, sourceDay: null }))
    },
    'GET /api/patents/imports/:id': ({ who, params }) =>
      frame.see(who, 'patents.import.see', () => importReport(db, region, params.id)),
    'GET /api/patents/imports/:id/progress': ({ who, params, request, reply }) =>
      frame.see(who, 'patents.import.see', async () => {
        const found = await importReport(db, region, params.id)
        if (!found.done) return found
        // Whoever follows an import must not keep the server from stopping.
        const { server } = request.server
        const serving = server.listening
        const events = importProgress(db, region, found.value.id, () => server.listening === serving)
        await reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(Readable.from(events))
        return done(undefined)
      }),
    'POST /api/patents/imports/:id/start': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, startImport, { ...body, ...params })),
    'POST /api/patents/imports/:id/drop': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, dropImport, { ...body, ...params })),
    'POST /api/patents/imports/:id/undo': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, undoImport, { ...body, ...params })),
    'GET /api/patents/imports/:id/refused.xlsx': ({ who, params, reply }) =>
      frame.see(who, 'patents.import.see', async () => {
        const refused = await refusedBook(db, region, params.id)
        if (!refused.done) return refused
        await answerBook(reply, refused.value.name, refused.value.book)
        return done(undefined)
      }),
  }
}
