import { openWire, type Problem, ProblemError } from '#ui'
import type { FieldRoutes } from '../contract.ts'
import { database, type KeptPhoto, kept, type Queued } from '../kept.ts'
import { confirmSession } from '../session.ts'
import { fieldState, noteReach, setState } from '../state.ts'
import { changeQueued, readQueue } from './queue.ts'

const ask = openWire<FieldRoutes>()

let running: Promise<void> | null = null

/** Sends what waits, oldest first, once at a time; in another window of the app nothing is sent meanwhile. */
export function upload(): Promise<void> {
  running ??= locked(sendAll).finally(() => {
    running = null
    setState({ uploading: false })
  })
  return running
}

const locked = (deed: () => Promise<void>): Promise<void> =>
  navigator.locks
    ? navigator.locks
        .request('zhizhou-field-upload', { ifAvailable: true }, (lock) => (lock ? deed() : undefined))
        .then(() => undefined)
    : deed()

/** What says nothing against the deed itself: it is sent again later. */
const passing: ReadonlySet<string> = new Set([
  'unreachable',
  'garbled',
  'signed-out',
  'csrf-mismatch',
  'must-change-password',
  'password-expired',
  'too-many-requests',
  'server-busy',
  'server-error',
  'intention-unknown',
])

async function sendAll(): Promise<void> {
  const person = await kept('person')
  if (!person || fieldState().session === 'ended') return
  const waiting = (await readQueue()).filter((one) => one.state === 'waiting' && one.by === person.id).reverse()
  if (waiting.length === 0) return
  if (fieldState().session !== 'open' && !(await confirmSession())) return
  setState({ uploading: true })
  for (const one of waiting) {
    const problem = await send(one)
    noteReach(problem)
    if (problem === null) continue
    if (passing.has(problem.code))
      return setState({ trouble: problem.status === 0 || problem.status === 401 ? null : problem.sentence })
    await changeQueued(one.key, { state: 'refused', sentence: sentenceOf(problem) })
  }
}

/** Sends the photos and then the deed; answers what was refused. A deed that was sent twice is done once: the server knows its key. */
async function send(one: Queued): Promise<Problem | null> {
  try {
    const photos = []
    for (const id of one.photos) {
      const sent = await sendPhoto(id)
      if (sent) photos.push(sent)
    }
    const { word, input, madeAt, clockDoubtful } = one
    await ask('POST /api/field/intentions', { body: { word, input, madeAt, clockDoubtful, photos }, key: one.key })
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  await changeQueued(one.key, { state: 'sent', sentAt: new Date().toISOString() })
  const db = await database()
  for (const id of one.photos) await db.delete('photos', id)
  return null
}

async function sendPhoto(id: string): Promise<NonNullable<KeptPhoto['sent']> | null> {
  const db = await database()
  const photo = await db.get('photos', id)
  if (!photo) return null
  if (photo.sent) return photo.sent
  const body = new FormData()
  body.set('file', photo.picture, `${id}.jpg`)
  const sent = await ask('POST /api/field/photos', { body, key: id })
  await db.put('photos', { ...photo, sent })
  return sent
}

function sentenceOf({ sentence, fields }: Problem): string {
  return fields ? `${sentence}（${Object.values(fields).join('；')}）` : sentence
}
