import type { FastifyReply } from 'fastify'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { SignedInPerson } from '#modules/identity'
import { type PocketCopies, type PocketCopy, pocketWords } from '#modules/patents'
import type { Act } from '#platform/acts'
import type { FileStore } from '#platform/files'
import { type Frame, type Handlers, wordsOf } from '#platform/http'
import type { FieldRoutes } from '../field/contract.ts'

/** What the phone app's routes need beyond the ordinary frame. */
export interface FieldFrame extends Frame<SignedInPerson> {
  readonly copies: PocketCopies
  readonly files: FileStore
  /** The decision table of the mark check. */
  readonly markTable: () => Promise<readonly object[]>
  /** Runs an act that was done at an earlier moment. */
  readonly actAt: (
    who: SignedInPerson,
    key: string,
    act: Act<never, unknown>,
    input: unknown,
    madeAt: Date,
  ) => Promise<Outcome<unknown, Refusal>>
  /** What a phone may send, by its word. */
  readonly acts: readonly Act<never, unknown>[]
}

export const fieldWords = wordsOf(pocketWords, {
  'intention-unknown': () => '现场端版本与系统不一致，本条记录暂不能接收。请联网更新现场端后重新上传；记录仍保留在手机上。',
  'madeat-ahead': () => '手机时间晚于系统时间，无法确定办理时间。请校准手机时间后重新提交。',
})

/** A photo that was made smaller on the phone is far below this. */
const photoLimit = 12 * 1024 ** 2

/** A phone whose clock is this far ahead has done nothing in the future. */
const ahead = 24 * 3_600_000

export function fieldHandlers(frame: FieldFrame): Handlers<FieldRoutes, SignedInPerson> {
  const { copies, clock } = frame
  const ofList = async (version: string): Promise<Outcome<PocketCopy, Refusal>> => {
    const present = await copies.present()
    return found(present.listVersion === version ? present : copies.ofList(version))
  }
  return {
    'GET /api/field/copy': ({ who }) =>
      frame.see(who, 'patents.see', async () => {
        const copy = await copies.present()
        return done({
          asOf: copy.asOf,
          madeAt: copy.madeAt.toISOString(),
          now: clock.now().toISOString(),
          demonstrationDay: clock.demonstration ? clock.today() : null,
          list: {
            version: copy.listVersion,
            count: copy.list.keys.length,
            numbers: copy.numbers.length,
            ends: copy.ends.length,
          },
          records: {
            version: copy.recordsVersion,
            count: copy.recordCount,
            pieces: copy.pieces.length,
            left: copy.recordsLeft,
          },
          marks: (await frame.markTable()) as Record<string, unknown>[],
        })
      }),
    'GET /api/field/lists/:version/numbers': ({ who, params, reply }) =>
      frame.see(who, 'patents.see', async () => {
        const copy = await ofList(params.version)
        return copy.done ? bytes(reply, copy.value.numbers) : copy
      }),
    'GET /api/field/lists/:version/ends': ({ who, params, reply }) =>
      frame.see(who, 'patents.see', async () => {
        const copy = await ofList(params.version)
        return copy.done ? bytes(reply, copy.value.ends) : copy
      }),
    'GET /api/field/lists/:version/since/:earlier': ({ who, params, reply }) =>
      frame.see(who, 'patents.see', async () => {
        const copy = await ofList(params.version)
        if (!copy.done) return copy
        const difference = await copies.since(copy.value, params.earlier)
        return difference ? bytes(reply, difference) : refuse({ code: 'copy-superseded' })
      }),
    'GET /api/field/records/:version/:piece': ({ who, params, reply }) =>
      frame.see(who, 'patents.see', async () => {
        const present = await copies.present()
        const copy = found(present.recordsVersion === params.version ? present : copies.ofRecords(params.version))
        if (!copy.done) return copy
        const piece = copy.value.pieces[params.piece]
        if (!piece) return refuse({ code: 'copy-superseded' })
        reply.header('content-encoding', 'gzip')
        return bytes(reply, piece, 'application/json; charset=utf-8')
      }),
    'POST /api/field/intentions': async ({ who, key, body }) => {
      const act = frame.acts.find((one) => one.word === body.word)
      if (!act) return refuse({ code: 'intention-unknown' })
      const madeAt = new Date(body.madeAt)
      if (!clock.demonstration && madeAt.getTime() > clock.now().getTime() + ahead) return refuse({ code: 'madeat-ahead' })
      const answered = await frame.actAt(who, key, act, body.input, madeAt)
      return answered.done ? done({ reply: answered.value }) : answered
    },
    'POST /api/field/photos': ({ who, request }) =>
      frame.see(who, 'patents.see', async () => {
        const part = request.isMultipart() ? await request.file() : undefined
        if (part === undefined || part.type !== 'file') return refuse({ code: 'request-malformed' })
        return frame.files.put(part.file, photoLimit)
      }),
  }
}

const found = (copy: PocketCopy | null): Outcome<PocketCopy, Refusal> => (copy ? done(copy) : refuse({ code: 'copy-superseded' }))

async function bytes(reply: FastifyReply, content: Uint8Array, type = 'application/octet-stream') {
  await reply.type(type).send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  return done(undefined)
}
