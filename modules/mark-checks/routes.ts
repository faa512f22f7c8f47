import { basename } from 'node:path'
import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { FileStore, StoredFile } from '#platform/files'
import type { Frame, Handlers } from '#platform/http'
import { type Book, writeSheet } from '#platform/sheets'
import { recordCheck } from './acts/check.ts'
import { enlist } from './acts/enlist.ts'
import { keepScreenshot } from './acts/keep-screenshot.ts'
import { checkList } from './acts/lists.ts'
import { correctCheck, verifyCheck, waiveCheck } from './acts/verify.ts'
import type { Answer, Check, MarkCheckRoutes, MarkList } from './contract.ts'
import { answerMarks } from './reads/answer.ts'
import { checksPage, oneCheck, screenshotBy } from './reads/checks.ts'
import { findingsBook } from './reads/findings-book.ts'
import { listsPage, oneList, rowsPage } from './reads/lists.ts'
import { sniffPicture } from './reads/sniff-picture.ts'
import { tableRows } from './reads/table.ts'
import { registerWire } from './reads/wire.ts'

/** What these routes are given by the face that serves them. */
export interface MarkCheckFrame<Who> extends Frame<Who> {
  readonly files: FileStore
  /** Where who asks holds business roles: the county in whose name his lists are kept; null for the prefecture. */
  readonly countyOf: (who: Who) => string | null
}

const mostPicture = 10 * 1024 ** 2
const mostList = 50 * 1024 ** 2

export function markCheckHandlers<Who extends { readonly id: string }>(
  frame: MarkCheckFrame<Who>,
): Handlers<MarkCheckRoutes, Who> {
  const { db, region, clock } = frame
  const see = <Reply>(who: Who, read: () => Promise<Outcome<Reply, Refusal>>) => frame.see(who, 'mark-checks.see', read)
  const check = (who: Who, id: string): Promise<Outcome<Check, Refusal>> =>
    oneCheck(db, region, id, {
      id: who.id,
      may: async (act, county) => (await frame.may(who, `mark-checks.${act}`, county)).done,
    })
  const afterCheck = async (who: Who, ran: Outcome<{ id: string }, Refusal>): Promise<Outcome<Check, Refusal>> =>
    ran.done ? check(who, ran.value.id) : ran
  const afterList = async (ran: Outcome<{ id: string }, Refusal>): Promise<Outcome<MarkList, Refusal>> =>
    ran.done ? oneList(db, region, ran.value.id) : ran
  return {
    'GET /api/mark-checks/try': ({ who, query }) =>
      see(who, async () => {
        const [answered] = await answerMarks(db, { region, today: clock.today() }, [query])
        return done({ answer: answered!.answer as Answer, register: registerWire(answered!.register) })
      }),
    'GET /api/mark-checks/table': ({ who }) => see(who, async () => done({ rows: await tableRows(db, region) })),
    'POST /api/mark-checks': async ({ who, key, body }) => afterCheck(who, await frame.act(who, key, recordCheck, body)),
    'GET /api/mark-checks': ({ who, query }) => see(who, () => checksPage(db, region, query)),
    'GET /api/mark-checks/:id': ({ who, params }) => see(who, () => check(who, params.id)),
    'POST /api/mark-checks/:id/screenshots': async ({ who, key, params, request }) => {
      const found = await see(who, () => check(who, params.id))
      if (!found.done) return found
      const place = found.value.county === null ? null : Number(found.value.county)
      const allowed = await frame.may(who, keepScreenshot.word, place)
      if (!allowed.done) return refuse({ ...allowed.refusal, act: keepScreenshot.label } as Refusal)
      const stored = await storeUpload(frame.files, request, mostPicture, 'screenshot-missing', who.id)
      if (!stored.done) return stored
      const kind = await sniffPicture(frame.files.path(stored.value.digest))
      if (kind === null) return refuse({ code: 'screenshot-kind' })
      const { fileName, digest, size } = stored.value
      return frame.act(who, key, keepScreenshot, { check: params.id, digest, size, kind, fileName })
    },
    'GET /api/mark-checks/screenshots/:id': ({ who, params, reply }) =>
      see(who, async () => {
        const found = await screenshotBy(db, region, params.id)
        if (!found.done) return found
        const { digest, kind } = found.value
        await reply
          .type(kind === 'pdf' ? 'application/pdf' : `image/${kind}`)
          .header('content-disposition', kind === 'pdf' ? 'attachment; filename="screenshot.pdf"' : 'inline')
          .header('cache-control', 'private, max-age=3600')
          .send(frame.files.read(digest))
        return done(undefined)
      }),
    'POST /api/mark-checks/:id/verify': async ({ who, key, params, body }) =>
      afterCheck(who, await frame.act(who, key, verifyCheck, { ...body, ...params })),
    'POST /api/mark-checks/:id/correct': async ({ who, key, params, body }) =>
      afterCheck(who, await frame.act(who, key, correctCheck, { ...body, ...params })),
    'POST /api/mark-checks/:id/waive': async ({ who, key, params, body }) =>
      afterCheck(who, await frame.act(who, key, waiveCheck, { ...body, ...params })),

    'GET /api/mark-checks/lists': ({ who, query }) => see(who, () => listsPage(db, region, query)),
    'POST /api/mark-checks/lists': async ({ who, key, request }) => {
      const county = frame.countyOf(who)
      // Who may not is told before the file is stored.
      const allowed = await frame.may(who, checkList.word, county === null ? null : Number(county))
      if (!allowed.done) return refuse({ ...allowed.refusal, act: checkList.label } as Refusal)
      const stored = await storeUpload(frame.files, request, mostList, 'list-file-missing', who.id)
      if (!stored.done) return stored
      const { fileName, digest, size } = stored.value
      return afterList(await frame.act(who, key, checkList, { county, name: fileName, source: { digest, size } }))
    },
    'POST /api/mark-checks/lists/pasted': async ({ who, key, body }) =>
      afterList(
        await frame.act(who, key, checkList, {
          county: frame.countyOf(who),
          name: body.name || `粘贴的清单（${clock.today()}）`,
          source: { pasted: body.text },
        }),
      ),
    'GET /api/mark-checks/lists/:id': ({ who, params }) => see(who, () => oneList(db, region, params.id)),
    'GET /api/mark-checks/lists/:id/rows': ({ who, params, query }) => see(who, () => rowsPage(db, region, params.id, query)),
    'POST /api/mark-checks/lists/:id/enlist': async ({ who, key, params, body }) =>
      afterList(await frame.act(who, key, enlist, { ...body, ...params, county: frame.countyOf(who) })),
    'GET /api/mark-checks/lists/:id/findings.xlsx': ({ who, params, reply }) =>
      see(who, async () => {
        const found = await findingsBook(db, region, params.id)
        if (!found.done) return found
        await answerBook(reply, found.value.name, found.value.book)
        return done(undefined)
      }),
  }
}

async function storeUpload(
  files: FileStore,
  request: FastifyRequest,
  most: number,
  missing: 'screenshot-missing' | 'list-file-missing',
  from: string,
): Promise<Outcome<StoredFile & { readonly fileName: string }, Refusal>> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (part === undefined || part.type !== 'file') return refuse({ code: missing })
  const stored = await files.put(part.file, most, from)
  if (!stored.done) return stored
  return done({ ...stored.value, fileName: basename(part.filename.replaceAll('\\', '/')).slice(-255) || '未命名' })
}

/** A workbook that breaks off ends the download, so that nobody takes it for whole. */
async function answerBook(reply: FastifyReply, name: string, book: Book): Promise<void> {
  const through = new PassThrough()
  writeSheet(book, through).catch((error: Error) => {
    reply.log.error({ err: error }, 'workbook broken off')
    through.destroy(error)
  })
  await reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="findings.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(through)
}
