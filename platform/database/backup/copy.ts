import { createHash } from 'node:crypto'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** One file of a backup: its path in it with forward slashes, its size in bytes, its SHA-256. */
export interface FileEntry {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** What lies in a folder: files and folders by their path from it, with forward slashes. */
export interface Tree {
  readonly files: readonly string[]
  readonly directories: readonly string[]
}

const NOTHING: Tree = { files: [], directories: [] }

/** Lists a folder; what `skip` names is left out, of a folder so named the contents. */
export async function treeOf(root: string, skip: (path: string) => boolean = () => false, at = ''): Promise<Tree> {
  const files: string[] = []
  const directories: string[] = []
  for (const entry of await orNothing(readdir(join(root, at), { withFileTypes: true }), [])) {
    const path = at ? `${at}/${entry.name}` : entry.name
    if (entry.isDirectory()) {
      directories.push(path)
      const below = skip(path) ? NOTHING : await treeOf(root, skip, path)
      files.push(...below.files)
      directories.push(...below.directories)
    } else if (entry.isFile()) {
      if (!skip(path)) files.push(path)
    } else if (entry.isSymbolicLink()) {
      throw new Error(`A backup does not follow links: ${join(root, path)}`)
    }
  }
  return { files, directories }
}

/** Copies a tree, four files at a time. A file that is gone when its turn comes is left out. */
export async function copyTree(from: string, to: string, tree: Tree, prefix: string): Promise<FileEntry[]> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const directory of tree.directories) await mkdir(join(to, directory), { recursive: true, mode: 0o700 })
  const entries: FileEntry[] = []
  const waiting = tree.files.values()
  const copyWhatWaits = async () => {
    for (const path of waiting) {
      const copied = await orNothing(copyFile(join(from, path), join(to, path)), null)
      if (copied) entries.push({ path: `${prefix}/${path}`, ...copied })
    }
  }
  await Promise.all(Array.from({ length: 4 }, copyWhatWaits))
  return entries
}

/** Copies one file through to the disk and answers what it copied. */
export async function copyFile(from: string, to: string): Promise<{ size: number; sha256: string }> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const read = await readThrough(source, (bytes) => target.write(bytes))
      await target.sync()
      return read
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Reads a file and answers its size and digest. */
export async function digestOf(path: string): Promise<{ size: number; sha256: string }> {
  const source = await open(path, 'r')
  try {
    return await readThrough(source)
  } finally {
    await source.close()
  }
}

type Source = Awaited<ReturnType<typeof open>>

async function readThrough(source: Source, use: (bytes: Buffer) => Promise<unknown> = async () => {}) {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 18)
  let size = 0
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length)
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') }
    const bytes = buffer.subarray(0, bytesRead)
    hash.update(bytes)
    await use(bytes)
    size += bytesRead
  }
}

/** Writes a text through to the disk. */
export async function writeThrough(path: string, text: string): Promise<{ size: number; sha256: string }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const target = await open(path, 'wx', 0o600)
  try {
    await target.writeFile(text)
    await target.sync()
  } finally {
    await target.close()
  }
  return { size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }
}

/** While the server works, files come and go. */
async function orNothing<T, U>(deed: Promise<T>, nothing: U): Promise<T | U> {
  try {
    return await deed
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing
    throw error
  }
}
