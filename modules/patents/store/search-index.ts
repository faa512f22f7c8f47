import type { PoolClient } from 'pg'

/** Rows below which the index of lexemes is kept up row by row. */
const fewest = 20_000
/** A file so many times as large as the register is taken in faster without it. */
const manyTimes = 4

/**
 * Sets the index of lexemes aside where an import of `expected` rows is large and the register still small: nearly nothing could be
 * searched yet, and making the index once at the end takes a third of the time. True where it is not there now. Where readers do not let
 * go of it within seconds it stays.
 */
export async function setSearchIndexAside(client: PoolClient, expected: number): Promise<boolean> {
  if (expected < fewest) return false
  // More rows than this are not worth counting.
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::integer as n from (select from patents.record limit $1) as counted',
    [Math.ceil(expected / manyTimes)],
  )
  if (rows[0]!.n * manyTimes >= expected) return false
  try {
    await client.query('select patents.set_search_index_aside()')
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '55P03') return false
    throw error
  }
}

/** Makes the index of lexemes anew where it was set aside, by whomever; some minutes for a million rows. */
export async function restoreSearchIndex(client: PoolClient): Promise<void> {
  await client.query('select patents.restore_search_index()')
}
