/** The note in node_modules that says which lock it was made from. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const lock = join(root, 'package-lock.json')
export const stampFile = join(root, 'node_modules', '.zhizhou-stamp')

/** @returns {{ hash: string, size: number, mtimeMs: number, tools: boolean } | null} */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return null
  }
}

/** Notes the lock that node_modules was made from, and whether the development packages are there. Needs no right to write where the hash stood already. */
export function writeStamp(hash, tools) {
  const { size, mtimeMs } = statSync(lock)
  try {
    writeFileSync(stampFile, JSON.stringify({ hash, size, mtimeMs, tools }))
  } catch (error) {
    if (readStamp()?.hash !== hash) throw error
  }
}

/**
 * Whether node_modules is as the lock says, by the lock's size and time of change alone: this stands in the way of every
 * command, and the hash is taken when in doubt.
 */
export function packagesStand({ tools }) {
  const stamp = readStamp()
  if (!stamp || (tools && !stamp.tools)) return false
  const { size, mtimeMs } = statSync(lock)
  return stamp.size === size && stamp.mtimeMs === mtimeMs
}
