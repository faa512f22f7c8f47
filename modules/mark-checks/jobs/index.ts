import type { Jobs } from '#platform/jobs'
import { type ListWires, runList } from './check-list.ts'
import { type Enlisting, enlistRows } from './enlist-rows.ts'

export type { ListWires }

/** The jobs of this module. */
export const markCheckJobs = (wires: ListWires): Jobs => ({
  'mark-checks.check-list': ({ region, id, pasted }: { region: number; id: string; pasted: string | null }) =>
    runList(wires, region, id, pasted),
  'mark-checks.enlist': (asked: Enlisting) => enlistRows(wires, asked),
})
