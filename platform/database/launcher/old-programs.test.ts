import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { foldersOf } from './folders.ts'
import { removeOldPrograms } from './old-programs.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhizhou programs-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A data folder with copies of programs, each a day old but the fresh ones, and a cluster whose server was started from one. */
function aFolder(copies: readonly string[], { startedFrom, fresh = [] }: { startedFrom: string | null; fresh?: string[] }) {
  const folders = foldersOf(root)
  const yesterday = Date.now() / 1000 - 86_400
  for (const name of copies) {
    mkdirSync(join(folders.programs, name, 'bin'), { recursive: true })
    writeFileSync(join(folders.programs, name, 'bin', 'postgres'), '')
    if (!fresh.includes(name)) utimesSync(join(folders.programs, name), yesterday, yesterday)
  }
  const cluster = join(folders.postgres, '18')
  mkdirSync(cluster, { recursive: true })
  if (startedFrom) {
    const program = join(folders.programs, startedFrom, 'bin', 'postgres')
    writeFileSync(join(cluster, 'postmaster.opts'), `${program} "-D" "${cluster}" "-c" "port=5432"\n`)
  }
  return { folders, cluster, bin: (name: string) => join(folders.programs, name, 'bin') }
}

const left = () => readdirSync(join(root, 'programs')).sort()

it('after an upgrade the copies that nobody runs go, drafts of broken copies too', () => {
  const { folders, cluster, bin } = aFolder(['old', 'older', 'older.4711', 'own'], { startedFrom: 'own' })
  removeOldPrograms(folders, cluster, bin('own'))
  expect(left()).toEqual(['own'])
})

it('the copy of the server that still runs stays', () => {
  const { folders, cluster, bin } = aFolder(['old', 'older', 'own'], { startedFrom: 'old' })
  removeOldPrograms(folders, cluster, bin('own'))
  expect(left()).toEqual(['old', 'own'])
})

it('a copy of this hour stays: another start may be on its way to it', () => {
  const { folders, cluster, bin } = aFolder(['old', 'own', 'new'], { startedFrom: 'own', fresh: ['new'] })
  removeOldPrograms(folders, cluster, bin('own'))
  expect(left()).toEqual(['new', 'own'])
})

it('programs elsewhere and a folder without copies are fine', () => {
  const { folders, cluster } = aFolder(['old'], { startedFrom: null })
  removeOldPrograms(folders, cluster, '/usr/lib/postgresql/15/bin')
  expect(left()).toEqual([])
  rmSync(join(root, 'programs'), { recursive: true })
  removeOldPrograms(folders, cluster, '/usr/lib/postgresql/15/bin')
})
