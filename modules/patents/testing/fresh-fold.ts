import { canonical, meet } from '#kernel/register'
import { surroundings } from '../reads/surroundings.ts'
import { project, type RecordColumns } from '../rules/project.ts'
import { clientOf } from '../store/client.ts'
import { ofRecords } from '../store/observations.ts'
import { type anOffice, region } from './office.ts'

type Office = Awaited<ReturnType<typeof anOffice>>

/** The search column is written by PostgreSQL in an order of its own. */
const apart = new Set(['bg', 'region_code', 'id', 'public_form'])
const told = (columns: object) => canonical(Object.fromEntries(Object.entries(columns).filter(([name]) => !apart.has(name))))

interface Picture {
  readonly records: string[]
  readonly published: string[]
  readonly disputed: string[]
  readonly keys: string[]
}

/** The register as it is stored. */
export async function asStored({ database }: Office): Promise<Picture> {
  const ask = async <Row extends object>(text: string) => (await database.owner.pool.query<Row>(text)).rows
  const records = await ask('select * from patents.record')
  const published = await ask('select * from patents.public_record')
  const disputed = await ask<{ line: string }>(
    `select title || ' ' || field as line from patents.disagreement d join patents.record r on r.id = d.record_id`,
  )
  const keys = await ask<{ line: string }>(
    `select string_agg(key, ' ' order by key) as line from patents.record_key group by record_id`,
  )
  return {
    records: records.map((one) => `${told(one)} ${(one as { public_form: string }).public_form}`).sort(),
    published: published.map(told).sort(),
    disputed: disputed.map((one) => one.line).sort(),
    keys: keys.map((one) => one.line).sort(),
  }
}

/** The register as it must be: everything live met and folded from nothing. */
export async function foldedFresh({ database, wires }: Office): Promise<Picture> {
  const client = clientOf(database.owner.kysely)
  const { rows } = await client.query<{ record_id: string }>('select distinct record_id from patents.observation')
  const groups = meet(
    await ofRecords(
      client,
      region,
      rows.map((row) => row.record_id),
    ),
  )
  const around = surroundings(region, wires.clock.today())
  const projected = groups.filter((group) => group.some((one) => one.format !== 'hand')).map((group) => project(group, around))
  const form = ({ open }: { open: RecordColumns | 'same' | null }) => (open === null ? 'none' : open === 'same' ? 'same' : 'own')
  return {
    records: projected.map((one) => `${told(one.office)} ${form(one)}`).sort(),
    published: projected.flatMap(({ open }) => (open === null || open === 'same' ? [] : [told(open)])).sort(),
    disputed: projected.flatMap(({ office, disputed }) => disputed.map((field) => `${office.title} ${field}`)).sort(),
    keys: groups
      .map((group) => [...new Set(group.flatMap((one) => one.keys))].sort().join(' '))
      .filter(Boolean)
      .sort(),
  }
}
