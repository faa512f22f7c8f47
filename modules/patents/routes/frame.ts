import type { Wire } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Frame } from '#platform/http'
import type { SearchWire } from '../reads/search/index.ts'

/** Whoever is signed in, as far as the register must know. */
export interface Person {
  readonly id: string
  readonly name: string
}

/** What the patent register's routes need of the face beyond the ordinary frame. */
export interface PatentFrame<Who> extends Frame<Who> {
  readonly wire: Wire<unknown>
  readonly files: FileStore
  readonly search: SearchWire
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number
}
