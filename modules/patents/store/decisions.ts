import type { RegisterClient } from './client.ts'
import type { Kept } from './observations.ts'

/** A decision by hand in force (人工核定). */
export interface Decision {
  readonly id: string
  readonly observationId: string
  /** `field:title`, `county`, `twin:ID`. */
  readonly subject: string
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** The decisions among these observations, by observation. */
export async function decisionsOf(
  client: RegisterClient,
  region: number,
  observations: readonly Kept[],
): Promise<Map<string, Decision>> {
  const hand = observations.filter((one) => one.format === 'hand').map((one) => one.id)
  if (hand.length === 0) return new Map()
  const { rows } = await client.query<Decision>(
    `select id, observation_id as "observationId", subject, reason, decided_name as by, decided_at as at
     from patents.decision
     where region_code = $1 and observation_id = any($2::uuid[])`,
    [region, hand],
  )
  return new Map(rows.map((row) => [row.observationId, row]))
}
