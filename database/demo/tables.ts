import type { PlainDate } from '#kernel/time'
import type { DemoPatent, DemoRight } from './patent.ts'
import { demoPatents } from './patents.ts'
import { knownBy } from './source-days.ts'

/** A table as a source exports it. */
export interface DemoTable {
  /** Lines before the headings. */
  readonly preamble: readonly (readonly string[])[]
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const rightNames: Readonly<Record<DemoRight, string>> = {
  invention: '发明专利',
  'utility-model': '实用新型',
  design: '外观设计',
}

/** Whether a source of that day had the right as it stands now. */
export const listedBy = (day: PlainDate, { publication, endedOn }: DemoPatent): boolean =>
  knownBy(day, { ...(publication && { publishedOn: publication.on }), ...(endedOn && { endedOn }) })

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
