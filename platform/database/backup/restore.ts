import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { type Folders, foldersOf } from '../launcher/folders.ts'
import { syncFolder } from '../launcher/new-cluster.ts'
import { chooseServerAccount, openTheWay, type ServerAccount } from '../launcher/server-account.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { type OnStep, steps } from '../words.ts'
import { copyTree, type Tree } from './copy.ts'
import { refuseWithoutRoom } from './folder.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { refuseDamaged } from './verify.ts'

/**
 * Puts a physical backup into a new data folder. Every file is compared with the manifest while it is copied; the
 * cluster gets its name last. The next openDatabase rolls it forward to the backup's end.
 * @returns refusals: not-a-backup, backup-of-other-kind, target-not-empty, disk-full, backup-damaged,
 *   no-server-account, folder-closed-to-server
 */
export async function restoreBackup(
  directory: string,
  dataDir: string,
  { onStep = () => {} }: { onStep?: OnStep } = {},
): Promise<Outcome<Manifest, DatabaseRefusal>> {
  const read = readManifest(directory)
  if (!read.done) return read
  const manifest = read.value
  if (manifest.kind !== 'physical') return refuse({ code: 'backup-of-other-kind', path: directory, kind: manifest.kind })
  const folders = foldersOf(dataDir)
  const taken = [folders.postgres, ...manifest.folders.map((name) => join(folders.root, name))].find(isTaken)
  if (taken) return refuse({ code: 'target-not-empty', path: taken })
  const room = refuseWithoutRoom(
    folders.root,
    manifest.files.reduce((sum, { size }) => sum + size, 0),
  )
  if (!room.done) return room
  const account = chooseServerAccount(folders)
  if (!account.done) return account
  const way = openTheWay(folders, account.value)
  if (!way.done) return way
  return await restore(directory, manifest, folders, account.value, onStep)
}

async function restore(directory: string, manifest: Manifest, folders: Folders, account: ServerAccount, onStep: OnStep) {
  const cluster = join(folders.postgres, manifest.postgres.split('.')[0] ?? '')
  const draft = `${cluster}.new.${process.pid}`
  mkdirSync(folders.postgres, { recursive: true, mode: 0o700 })
  onStep(steps.restoreDatabase)
  const wrong = await copyOut(directory, manifest, 'cluster', draft)
  const along: string[] = []
  for (const name of manifest.folders) {
    onStep(steps.restoreFolder(name))
    const to = join(folders.root, name)
    rmSync(to, { recursive: true, force: true })
    along.push(to)
    wrong.push(...(await copyOut(directory, manifest, `folders/${name}`, to)))
  }
  if (wrong.length > 0) {
    for (const path of [draft, ...along]) rmSync(path, { recursive: true, force: true })
    return refuseDamaged(directory, wrong)
  }
  if (account) give(folders.postgres, account)
  renameSync(draft, cluster)
  for (const path of [cluster, ...along]) syncFolder(dirname(path))
  return done(manifest)
}

function isTaken(path: string): boolean {
  return existsSync(path) && readdirSync(path).length > 0
}

/** Copies one part of the backup and answers which of its files are missing or changed. */
async function copyOut(directory: string, manifest: Manifest, part: string, to: string): Promise<string[]> {
  const within = (path: string) => path.startsWith(`${part}/`)
  const inside = (path: string) => path.slice(part.length + 1)
  const expected = manifest.files.filter(({ path }) => within(path))
  const tree: Tree = {
    files: expected.map(({ path }) => inside(path)),
    directories: manifest.directories.filter(within).map(inside),
  }
  const copied = new Map((await copyTree(join(directory, part), to, tree, part)).map((entry) => [entry.path, entry.sha256]))
  return expected.filter(({ path, sha256 }) => copied.get(path) !== sha256).map(({ path }) => path)
}

/** The server reads and writes its files under its own account. */
function give(folder: string, account: { uid: number; gid: number }) {
  chownSync(folder, account.uid, account.gid)
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, path), account.uid, account.gid)
  }
}
