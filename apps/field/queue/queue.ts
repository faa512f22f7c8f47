import { newKey } from '#ui'
import { readClock } from '../clock.ts'
import { database, kept, type Queued } from '../kept.ts'
import { setState } from '../state.ts'

/** What is done on the phone: the act's word and input, and what the list shows of it. */
export interface Deed {
  readonly word: string
  readonly input: Readonly<Record<string, unknown>>
  readonly photos: readonly string[]
  readonly title: string
  readonly line: string
}

/** Puts a deed into the queue under a key of its own. It is on the phone's disk when this returns. */
export async function enqueue(deed: Deed): Promise<Queued> {
  const { doubtful } = await readClock()
  const queued: Queued = {
    ...deed,
    key: newKey(),
    by: (await kept('person'))?.id ?? '',
    madeAt: new Date().toISOString(),
    clockDoubtful: doubtful,
    state: 'waiting',
  }
  const tx = (await database()).transaction(['queue', 'kept'], 'readwrite', { durability: 'strict' })
  void tx.objectStore('queue').add(queued)
  void tx.objectStore('kept').delete('draft')
  await tx.done
  await countQueue()
  return queued
}

/** Everything of the queue, the latest first. */
export async function readQueue(): Promise<Queued[]> {
  const all = await (await database()).getAll('queue')
  return all.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

export async function changeQueued(key: string, changes: Partial<Queued>): Promise<void> {
  const tx = (await database()).transaction('queue', 'readwrite', { durability: 'strict' })
  const queued = await tx.store.get(key)
  if (queued) void tx.store.put({ ...queued, ...changes })
  await tx.done
  await countQueue()
}

export async function countQueue(): Promise<void> {
  const db = await database()
  const [waiting, refused] = await Promise.all([
    db.countFromIndex('queue', 'state', 'waiting'),
    db.countFromIndex('queue', 'state', 'refused'),
  ])
  setState({ waiting, refused })
}

/** How long what was sent stays in the list, in days; its photos go at once. */
const shownDays = 7

/** Takes away what was sent a while ago, and photos of checks that were never recorded. */
export async function tidyQueue(): Promise<void> {
  const before = new Date(Date.now() - shownDays * 86_400_000).toISOString()
  const db = await database()
  const draft = (await kept('draft')) as { readonly photos?: readonly string[] } | undefined
  const wanted = new Set([...(draft?.photos ?? []), ...(await db.getAll('queue')).flatMap((one) => one.photos)])
  for (const id of await db.getAllKeys('photos')) if (!wanted.has(id)) await db.delete('photos', id)
  for (const one of await db.getAllFromIndex('queue', 'state', 'sent')) {
    if ((one.sentAt ?? '') < before) await db.delete('queue', one.key)
  }
}
