import { join } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import { digestOf } from './copy.ts'
import { type Manifest, readManifest } from './manifest.ts'

/**
 * Reads every file of a backup and compares it with the manifest.
 * @returns refusals: not-a-backup, backup-damaged
 */
export async function verifyBackup(directory: string): Promise<Outcome<Manifest, DatabaseRefusal>> {
  const manifest = readManifest(directory)
  if (!manifest.done) return manifest
  const wrong: string[] = []
  for (const { path, size, sha256 } of manifest.value.files) {
    const found = await digestOf(join(directory, path)).catch(() => null)
    if (found?.size !== size || found.sha256 !== sha256) wrong.push(path)
  }
  return wrong.length > 0 ? refuseDamaged(directory, wrong) : done(manifest.value)
}

/** The first few are enough to name. */
export function refuseDamaged(path: string, files: readonly string[]): Outcome<never, DatabaseRefusal> {
  return refuse({ code: 'backup-damaged', path, files: files.slice(0, 3), count: files.length })
}
