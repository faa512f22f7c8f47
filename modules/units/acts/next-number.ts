import { sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { yearOf } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import { documentNumber } from '../rules/tree.ts'

/**
 * Gives the next document number (文号) of a unit's kind of paper, inside the act that uses it: no gap, no double, whatever
 * process asks. Refuses series-missing where the unit has no prefix for the paper on that day.
 */
export async function nextNumber(
  { tx, region, today }: ActContext,
  unit: string,
  paper: string,
): Promise<Outcome<string, { code: 'series-missing'; paper: string }>> {
  const series = await sql<{ id: string; prefix: string }>`
    select id, prefix
    from units.number_series
    where region_code = ${region} and unit_id = ${unit} and paper = ${paper}
      and from_day <= ${today} and (to_day is null or to_day >= ${today})`.execute(tx)
  const found = series.rows[0]
  if (!found) return refuse({ code: 'series-missing', paper })
  const year = yearOf(today)
  const { rows } = await sql<{ last: number }>`
    insert into units.number_counter (region_code, series_id, year, last)
    values (${region}, ${found.id}, ${year}, 1)
    on conflict (region_code, series_id, year) do update set last = units.number_counter.last + 1
    returning last`.execute(tx)
  return done(documentNumber(found.prefix, year, rows[0]!.last))
}
