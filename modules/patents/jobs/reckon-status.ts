import { createHash } from 'node:crypto'
import { fold } from '#kernel/register'
import { addDays, type PlainDate, plainDate, type WorkCalendar } from '#kernel/time'
import { calendarOf } from '#modules/calendar'
import { columnsOfSpan, publicPart, spansOf } from '../rules/project.ts'
import { patentRegister } from '../rules/register.ts'
import { nextChange, type StatusSpan, statusOn } from '../rules/status.ts'
import type { RegisterClient } from '../store/client.ts'
import { ofRecords } from '../store/observations.ts'
import { raiseVersion } from '../store/register-version.ts'
import { lockRegister } from '../store/take-batch.ts'
import { type ImportWires, inBatch } from './import-wires.ts'

/** Raised with every change of the rule in rules/status.ts that gives stored records another status. */
const rule = 3

/** What the status of every record rests on beside its sources: the rule, and which days are worked. */
export function statusSign(calendar: WorkCalendar): string {
  const hash = createHash('sha256').update(`${rule}:`)
  for (let day = plainDate('1985-01-01'); day < '2060-01-01'; day = addDays(day, 1))
    hash.update(calendar.isWorkday(day) ? '1' : '0')
  return hash.digest('base64url').slice(0, 22)
}

/** Whether the stored status rests on the rule and the working days of today. */
export async function isReckoned(client: RegisterClient, region: number, calendar: WorkCalendar): Promise<boolean> {
  const { rows } = await client.query<{ sign: string }>('select sign from patents.status_basis where region_code = $1', [region])
  return rows[0]?.sign === statusSign(calendar)
}

/**
 * 重新推算法律状态: every record's spans are made anew out of its observations, a thousand records a transaction. May be broken off
 * and begun again: what stands right already is not written.
 */
export async function reckonStatus({ wire, clock }: ImportWires, region: number): Promise<void> {
  const calendar = await calendarOf(wire.kysely, region)
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const ids = await inBatch(wire, async (client) => {
      await lockRegister(client, region)
      const { rows } = await client.query<{ id: string }>(
        'select id from patents.record where region_code = $1 and id > $2 order by id limit 1000',
        [region, last],
      )
      const found = rows.map((row) => row.id)
      if (found.length > 0) await reckon(client, { region, today: clock.today(), calendar }, found)
      return found
    })
    if (ids.length === 0) break
    last = ids.at(-1)!
  }
  await wire.pool.query(
    `insert into patents.status_basis (region_code, sign) values ($1, $2)
     on conflict (region_code) do update set sign = excluded.sign, reckoned_at = now()`,
    [region, statusSign(calendar)],
  )
}

interface Around {
  readonly region: number
  readonly today: PlainDate
  readonly calendar: WorkCalendar
}

async function reckon(client: RegisterClient, around: Around, ids: readonly string[]): Promise<void> {
  const observations = await ofRecords(client, around.region, ids)
  const groups = Map.groupBy(observations, (one) => one.recordId!)
  const office = [...groups].map(([id, group]) => ({ id, spans: spansOf(fold(patentRegister, group), group, around.calendar) }))
  const open = [...groups].flatMap(([id, group]) => {
    const seen = publicPart(group)
    return seen.length === 0 ? [] : [{ id, spans: spansOf(fold(patentRegister, seen), seen, around.calendar) }]
  })
  const changed =
    (await write(client, 'patents.record', around, office)) + (await write(client, 'patents.public_record', around, open))
  if (changed > 0) await raiseVersion(client, around.region)
}

async function write(
  client: RegisterClient,
  table: string,
  { region, today }: Around,
  records: readonly { readonly id: string; readonly spans: readonly StatusSpan[] }[],
): Promise<number> {
  const { rows } = await client.query(
    `update ${table} r
     set status_spans = n.spans, status = n.status::patents.status, status_next_on = n.next_on
     from unnest($2::uuid[], $3::jsonb[], $4::text[], $5::date[]) as n(id, spans, status, next_on)
     where r.region_code = $1 and r.id = n.id and r.status_spans is distinct from n.spans
     returning r.id`,
    [
      region,
      records.map((one) => one.id),
      records.map((one) => JSON.stringify(one.spans.map(columnsOfSpan))),
      records.map((one) => statusOn(one.spans, today).status),
      records.map((one) => nextChange(one.spans, today)),
    ],
  )
  return rows.length
}
