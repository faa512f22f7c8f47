import type { Wire } from '#platform/database'
import type { Jobs } from '#platform/jobs'
import { forgetNames } from './forget-names.ts'
import { learnNames } from './learn-names.ts'

export { learnNames } from './learn-names.ts'
export { type Learnt, takeNames } from './take-names.ts'

/** The jobs of the holders, by name; `namesOf` reads all applicants' names of a region from the registers that have some. */
export function enterpriseJobs(wire: Wire<unknown>, namesOf: (region: number) => AsyncIterable<string> | Iterable<string>): Jobs {
  return {
    'enterprises.learn-names': async ({ region }: { region: number }) => {
      await learnNames(wire, region, namesOf(region))
    },
    'enterprises.forget-names': async ({ region }: { region: number }) => {
      await forgetNames(wire, region, () => namesOf(region))
    },
  }
}
