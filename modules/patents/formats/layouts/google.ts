import { type Layout, partedBy } from '../layout.ts'

// What a comma within one firm's name is followed by.
const legalForm =
  /^(?:(?:ltd|inc|llc|l\.l\.c|llp|lp|l\.p|co|corp|company|corporation|limited|gmbh|s\.?a|s\.?p\.?a|s\.?r\.?l|n\.?v|b\.?v|a\.?g|k\.?k|plc|pty|pte)\b\.?\s*)+$/iu

const byComma = partedBy(/,\s+/u)

/** Google joins names by a comma and a blank, and writes `Idemitsu Kosan Co., Ltd., Toyota …` all the same. */
function firms(cell: string): readonly string[] {
  const parts: string[] = []
  for (const piece of byComma(cell)) {
    if (parts.length > 0 && legalForm.test(piece)) parts.push(`${parts.pop()}, ${piece}`)
    else parts.push(piece)
  }
  return parts
}

/** Google Patents' search download. Line 1 is `search URL:,…`, the ids are publication numbers, no application number stands anywhere. */
export const google: Layout = {
  format: 'google',
  englishTitles: true,
  persons: byComma,
  firms,
  signs: ['inventor/author', 'filing/creation date'],
  expected: [
    'id',
    'title',
    'assignee',
    'inventor/author',
    'priority date',
    'filing/creation date',
    'publication date',
    'grant date',
    'result link',
  ],
  columns: {
    publicationNumber: ['id'],
    publishedOn: ['publication date'],
    grantedOn: ['grant date'],
    title: ['title'],
    applicants: ['assignee'],
    inventors: ['inventor/author'],
    filedOn: ['filing/creation date'],
    earliestPriorityOn: ['priority date'],
    ignored: ['result link', 'representative figure link'],
  },
}
