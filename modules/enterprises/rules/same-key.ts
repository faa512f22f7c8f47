import type { NameParts } from './names-parts.ts'

/**
 * Names with one key are one holder's by rule (归并键): organisations by their letters, people by their whole spelling.
 * `compareParts` says `same` of any two of them; being a key, it finds the same groups in whatever order names come.
 */
export function sameKey(parts: NameParts): string {
  return parts.class === 'person' ? `person:${parts.spelling}` : `organisation:${parts.letters || parts.spelling}`
}
