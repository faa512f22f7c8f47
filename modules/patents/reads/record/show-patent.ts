import { done, type Outcome } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Wire } from '#platform/database'
import type { Source } from '../../contract.ts'
import { patentRegister } from '../../rules/register.ts'
import { type Status, statusOn } from '../../rules/status.ts'
import { clientOf } from '../../store/client.ts'
import { rowsOf } from '../rows.ts'
import { loadRecord } from './load-record.ts'
import { spansOfColumns, storedColumns } from './record.ts'
import { sourcesOf } from './sources.ts'

interface SaidValue {
  readonly value: unknown
  readonly source: Source
}

/** A record as the command line shows it: each field with its sources, values as they are stored. */
export interface ShownPatent {
  readonly id: string
  readonly applicationNumber: string | null
  readonly publicationNumber: string | null
  readonly title: string
  readonly right: string | null
  readonly county: string | null
  readonly on: PlainDate
  /** As today's knowledge says of that day, with its reason. */
  readonly status: Status
  readonly statusBecause: string | null
  readonly publicForm: string
  readonly fields: Readonly<Record<string, SaidValue & { readonly others: readonly SaidValue[] }>>
}

/** `show patent NUMBER [--on DATE]`. Refuses patent-unknown. */
export async function showPatent(
  wire: Pick<Wire<unknown>, 'kysely'>,
  region: number,
  number: string,
  on: PlainDate,
): Promise<Outcome<ShownPatent, { code: 'patent-unknown' }>> {
  const client = clientOf(wire.kysely)
  const loaded = await loadRecord(client, region, number)
  if (!loaded.done) return loaded
  const record = loaded.value
  const row = (await rowsOf(client, region, [record.id])).get(record.id)!
  const stored = await storedColumns(client, region, record.id)
  const sourceOf = await sourcesOf(client, region, [record])
  const { status, because } = statusOn(spansOfColumns(stored), on)
  const names = (Object.keys(patentRegister.fields) as (keyof typeof patentRegister.fields)[]).filter((name) => name !== 'joins')
  const fields = names.flatMap((name) => {
    const field = record.folded[name]
    if (field === undefined) return []
    const saying = record.observations.filter((one) => one.fields[name] !== undefined)
    const believed = saying.find((one) => one.digest === field.from)!
    const others = saying.filter((one) => one !== believed).map((one) => ({ value: one.fields[name], source: sourceOf(one) }))
    return [[name, { value: field.value, source: sourceOf(believed), others }] as const]
  })
  return done({
    id: record.id,
    applicationNumber: row.applicationNumber,
    publicationNumber: row.publicationNumber,
    title: row.title,
    right: row.right,
    county: row.county,
    on,
    status,
    statusBecause: because,
    publicForm: stored.public_form,
    fields: Object.fromEntries(fields),
  })
}
