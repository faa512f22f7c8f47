import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP, OWNER } from '../roles.ts'
import type { Folders } from './folders.ts'

/** The passwords of the two roles, as they lie in DATA/keys. */
export interface Passwords {
  readonly owner: string
  readonly app: string
}

export function passwordFile(folders: Folders, role: typeof OWNER | typeof APP): string {
  return join(folders.keys, `${role}.password`)
}

/** Reads both passwords; null where one is missing. Throws EACCES where they belong to another account. */
export function readPasswords(folders: Folders): Passwords | null {
  try {
    const read = (role: typeof OWNER | typeof APP) => readFileSync(passwordFile(folders, role), 'utf8').trim()
    return { owner: read(OWNER), app: read(APP) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Reads the passwords, making those that are missing. Only for a cluster that does not yet exist. */
export function makePasswords(folders: Folders): Passwords {
  mkdirSync(folders.keys, { recursive: true, mode: 0o700 })
  chmodSync(folders.keys, 0o700)
  const found = readPasswords(folders)
  if (found) return found
  for (const role of [OWNER, APP] as const) {
    const file = passwordFile(folders, role)
    writeFileSync(`${file}.new`, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return readPasswords(folders) as Passwords
}
