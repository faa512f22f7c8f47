import type { Pool } from 'pg'
import { nameSeparator } from '../rules/project.ts'

/** Every spelling of an applicant's name in the register (申请人名称), once each, five thousand held at a time. */
export async function* applicantNames(pool: Pool, region: number): AsyncGenerator<string> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('begin read only')
    await client.query(
      `declare names no scroll cursor for
       select distinct unnest(string_to_array(applicants, '${nameSeparator}')) as name from patents.record where region_code = ${Math.trunc(region)}`,
    )
    for (;;) {
      const { rows } = await client.query<{ name: string }>('fetch 5000 from names')
      if (rows.length === 0) break
      for (const { name } of rows) if (name !== '') yield name
    }
    await client.query('commit')
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    // Whoever stops listening in the middle leaves a transaction behind: it goes with its connection.
    client.release(failure ?? true)
  }
}
