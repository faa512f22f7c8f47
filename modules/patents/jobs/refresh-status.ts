import { nextChange, type StatusSpan, statusOn } from '../rules/status.ts'
import { raiseVersion } from '../store/register-version.ts'
import type { ImportWires } from './import-wires.ts'

/** 状态更新: once a day the rights whose span ended get the status of the day, out of their stored spans. */
export async function refreshStatus({ wire, clock }: ImportWires, region: number): Promise<void> {
  const today = clock.today()
  for (const table of ['patents.record', 'patents.public_record']) {
    for (;;) {
      const { rows } = await wire.pool.query<{ id: string; status_spans: [StatusSpan['from'], StatusSpan['status'], string][] }>(
        `select id, status_spans from ${table} where region_code = $1 and status_next_on <= $2 limit 1000`,
        [region, today],
      )
      if (rows.length === 0) break
      const spans = rows.map((row) => row.status_spans.map(([from, status, because]) => ({ from, status, because })))
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
