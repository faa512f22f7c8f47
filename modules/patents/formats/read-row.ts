import type { PlainDate } from '#kernel/time'
import type { LegalEvent, PatentFields, Payment, Publication } from '../rules/fields.ts'
import { readIpc, readIpcList, readLocarno } from '../rules/ipc.ts'
import { eventWord } from './event-word.ts'
import type { Column } from './layout.ts'
import { readPayment } from './payment.ts'
import { readPriorities } from './priorities.ts'
import type { Recognised } from './recognise.ts'
import { firstClaimOf, isHan, longestCell, names, oneLine, readDay, readRight, tidy } from './values.ts'
import { rowReasons } from './words.ts'

export type RowReading = { readonly fields: PatentFields } | { readonly reason: string }

interface Cell {
  readonly heading: string
  readonly text: string
}

class Refused extends Error {}

/**
 * What one row of a recognised table says. A wrong check digit is kept as printed; refused (with the reason a person reads)
 * is a row without any number, with a day that does not exist, or with a cell beyond all measure.
 */
export function readRow(recognised: Recognised, cells: readonly string[]): RowReading {
  try {
    return { fields: fieldsOf(recognised, cells) }
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message }
    throw error
  }
}

function fieldsOf(recognised: Recognised, cells: readonly string[]): PatentFields {
  const { layout } = recognised
  const row = new Row(recognised, cells)
  const persons = (column: Column) => absentIfEmpty(names(layout.persons(row.take(column))))
  const firms = (column: Column) => absentIfEmpty(names((layout.firms ?? layout.persons)(row.take(column))))
  const right = readRight(row.first('right'))
  const fields: Mutable<PatentFields> = {
    ...numbersOf(row),
    right,
    ...titlesOf(row, layout.englishTitles ?? false),
    applicants: firms('applicants'),
    holders: firms('holders'),
    inventors: persons('inventors'),
    address: row.line('address'),
    province: row.place('province'),
    city: row.place('city'),
    county: row.place('county'),
    creditCode: row.line('creditCode')?.split(/[;；|,，\s]+/u)[0],
    holderKind: row.line('holderKind'),
    agency: absentIfEmpty(names(layout.persons(row.take('agency'))).join('；')),
    agents: persons('agents'),
    examiner: row.line('examiner'),
    filedOn: row.day('filedOn'),
    grantedOn: row.day('grantedOn'),
    priorities: readPriorities(row.take('priorities'), row.take('priorityDays'), row.take('priorityCountries')),
    earliestPriorityOn: row.day('earliestPriorityOn'),
    divisionalOf: row.line('divisionalOf'),
    internationalApplication: row.line('internationalApplication'),
    internationalPublication: row.line('internationalPublication'),
    nationalPhaseOn: row.day('nationalPhaseOn'),
    ...classesOf(row, right === 'design'),
    abstract: row.text('abstract'),
    firstClaim: claimOf(row),
    statusWord: absentIfEmpty(row.all('status').map(oneLine).join('；')),
    statusOn: row.day('statusOn'),
    events: eventOf(row, layout.columns.eventWord !== undefined),
    payments: paymentOf(row, layout.columns.paidFor !== undefined),
    expiresOn: row.day('expiresOn'),
    family: absentIfEmpty(names(row.take('family').split(/[;；|\n]+/u))),
    references: absentIfEmpty(names(row.take('references').split(/[;；|\n␟]+/u))),
    extra: row.extra(),
  }
  // Where a source names the holder of today alone, he is all that is known of applicants.
  fields.applicants ??= fields.holders
  return stripped(fields)
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

/** The cells of one row by what they hold, and what nobody asked for. */
class Row {
  readonly #cells = new Map<Column, Cell[]>()
  readonly #extra = new Map<string, string>()

  constructor({ layout, placed, unplaced }: Recognised, cells: readonly string[]) {
    for (const { at, heading, column } of placed) {
      if (column === 'ignored') continue
      const text = read(cells[at], heading, layout.clean?.[column])
      if (!text) continue
      if (column === 'kept') this.keep(heading, text)
      else this.#cells.set(column, [...(this.#cells.get(column) ?? []), { heading, text }])
    }
    for (const { at, heading } of unplaced) {
      const text = read(cells[at], heading)
      if (text) this.keep(heading, text)
    }
  }

  keep(heading: string, text: string): void {
    const before = this.#extra.get(heading)
    if (before === undefined) this.#extra.set(heading, text)
    else if (!before.split('\n').includes(text)) this.#extra.set(heading, `${before}\n${text}`)
  }

  /** Every filled cell of the column. */
  all(column: Column): string[] {
    return (this.#cells.get(column) ?? []).map((cell) => cell.text)
  }

  /** The preferred cell with its heading; the others are kept beside. */
  cell(column: Column): Cell | undefined {
    const [first, ...others] = this.#cells.get(column) ?? []
    for (const other of others) if (other.text !== first?.text) this.keep(other.heading, other.text)
    return first
  }

  first(column: Column): string {
    return this.#cells.get(column)?.[0]?.text ?? ''
  }

  take(column: Column): string {
    return this.cell(column)?.text ?? ''
  }

  text(column: Column): string | undefined {
    return this.cell(column)?.text
  }

  line(column: Column): string | undefined {
    const text = this.cell(column)?.text
    return text === undefined ? undefined : oneLine(text)
  }

  /** A name of a place out of 江苏;32 or 甘肃省 | 北京市: the first run of Chinese characters. */
  place(column: Column): string | undefined {
    const cell = this.cell(column)
    const found = cell && /\p{Script=Han}+/u.exec(cell.text)?.[0]
    if (cell && !found) this.keep(cell.heading, cell.text)
    return found
  }

  day(column: Column): PlainDate | undefined {
    const cell = this.cell(column)
    return cell && dayIn(cell.heading, cell.text)
  }

  extra(): Record<string, string> | undefined {
    return this.#extra.size > 0 ? Object.fromEntries(this.#extra) : undefined
  }
}

function read(cell: string | undefined, heading: string, clean?: (text: string) => string): string {
  if (cell === undefined || cell === '') return ''
  if (cell.length >= longestCell) throw new Refused(rowReasons.cellTooLong(heading, cell.length))
  const text = tidy(cell)
  return text && clean ? clean(text) : text
}

function dayIn(heading: string, text: string): PlainDate | undefined {
  const day = readDay(text)
  if (day === null) throw new Refused(rowReasons.noSuchDay(heading, text))
  return day
}

function numbersOf(row: Row): Pick<PatentFields, 'applicationNumber' | 'publications'> {
  const filed = row.cell('applicationNumber')
  const patent = row.cell('patentNumber')
  const applicationNumber = filed ?? patent
  if (filed && patent && filed.text !== patent.text) row.keep(patent.heading, patent.text)
  const publications = [
    ...publicationsOf(row.cell('publicationNumber'), row.cell('publishedOn')),
    ...publicationsOf(row.cell('grantNumber'), row.first('grantNumber') ? row.cell('grantedOn') : undefined),
  ]
  const printed = [...(applicationNumber ? [applicationNumber] : []), ...publications.map((one) => one.from)]
  if (!printed.some(({ text }) => /\d/u.test(text))) {
    // A dash or the like is an empty cell; letters were meant as a number.
    const meant = printed.find(({ text }) => /\p{L}/u.test(text))
    throw new Refused(meant ? rowReasons.notANumber(meant.heading, meant.text) : rowReasons.noNumber)
  }
  const spoilt = printed.find(({ text }) => /^\d(?:\.\d+)?e\+?\d+$/iu.test(text))
  if (spoilt) throw new Refused(rowReasons.scientificNotation(spoilt.heading, spoilt.text))
  // Lost characters elsewhere (rare ones in names) are the source's own; in a number they are its loss.
  const lost = printed.find(({ text }) => text.includes('\ufffd'))
  if (lost) throw new Refused(rowReasons.damaged(lost.heading, lost.text))
  const seen = new Set<string>()
  return {
    applicationNumber: applicationNumber && oneLine(applicationNumber.text),
    publications: absentIfEmpty(
      publications.flatMap(({ publication }) => {
        if (seen.has(publication.number)) return []
        seen.add(publication.number)
        return [publication]
      }),
    ),
  }
}

/** Publications and their days; a family's cell holds several, line by line. A day without a number is kept beside. */
function publicationsOf(number: Cell | undefined, on: Cell | undefined): { publication: Publication; from: Cell }[] {
  if (!number) return []
  const numbers = names(number.text.split(/[;；\r\n]+/u))
  const days = on ? on.text.split(/[;；\r\n]+/u).map((day) => dayIn(on.heading, day)) : []
  return numbers.map((text, place) => {
    const day = days.length === numbers.length ? days[place] : numbers.length === 1 ? days[0] : undefined
    return { publication: day ? { number: text, on: day } : { number: text }, from: { heading: number.heading, text } }
  })
}

function titlesOf(row: Row, english: boolean): Pick<PatentFields, 'title' | 'titleTranslated'> {
  const title = row.line('title')
  const titleTranslated = row.line('titleTranslated')
  if (!english || !title || isHan(title)) return { title, titleTranslated }
  return { titleTranslated: titleTranslated ?? title }
}

function classesOf(row: Row, design: boolean): Pick<PatentFields, 'ipc' | 'mainIpc' | 'locarno' | 'cpc'> {
  const locarno = new Set(pieces(row.take('locarno')).flatMap((piece) => readLocarno(piece) ?? []))
  const main = row.cell('mainIpc')
  const list = row.cell('ipc')
  const { codes, rest } = readIpcList(list?.text ?? '')
  const mainIpc = main && readIpc(main.text)
  // Designs bear their Locarno class in the same column.
  const unread: Cell[] = rest.map((text) => ({ heading: list!.heading, text }))
  if (main && !mainIpc) unread.unshift(...pieces(main.text).map((text) => ({ heading: main.heading, text })))
  for (const { heading, text } of unread) {
    const found = readLocarno(text)
    if (found && (design || text.includes('-'))) locarno.add(found)
    else row.keep(heading, text)
  }
  const cpc = row.cell('cpc')
  const other = readIpcList(cpc?.text ?? '')
  for (const text of other.rest) row.keep(cpc!.heading, text)
  return {
    ipc: absentIfEmpty(codes),
    mainIpc: mainIpc ?? undefined,
    locarno: absentIfEmpty([...locarno]),
    cpc: absentIfEmpty(other.codes),
  }
}

const pieces = (text: string): string[] => names(text.split(/[;；|,，\r\n␟]+/u))

/** The event of a row in a table of events; without a word for it the row says nothing. */
function eventOf(row: Row, expected: boolean): readonly LegalEvent[] | undefined {
  if (!expected) return undefined
  const text = row.text('eventText')
  const word = eventWord(row.line('eventWord') ?? '', '', text ?? '')
  if (!word) throw new Refused(rowReasons.noEvent)
  const on = row.day('eventOn')
  return [{ ...(on ? { on } : {}), word, ...(text ? { text } : {}) }]
}

/** The annuity of a row in a table of paid fees; other fees are kept beside, as they stand. */
function paymentOf(row: Row, expected: boolean): readonly Payment[] | undefined {
  if (!expected) return undefined
  const [kind, year, amount] = [row.cell('paidFor'), row.cell('paidYear'), row.cell('paidAmount')]
  const cells = { year: year?.text ?? '', amount: amount?.text ?? '', receipt: row.take('receipt') }
  const paid = readPayment({ kind: kind?.text ?? '', on: row.day('paidOn'), ...cells })
  if (paid === 'year-missing') throw new Refused(rowReasons.noFeeYear(kind!.text))
  if (paid === 'day-missing') throw new Refused(rowReasons.noPaymentDay)
  if (paid === 'amount-unreadable') throw new Refused(rowReasons.noAmount(amount!.heading, amount!.text))
  if (paid === null) for (const cell of [kind, year, amount, row.cell('paidOn')]) if (cell) row.keep(cell.heading, cell.text)
  return paid === null ? undefined : [paid]
}

function claimOf(row: Row): string | undefined {
  const cell = row.cell('firstClaim')
  if (!cell) return undefined
  const first = firstClaimOf(cell.text)
  if (first.length < cell.text.length) row.keep(cell.heading, cell.text)
  return first
}

function absentIfEmpty<T extends string | readonly unknown[]>(value: T): T | undefined {
  return value.length > 0 ? value : undefined
}

/** Without the members that are undefined: two rows that say the same are the same. */
function stripped(fields: PatentFields): PatentFields {
  const said: Record<string, unknown> = {}
  for (const name in fields) {
    const value = fields[name as keyof PatentFields]
    if (value !== undefined) said[name] = value
  }
  return said
}
