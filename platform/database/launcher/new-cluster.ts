import { spawn } from 'node:child_process'
import {
  appendFileSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import { OWNER } from '../roles.ts'
import { type OnStep, steps } from '../words.ts'
import type { Folders } from './folders.ts'
import { makePasswords } from './keys.ts'
import { exe, type Programs } from './programs.ts'
import { refuseUnlistedAccount, type ServerAccount } from './server-account.ts'
import { accessText, includeLines } from './settings.ts'

/** A new cluster takes 40 MB, its first write-ahead files and some room to work. */
export const ROOM_FOR_NEW = 300 * 1048576

/** An existing one must at least be able to start and recover. */
export const ROOM_FOR_START = 48 * 1048576

/**
 * Makes the cluster (数据库簇) under a temporary name and renames it, so that one that stands is whole. The superuser
 * is zhizhou_owner; every way in asks for a password.
 * @returns refusals: disk-full, no-passwd-entry, new-database-failed
 */
export async function makeCluster(
  folders: Folders,
  cluster: string,
  programs: Programs,
  account: ServerAccount,
  onStep: OnStep,
): Promise<Outcome<void, DatabaseRefusal>> {
  const room = refuseFullDisk(folders.root, ROOM_FOR_NEW)
  if (!room.done) return room
  const listed = refuseUnlistedAccount(account)
  if (!listed.done) return listed
  onStep(steps.newDatabase)
  removeDrafts(folders)
  const draft = `${cluster}.new.${process.pid}`
  const passwordDraft = join(folders.postgres, `password.new.${process.pid}`)
  try {
    writeFileSync(passwordDraft, makePasswords(folders).owner, { mode: 0o600 })
    if (account) chownSync(passwordDraft, account.uid, account.gid)
    const failure = await runInitdb(programs, account, draft, passwordDraft)
    if (failure !== null) return refuse({ code: 'new-database-failed', reason: failure })
    writeFileSync(join(draft, 'pg_hba.conf'), accessText)
    appendFileSync(join(draft, 'postgresql.conf'), includeLines)
    renameSync(draft, cluster)
    syncFolder(dirname(cluster))
    return done(undefined)
  } finally {
    rmSync(passwordDraft, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** @returns refusals: disk-full */
export function refuseFullDisk(path: string, neededBytes: number): Outcome<void, DatabaseRefusal> {
  const { bavail, bsize } = statfsSync(path)
  const freeBytes = bavail * bsize
  return freeBytes < neededBytes ? refuse({ code: 'disk-full', path, freeBytes, neededBytes }) : done(undefined)
}

/** Makes a rename outlive a power cut. Windows cannot open a folder for that, and need not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** What a killed start left behind; the start lock is held, so nobody else is at work on them. */
function removeDrafts(folders: Folders) {
  for (const name of readdirSync(folders.postgres).filter((name) => name.includes('.new.'))) {
    rmSync(join(folders.postgres, name), { recursive: true, force: true })
  }
}

function runInitdb(programs: Programs, account: ServerAccount, draft: string, passwordFile: string): Promise<string | null> {
  // Plain C would not lower letters beyond ASCII; the builtin C.UTF-8 does, and is the same on every machine.
  const builtin = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const locale = programs.major >= 17 ? builtin : ['--locale=C.UTF-8']
  const access = ['-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const child = spawn(
    join(programs.bin, exe('initdb')),
    ['-D', draft, ...access, '--encoding=UTF8', ...locale, '--data-checksums', '--no-instructions'],
    { ...account, cwd: '/', env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : lastLines(complaint) || `exit ${code}`))
  })
}

/** The server inherits nothing by accident: PGDATA, PGPORT and the like would change what it does. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { LC_ALL: 'C', ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) }
}

/** The end of a long complaint is what matters. */
export function lastLines(text: string, count = 3): string {
  return text.trim().split('\n').slice(-count).join(' ')
}
