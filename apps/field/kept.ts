import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PocketRecord } from '../../modules/patents/screens/field/index.tsx'
import type { Copy } from './contract.ts'

/** Who signed in on this phone last, and what the office said of him: all that an inspector without a signal may rest on. */
export interface KeptPerson {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly may: readonly string[]
  readonly productName: string
  readonly officeName: string
  /** When the office last confirmed the session, in milliseconds. */
  readonly confirmedAt: number
}

/** The list of all numbers as it came, packed. */
export interface KeptList {
  readonly version: string
  readonly asOf: string
  readonly madeAt: string
  readonly numbers: Uint8Array
  /** Null until the second part came. */
  readonly ends: Uint8Array | null
}

export interface KeptRecords {
  readonly version: string
  readonly asOf: string
  readonly count: number
  readonly left: number
}

/** How far the phone's clock is from the server's, in milliseconds, and the latest moment this phone has seen. */
export interface KeptClock {
  readonly offset: number | null
  readonly latest: number
  readonly demonstrationDay: string | null
}

/** One thing done on the phone, on its way to the office (待上传记录). */
export interface Queued {
  /** The idempotency key: done once, however often it is sent. */
  readonly key: string
  readonly by: string
  readonly word: string
  readonly input: Readonly<Record<string, unknown>>
  /** ISO, by the phone's clock. */
  readonly madeAt: string
  readonly clockDoubtful: boolean
  readonly photos: readonly string[]
  /** For the list: what was checked and what the phone answered. */
  readonly title: string
  readonly line: string
  readonly state: 'waiting' | 'refused' | 'settled' | 'sent'
  /** The office's sentence, where it refused. */
  readonly sentence?: string
  readonly sentAt?: string
}

export interface KeptPhoto {
  readonly id: string
  readonly picture: Blob
  readonly width: number
  readonly height: number
  /** SHA-256 and bytes, once the office has it. */
  readonly sent?: { readonly digest: string; readonly size: number }
}

interface Kept {
  readonly person: KeptPerson
  readonly list: KeptList
  readonly records: KeptRecords
  /** What is being fetched: the version and how many pieces of it are there. */
  readonly fetching: { readonly copy: Copy; readonly pieces: number }
  readonly table: unknown
  readonly clock: KeptClock
  readonly draft: unknown
}

interface Shape extends DBSchema {
  kept: { key: keyof Kept; value: Kept[keyof Kept] }
  /** Under [version, number]: a new version is written beside the one in use. */
  records: {
    key: [string, string]
    value: PocketRecord & { readonly version: string }
    indexes: { publication: [string, string] }
  }
  queue: { key: string; value: Queued; indexes: { state: string } }
  photos: { key: string; value: KeptPhoto }
}

export type Database = IDBPDatabase<Shape>

const name = 'zhizhou-field'
let opening: Promise<Database> | undefined

/** The phone's own database. It stays the same over updates of the app: a newer shape is made out of the older one. */
export function database(): Promise<Database> {
  opening ??= openDB<Shape>(name, 1, {
    upgrade(db) {
      db.createObjectStore('kept')
      db.createObjectStore('records', { keyPath: ['version', 'body'] }).createIndex('publication', ['version', 'publication'])
      db.createObjectStore('queue', { keyPath: 'key' }).createIndex('state', 'state')
      db.createObjectStore('photos', { keyPath: 'id' })
    },
    // Another window of a newer app waits for this one to let go.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      opening = undefined
    },
    terminated: () => {
      opening = undefined
    },
  })
  return opening
}

export async function kept<Name extends keyof Kept>(what: Name): Promise<Kept[Name] | undefined> {
  return (await (await database()).get('kept', what)) as Kept[Name] | undefined
}

export async function keep<Name extends keyof Kept>(what: Name, value: Kept[Name]): Promise<void> {
  await (await database()).put('kept', value, what)
}

export async function forget(what: keyof Kept): Promise<void> {
  await (await database()).delete('kept', what)
}

/** 清除本机数据: what signing out does. Everything goes, the queue too. */
export async function wipe(): Promise<void> {
  const db = await database()
  const all = ['kept', 'records', 'queue', 'photos'] as const
  const tx = db.transaction(all, 'readwrite')
  await Promise.all([...all.map((store) => tx.objectStore(store).clear()), tx.done])
  localStorage.removeItem(hadCopy)
}

/** Set beside the database when it has a copy; alone it tells that the phone's system took the database away (清理). */
export const hadCopy = 'zhizhou-field.copy'
