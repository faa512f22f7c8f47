import type { FastifyReply } from 'fastify'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { SignedInPerson } from '#modules/identity'
import { type PocketCopies, type PocketCopy, pocketWords } from '#modules/patents'
import type { FileStore } from '#platform/files'
import { type Frame, type Handlers, wordsOf } from '#platform/http'
import type { FieldRoutes, Sent } from '../field/contract.ts'

/** What the phone app's routes need beyond the ordinary frame. */
export interface FieldFrame extends Frame<SignedInPerson> {
  readonly copies: PocketCopies
  readonly files: FileStore
  /** The decision table of the mark check. */
  readonly markTable: () => Promise<readonly object[]>
  /** What a phone may send, by its word. */
  readonly deeds: Readonly<Record<string, DeedOnTheRoad>>
  /** Puts a photo to a check that was recorded. */
  readonly keepPhoto: DeedOnTheRoad
}

/** Runs an act that was done at an earlier moment. */
export type DeedOnTheRoad = (who: SignedInPerson, key: string, input: unknown, madeAt: Date) => Promise<Outcome<unknown, Refusal>>

export const fieldWords = wordsOf(pocketWords, {
  'intention-unknown': () => '现场端版本与系统不一致，本条记录暂不能接收。请联网更新现场端后重新上传；记录仍保留在手机上。',
  'photo-unreadable': () => '照片不是 JPEG 图片，没有接收。请重新拍摄。',
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
      const deed = Object.hasOwn(frame.deeds, body.word) ? frame.deeds[body.word] : undefined
      if (!deed) return refuse({ code: 'intention-unknown' })
      const madeAt = new Date(body.madeAt)
      if (!clock.demonstration && madeAt.getTime() > clock.now().getTime() + ahead) return refuse({ code: 'madeat-ahead' })
      const input = { county: await ownPlace(frame, who, body.word), ...body.input, note: noteOf(body) }
      const answered = await deed(who, key, input, madeAt)
      if (!answered.done) return answered
      await keepPhotos(frame, who, key, { ...body, check: (answered.value as { id: string }).id, madeAt })
      return done({ reply: answered.value })
    },
    'POST /api/field/photos': ({ who, request }) =>
      frame.see(who, 'patents.see', async () => {
        const part = request.isMultipart() ? await request.file() : undefined
        if (part === undefined || part.type !== 'file') return refuse({ code: 'request-malformed' })
        const stored = await frame.files.put(part.file, photoLimit, who.id)
        if (!stored.done) return stored
        return (await isJpeg(frame.files, stored.value.digest)) ? stored : refuse({ code: 'photo-unreadable' })
      }),
  }
}

/** An officer on the road acts in the name of his own place (division code); null: of the prefecture. */
async function ownPlace({ may }: FieldFrame, who: SignedInPerson, word: string): Promise<string | null> {
  if ((await may(who, word, null)).done) return null
  for (const { reach } of who.held) if (reach !== null && (await may(who, word, reach)).done) return String(reach)
  return null
}

/** Puts the photos to the check, each under a key of its own; one that is refused still stands in the check's note. */
async function keepPhotos(
  frame: FieldFrame,
  who: SignedInPerson,
  key: string,
  { photos, check, madeAt }: Pick<Sent, 'photos'> & { readonly check: string; readonly madeAt: Date },
): Promise<void> {
  for (const [at, { digest, size }] of photos.entries()) {
    const input = { check, digest, size, kind: 'jpeg', fileName: `现场照片${at + 1}.jpg`, onTheSpot: true }
    if (await isJpeg(frame.files, digest)) await frame.keepPhoto(who, `${key}-${at}`, input, madeAt)
  }
}

/** Whether the store has this file and it begins as a JPEG does: whatever else a phone names is no photo of its own. */
async function isJpeg(files: FileStore, digest: string): Promise<boolean> {
  if (!files.has(digest)) return false
  for await (const chunk of files.read(digest)) return (chunk as Buffer).subarray(0, 3).toString('hex') === 'ffd8ff'
  return false
}

/** What must be read beside the record: a clock that cannot be trusted, and the photos that were stored for it. */
function noteOf({ input, clockDoubtful, photos }: Sent): string {
  const said = typeof input.note === 'string' ? input.note : ''
  const seen = photos.map(({ digest }) => digest.slice(0, 16)).join('、')
  return [said, clockDoubtful ? '手机时间存疑' : '', photos.length > 0 ? `现场照片${photos.length}张（SHA-256：${seen}）` : '']
    .filter(Boolean)
    .join('；')
    .slice(0, 500)
}

const found = (copy: PocketCopy | null): Outcome<PocketCopy, Refusal> => (copy ? done(copy) : refuse({ code: 'copy-superseded' }))

async function bytes(reply: FastifyReply, content: Uint8Array, type = 'application/octet-stream') {
  await reply.type(type).send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  return done(undefined)
}
