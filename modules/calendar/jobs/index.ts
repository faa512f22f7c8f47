import { uuidv7 } from 'uuidv7'
import type { Runner } from '#platform/acts'
import type { Jobs } from '#platform/jobs'
import { countKeptLimits } from '../acts/count-kept-limits.ts'

/** What the calendar does after an approval, on any process. */
export function calendarJobs({ runner }: { readonly runner: Runner }): Jobs {
  return {
    'calendar.count-kept-limits': async ({ region, ...input }: { region: number }) => {
      const actor = { id: null, name: '知州', via: 'product' } as const
      const ran = await runner.run(countKeptLimits, { region, actor, idempotencyKey: uuidv7() }, input)
      if (!ran.done) throw new Error(`counting kept limits: ${ran.refusal.code}`)
    },
  }
}
