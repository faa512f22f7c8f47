import { OWNER } from '../roles.ts'
import type { OnStep } from '../words.ts'
import type { Address } from './connect.ts'
import type { Folders } from './folders.ts'
import { readPasswords } from './keys.ts'
import type { Postmaster } from './postmaster.ts'
import type { Programs } from './programs.ts'
import type { ServerAccount } from './server-account.ts'
import type { Tuning } from './settings.ts'

/** Everything needed to start or meet the server of one cluster. */
export interface Place {
  readonly folders: Folders
  readonly cluster: string
  readonly programs: Programs
  readonly account: ServerAccount
  readonly tuning: Tuning
  readonly transport: 'socket' | 'tcp'
  readonly onStep: OnStep
}

/** How the owner reaches a database of the running server. */
export function ownerAt(place: Place, at: Postmaster, database: string): Address {
  return { ...address(at), user: OWNER, password: readPasswords(place.folders)?.owner ?? '', database }
}

/** Socket folder or host, and port, as the server itself wrote them down. */
export function address(at: Postmaster): { host: string; port: number } {
  return { host: at.socketDirectory || at.address || '127.0.0.1', port: at.port }
}
