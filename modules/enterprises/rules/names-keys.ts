import type { NameParts } from './names-parts.ts'

/**
 * The keys under which a name is looked up among others (分组键): two names that `compareNames` calls same or likely share at
 * least one, so that a million names are matched without comparing all pairs. About ten a name, each met rarely.
 */
export function blockingKeys(parts: NameParts): string[] {
  const keys = new Set([`=${parts.letters}`])
  for (const name of parts.former) keys.add(`=${name.replace(/[^\p{L}\p{N}]+/gu, '')}`)
  if (parts.class === 'person') return [...keys]
  if (parts.sorted !== '') keys.add(`~${parts.sorted}`)
  const core = [...parts.core]
  if (core.length > 0) keys.add(`${parts.class}:${parts.core}`)
  // Two words one step apart are the same word once a character is left out of one or of both.
  if (core.length >= 5) for (let at = 0; at < core.length; at++) keys.add(`${parts.class}:${core.toSpliced(at, 1).join('')}`)
  return [...keys]
}

/** The same keys as 32-bit numbers, as the database keeps them. Two keys with one number only cost a comparison. */
export function blockNumbers(parts: NameParts): number[] {
  return [...new Set(blockingKeys(parts).map((key) => hashOf(key) | 0))]
}

/** FNV-1a, 32 bits, unsigned. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
