import { sql, type Transaction } from 'kysely'

/** The audit word under which details go, and the kind of its subject; both stand under the hash of their entry. */
export const erasing = { word: 'audit.approve-erasure', kind: 'trail-details' } as const

/**
 * Erases what entries say in words (日志明细), in the transaction of the act with the word `erasing.word`, whose subject's id
 * must be `entriesText(entries)`: by that the check of the chain knows that they went lawfully. Answers how many there were.
 */
export async function eraseDetails(tx: Transaction<unknown>, region: number, entries: readonly number[]): Promise<number> {
  const { rows } = await sql<{
    gone: number
  }>`select trail.erase_details(${region}::integer, ${entries}::bigint[]) as gone`.execute(tx)
  return rows[0]!.gone
}

/** Entries as text, runs drawn together: `12-15,18`. */
export function entriesText(entries: readonly number[]): string {
  const runs: [number, number][] = []
  for (const n of [...new Set(entries)].sort((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && last[1] === n - 1) last[1] = n
    else runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}

/** The entries that such a text names; null where it is none, or names more than `most`. */
export function readEntries(text: string, most: number): number[] | null {
  const entries = new Set<number>()
  for (const run of text
    .normalize('NFKC')
    .split(/[,、;\s]+/)
    .filter(Boolean)) {
    const [, from, to] = /^(\d{1,15})(?:[-–—~至](\d{1,15}))?$/.exec(run) ?? []
    if (from === undefined) return null
    const [first, last] = [Number(from), Number(to ?? from)]
    if (first < 1 || last < first || last - first >= most) return null
    for (let n = first; n <= last; n++) entries.add(n)
    if (entries.size > most) return null
  }
  return entries.size === 0 ? null : [...entries].sort((one, other) => one - other)
}
