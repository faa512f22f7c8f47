import type { Kysely } from 'kysely'
import type { PlainDate } from '#kernel/time'
import { clientOf } from '../../store/client.ts'
import { sourceLabel } from '../record/sources.ts'

/** A kind of source of which the public register is made. */
export interface SourceOfRegister {
  readonly label: string
  /** The latest day of which a file of it speaks. */
  readonly day: PlainDate
  readonly files: number
}

/** The publishable sources in the register (可公布的来源), the latest first; what is for the office alone is not named. */
export async function publicSources(db: Kysely<unknown>, region: number): Promise<SourceOfRegister[]> {
  const { rows } = await clientOf(db).query<{ format: string; day: PlainDate; files: number }>(
    `select format, max(source_day) as day, count(*)::integer as files
     from patents.import
     where region_code = $1 and publishable and state = 'finished' and format <> 'hand'
     group by format
     order by day desc, format`,
    [region],
  )
  return rows.map(({ format, day, files }) => ({ label: sourceLabel(format), day, files }))
}

/** The version of the register (台账版本): another one whenever something was written. Who keeps answers keeps them under it. */
export async function patentsVersion(db: Kysely<unknown>, region: number): Promise<string> {
  const { rows } = await clientOf(db).query<{ version: string }>(
    'select version::text from patents.data_version where region_code = $1',
    [region],
  )
  return rows[0]?.version ?? '0'
}
