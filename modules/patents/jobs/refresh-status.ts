import { calendarOf } from '#modules/calendar'
import { addJob } from '#platform/jobs'
import { type SpanColumns, spanOfColumns } from '../rules/project.ts'
import { nextChange, statusOn } from '../rules/status.ts'
import { clientOf } from '../store/client.ts'
import { raiseVersion } from '../store/register-version.ts'
import type { ImportWires } from './import-wires.ts'
import { isReckoned } from './reckon-status.ts'

/**
 * 状态更新: the rights whose span ended get the status of the day, out of their stored spans. Where the rule or the working days
 * are others than when the spans were made, a job reckons them all anew.
 */
export async function refreshStatus({ wire, clock }: ImportWires, region: number): Promise<void> {
  await wire.kysely.transaction().execute(async (tx) => {
    if (await isReckoned(clientOf(tx), region, await calendarOf(tx, region))) return
    await addJob(tx, 'patents.reckon-status', { region }, `reckon-status-${region}`)
  })
  const today = clock.today()
  for (const table of ['patents.record', 'patents.public_record']) {
    for (;;) {
      const { rows } = await wire.pool.query<{ id: string; status_spans: SpanColumns[] }>(
        `select id, status_spans from ${table} where region_code = $1 and status_next_on <= $2 limit 1000`,
        [region, today],
      )
      if (rows.length === 0) break
      const spans = rows.map((row) => row.status_spans.map(spanOfColumns))
      await wire.pool.query(
        `update ${table} r
         set status = n.status::patents.status, status_next_on = n.next_on
         from unnest($2::uuid[], $3::text[], $4::date[]) as n(id, status, next_on)
         where r.region_code = $1 and r.id = n.id`,
        [
          region,
          rows.map((row) => row.id),
          spans.map((one) => statusOn(one, today).status),
          spans.map((one) => nextChange(one, today)),
        ],
      )
      await wire.withClient((client) => raiseVersion(client, region))
    }
  }
}
