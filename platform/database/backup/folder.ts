import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { refuseFullDisk, syncFolder } from '../launcher/new-cluster.ts'
import { isRunning } from '../launcher/pids.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { type OnStep, steps } from '../words.ts'
import { copyTree, type FileEntry, type Tree, treeOf, writeThrough } from './copy.ts'
import type { Manifest } from './manifest.ts'

/** What to save and where. */
export interface BackupOptions {
  /** An empty or new folder of one's own choice, or a folder (DATA/backups) to make one in, named by the time in UTC. */
  readonly target: { readonly directory: string } | { readonly within: string }
  /** Other folders to save along, by the name they get: `{ files: DATA/files, keys: DATA/keys }`. */
  readonly folders?: Readonly<Record<string, string>>
  /** What to keep in the manifest. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly onStep?: OnStep
}

/** A backup being written: under another name until it is whole. */
export interface Draft {
  readonly path: string
  readonly final: string
}

/** @returns refusals: target-not-empty */
export function beginDraft(target: BackupOptions['target']): Outcome<Draft, DatabaseRefusal> {
  const time = new Date().toISOString().replace(/[:.]/g, '-')
  const final = resolve('directory' in target ? target.directory : join(target.within, time))
  if (existsSync(final) && (!statSync(final).isDirectory() || readdirSync(final).length > 0)) {
    return refuse({ code: 'target-not-empty', path: final })
  }
  mkdirSync(dirname(final), { recursive: true, mode: 0o700 })
  removeDeadDrafts(dirname(final))
  const path = `${final}.partial-${process.pid}`
  mkdirSync(path, { mode: 0o700 })
  return done({ path, final })
}

/** Backups whose writer was killed half-way. */
function removeDeadDrafts(within: string) {
  for (const name of readdirSync(within)) {
    const writer = /\.partial-(\d+)$/.exec(name)?.[1]
    if (writer && !isRunning(Number(writer))) rmSync(join(within, name), { recursive: true, force: true })
  }
}

export function dropDraft(draft: Draft): void {
  rmSync(draft.path, { recursive: true, force: true })
}

/** Writes the manifest and gives the folder its name: from here on it is a backup. */
export async function finishDraft(draft: Draft, manifest: Manifest): Promise<void> {
  await writeThrough(join(draft.path, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  for (const directory of ['', ...manifest.directories]) syncFolder(join(draft.path, directory))
  if (existsSync(draft.final)) rmdirSync(draft.final)
  renameSync(draft.path, draft.final)
  syncFolder(dirname(draft.final))
}

/** The bytes of a tree. */
export function sizeOf(root: string, tree: Tree): number {
  return tree.files.reduce((sum, path) => sum + (statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0), 0)
}

/** Room for the copy, a tenth more for what is written meanwhile, and some that must stay. */
export function refuseWithoutRoom(path: string, bytes: number): Outcome<void, DatabaseRefusal> {
  return refuseFullDisk(path, Math.ceil(bytes * 1.1) + 64 * 1048576)
}

/** The folders to save along, listed. */
export async function listFolders(folders: BackupOptions['folders'] = {}): Promise<{ name: string; root: string; tree: Tree }[]> {
  const listed = Object.entries(folders).map(async ([name, root]) => ({ name, root, tree: await treeOf(root) }))
  return Promise.all(listed)
}

/** Copies the folders into the draft. After the database: what it names must be there, more does no harm. */
export async function copyFolders(draft: Draft, folders: BackupOptions['folders'] = {}, onStep: OnStep) {
  const files: FileEntry[] = []
  const directories: string[] = []
  for (const { name, root, tree } of await listFolders(folders)) {
    onStep(steps.copyFolder(basename(root)))
    const prefix = `folders/${name}`
    files.push(...(await copyTree(root, join(draft.path, prefix), tree, prefix)))
    directories.push('folders', prefix, ...tree.directories.map((directory) => `${prefix}/${directory}`))
  }
  return { files, directories: [...new Set(directories)] }
}
