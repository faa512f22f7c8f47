import { compareText } from '#kernel/register'
import type { LoadedRecord } from './load-record.ts'

/**
 * The number by which a decision by hand stays with its record, through undone and repeated imports: that of the application
 * before that of a publication, as the sources bear it. One only: rows that a file joined part again when it goes. Null where no
 * source bears a usable number.
 */
export function decisionKey({ observations }: Pick<LoadedRecord, 'observations'>): string | null {
  const keys = observations.filter((one) => one.format !== 'hand').flatMap((one) => one.keys)
  return keys.sort(compareText)[0] ?? null
}
