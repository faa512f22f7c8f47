import { type PlainDate, plainDate } from '#kernel/time'
import { demoDay } from './lives.ts'
import type { DemoPatent, DemoRight } from './patent.ts'
import { demoPatents } from './patents.ts'

/** A table as a source exports it. */
export interface DemoTable {
  /** Lines before the headings. */
  readonly preamble: readonly (readonly string[])[]
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The days of which the tables speak: the commercial one and Google are older. */
export const sourceDays = { cnipr: demoDay, patsnap: plainDate('2020-06-30'), google: plainDate('2020-03-31') }

export const rightNames: Readonly<Record<DemoRight, string>> = {
  invention: '发明专利',
  'utility-model': '实用新型',
  design: '外观设计',
}

/** Whether a source of that day had the right as it stands now. */
export const listedBy = (day: PlainDate, { publication, endedOn }: DemoPatent): boolean =>
  publication !== undefined && publication.on <= day && (endedOn === undefined || endedOn <= day)

/** The four models whose application number no source prints. */
export const numberUnknown = (): DemoPatent[] => demoPatents().filter(({ oddity }) => oddity === 'number-unknown')

/** The rows of a table, column by column. */
export function table<T>(listed: readonly T[], columns: readonly (readonly [string, (one: T) => string])[]): DemoTable {
  return {
    preamble: [],
    headings: columns.map(([heading]) => heading),
    rows: listed.map((one) => columns.map(([, cell]) => cell(one))),
  }
}
