/** The table of limits in docs/law/limits.md: each article, and the entry of the catalogue that holds it. */
import { type LimitEntry, saySpan, shippedLimits, shippedRates } from '#modules/calendar'

const opening = '<!-- table of the catalogue of limits, made by npm run fix -->'
const closing = '<!-- end of the table -->'

/** The page with its table as it must be now; null where it has no place for it. */
export function withTable(page: string): string | null {
  const [from, to] = [page.indexOf(opening), page.indexOf(closing)]
  if (from < 0 || to < from) return null
  return `${page.slice(0, from)}${opening}\n\n${limitsTable()}\n\n${page.slice(to)}`
}

/** Whether two pages say the same; how wide the columns are is the formatter's. */
export const saysTheSame = (one: string, other: string): boolean => unpadded(one) === unpadded(other)

const unpadded = (page: string): string => page.replace(/ +(?=\|)/g, ' ').replace(/-{3,}/g, '---')

/** A heading and a table for each instrument, in the order of the catalogue. */
function limitsTable(): string {
  const byInstrument = Map.groupBy(shippedLimits(), ({ basis }) => basis.slice(0, basis.indexOf('》') + 1))
  const tables = [...byInstrument].map(
    ([instrument, entries]) =>
      `### ${instrument}\n\n| article | id | 期限 | length | counted from (before) | extended by | suspended by | roll | in force |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n${entries.map(line).join('\n')}`,
  )
  const rates = shippedRates().map(
    ({ id, name, rate, cap, basis }) =>
      `\`${id}\` (${name}) is a rate, not a limit: ${rate * 100} % a day, at most ${cap * 100} % of the sum; ${basis}.`,
  )
  return [...tables, ...rates].join('\n\n')
}

function line({ id, body, basis, validFrom, validTo, certainty }: LimitEntry): string {
  const extensions = body.extend.map(
    ({ n, unit, by, max }) =>
      `${n === null || unit === null ? 'a day named' : `${max ? '≤ ' : ''}${saySpan({ n, unit })}`} (${by})`,
  )
  const cells = [
    basis.slice(basis.indexOf('》') + 1),
    `\`${id}\``,
    `${body.name}${certainty === 'unverified' ? ' (reading of ours)' : ''}`,
    [
      body.opens && body.n === 0 ? '' : saySpan(body),
      body.alternative ? `or ${saySpan(body.alternative)} from ${body.alternative.event.name}` : '',
      body.opens ? `opens ${saySpan(body.opens)} ahead` : '',
      body.grace ? `grace ${saySpan(body.grace)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
    body.counted === 'before' ? `(${body.event.name})` : body.event.name,
    extensions.join(', '),
    body.stop.join(', '),
    body.counted === 'before' || body.unit === 'H' || body.unit === 'WD' ? '' : body.roll ? 'yes' : 'no',
    validFrom || validTo ? `${validFrom ?? ''} – ${validTo ?? ''}`.trim() : '',
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
