import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, sep } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import type { Folders } from './folders.ts'

/** The account the server runs under when the product is root; null means the product's own account. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | null

const CANDIDATES = ['zhizhou', 'postgres', 'nobody'] as const

/**
 * PostgreSQL refuses to run as root. As root: the owner of the cluster, else of the data folder, else a system user.
 * @returns refusals: no-server-account
 */
export function chooseServerAccount(folders: Folders): Outcome<ServerAccount, DatabaseRefusal> {
  if (process.getuid?.() !== 0) return done(null)
  const keeper = statSync(folders.postgres, { throwIfNoEntry: false })
  if (keeper && keeper.uid !== 0) return done({ uid: keeper.uid, gid: keeper.gid })
  const owner = statSync(folders.root)
  if (owner.uid !== 0 && accountName(owner.uid)) return done({ uid: owner.uid, gid: owner.gid })
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid && gid) return done({ uid, gid })
  }
  return refuse({ code: 'no-server-account', tried: CANDIDATES })
}

/** `initdb` looks its own account up and fails where the system does not list it (containers with a random uid). */
export function refuseUnlistedAccount(account: ServerAccount): Outcome<void, DatabaseRefusal> {
  if (process.platform === 'win32') return done(undefined)
  const uid = account?.uid ?? process.getuid?.() ?? 0
  if (account ? accountName(uid) : ownName()) return done(undefined)
  return refuse({ code: 'no-passwd-entry', uid })
}

/**
 * The server must be able to walk down to its files. The data folder itself, and what lies below the temporary
 * directory, is opened for passing through (the parts of the data folder have their own locks); any other closed
 * folder, such as root's home, is not ours to open.
 * @returns refusals: folder-closed-to-server
 */
export function openTheWay(folders: Folders, account: ServerAccount): Outcome<void, DatabaseRefusal> {
  if (!account) return done(undefined)
  const temporary = `${realpathSync(tmpdir())}${sep}`
  for (;;) {
    const closed = firstClosed(folders.root, account)
    if (!closed) return done(undefined)
    const { uid, mode } = statSync(closed)
    const ours = uid === 0 && (mode & 0o001) === 0 && (closed === folders.root || closed.startsWith(temporary))
    if (!ours) {
      return refuse({ code: 'folder-closed-to-server', path: closed, user: accountName(account.uid) ?? String(account.uid) })
    }
    chmodSync(closed, (mode & 0o7777) | 0o011)
  }
}

/** The topmost folder on the way down that this account may not enter; null where the way is free. */
function firstClosed(folder: string, account: { uid: number; gid: number }): string | null {
  if (canEnter(folder, account)) return null
  const above = dirname(folder)
  return above === folder ? folder : (firstClosed(above, account) ?? folder)
}

/** The name of the account this program runs under, its number where it has none. */
export function ownAccountName(): string {
  return ownName() ?? String(process.getuid?.() ?? '?')
}

function canEnter(folder: string, account: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function ownName(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}

function accountName(uid: number): string | null {
  const listed = listedName(uid)
  if (listed) return listed
  try {
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

function listedName(uid: number): string | undefined {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
    return lines.map((line) => line.split(':')).find((fields) => fields[2] === String(uid))?.[0]
  } catch {
    return undefined
  }
}

function idOf(which: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}
