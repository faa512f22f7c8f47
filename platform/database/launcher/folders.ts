import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where things lie in a data folder (数据目录). */
export interface Folders {
  readonly root: string
  /** The clusters, one folder per major version; owned by the server's account. */
  readonly postgres: string
  /** A copy of the programs, where the server's account cannot read the installed ones. */
  readonly programs: string
  /** Lock, log of the last start, and the socket where its path is short enough. */
  readonly run: string
  /** Passwords and other secrets, for the product's account only. */
  readonly keys: string
  readonly backups: string
}

/** Makes the data folder where there is none and answers its parts, by their real path. */
export function foldersOf(dataDir: string): Folders {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const root = realpathSync(dataDir)
  const at = (name: string) => join(root, name)
  return {
    root,
    postgres: at('postgres'),
    programs: at('programs'),
    run: at('run'),
    keys: at('keys'),
    backups: at('backups'),
  }
}

/** A socket's path may have 107 bytes, the end of them `/.s.PGSQL.5432`; commas and quotes part a list of directories. */
export function socketFolder(folders: Folders): string {
  const fits = Buffer.byteLength(join(folders.run, '.s.PGSQL.5432')) <= 107 && !/[,"]/.test(folders.run)
  return fits ? folders.run : join(tmpdir(), `zhizhou-${createHash('sha256').update(folders.root).digest('hex').slice(0, 12)}`)
}
