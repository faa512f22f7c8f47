import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import type { FileEntry } from './copy.ts'

/** A table in a logical export. */
export interface ExportedTable {
  /** As SQL writes it: `patents.record`. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly file: string
}

/** What a backup folder says of itself, in manifest.json. */
export interface Manifest {
  readonly format: 'zhizhou-backup-1'
  readonly kind: 'physical' | 'logical'
  /** The moment the database's part was finished, UTC. */
  readonly madeAt: string
  /** PostgreSQL's version, as in `18.4`. */
  readonly postgres: string
  /** The write-ahead positions between which a physical copy was made. */
  readonly wal?: { readonly start: string; readonly stop: string }
  /** The migrations a logical export rests on, and its tables in the order in which they can be filled. */
  readonly migrations?: readonly { readonly name: string; readonly checksum: string }[]
  readonly tables?: readonly ExportedTable[]
  readonly sequences?: readonly { readonly name: string; readonly value: string }[]
  /** The folders saved along, such as the file store and the keys. */
  readonly folders: readonly string[]
  /** What the caller wants to keep with it, such as head and length of the trail. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Folders that must exist though nothing lies in them. */
  readonly directories: readonly string[]
  readonly files: readonly FileEntry[]
}

/** @returns refusals: not-a-backup */
export function readManifest(directory: string): Outcome<Manifest, DatabaseRefusal> {
  try {
    const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest
    const paths = [...manifest.files.map(({ path }) => path), ...manifest.directories, ...manifest.folders]
    if (manifest.format === 'zhizhou-backup-1' && paths.every(staysInside)) return done(manifest)
  } catch {
    // missing, cut off, or another program's
  }
  return refuse({ code: 'not-a-backup', path: directory })
}

/** Nothing in a backup is written outside the folder it is restored to. */
function staysInside(path: string): boolean {
  return !/^([/\\]|[a-z]:)/i.test(path) && !path.split(/[/\\]/).includes('..')
}
