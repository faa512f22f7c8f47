import type { Readable } from 'node:stream'
import type { Outcome } from '#kernel/outcome'
import type { FileRefusal } from './words.ts'

/** A file as the store knows it: its content's SHA-256 in hexadecimal, and its size in bytes. */
export interface StoredFile {
  readonly digest: string
  readonly size: number
}

/** Where uploads and papers live (文件库). One content is stored once; a place elsewhere (S3 …) would be another of these. */
export interface FileStore {
  /**
   * Takes a stream; refuses `too-large` beyond `limit` bytes and leaves nothing behind. `from` is the id of the person who
   * uploads it, whose daily limit it counts against.
   */
  readonly put: (content: Readable, limit: number, from?: string) => Promise<Outcome<StoredFile, FileRefusal>>
  readonly read: (digest: string) => Readable
  /** A path on this machine for programs that need one. */
  readonly path: (digest: string) => string
  readonly has: (digest: string) => boolean
}
