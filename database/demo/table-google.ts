import { chance } from './chance.ts'
import { demoPatents } from './patents.ts'
import { sourceDays } from './source-days.ts'
import { type DemoTable, listedBy, numberUnknown, table } from './tables.ts'

/** 50 rows in the layout of Google Patents, by publication number: 46 that the main table has too, and the four models it lacks. */
export function googleTable(): DemoTable {
  const known = demoPatents().filter((one) => listedBy(sourceDays.google, one) && !one.oddity)
  const listed = [...chance(48).shuffled(known).slice(0, 46), ...numberUnknown()]
  const rows = table(listed, [
    ['id', ({ publication }) => publication!.number.replace(/^(CN)(\d+)([A-Z])$/, '$1-$2-$3')],
    ['title', ({ english }) => `${english} `],
    ['assignee', ({ applicants }) => applicants.join(', ')],
    ['inventor/author', ({ inventors }) => inventors.join(', ')],
    ['priority date', ({ filedOn }) => filedOn],
    ['filing/creation date', ({ filedOn }) => filedOn],
    ['publication date', ({ publication }) => publication!.on],
    ['grant date', ({ grantedOn }) => grantedOn ?? ''],
    ['result link', ({ publication }) => `https://patents.google.com/patent/${publication!.number}/en`],
  ])
  return { ...rows, preamble: [['search URL:', 'https://patents.google.com/?assignee=demo']] }
}
