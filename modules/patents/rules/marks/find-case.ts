import { type PlainDate, yearOf } from '#kernel/time'
import { licensedOn } from '../licences.ts'
import type { MarkedNumber, ReadMark } from './read-mark.ts'
import { compareMaker } from './same-maker.ts'
import { type Standing, standingOf } from './standing.ts'
import type { AskedMark, RegisterEntry } from './types.ts'

/** Which row of the decision table answers, and what its sentence names. */
export interface MarkCase {
  readonly row: string
  readonly entry: RegisterEntry | null
  readonly standing: Standing | null
  readonly faults: readonly Fault[]
  /** What stands against the maker, where the row is about who sold the goods or wrote the manual. */
  readonly behind: string | null
}

/** What is not as 专利标识标注办法 第五条、第六条 ask. */
export type Fault = 'no-kind' | 'no-zl' | 'no-check-digit' | 'kind-differs' | 'publication' | 'no-process'

/**
 * The order of decision (判定顺序): what is printed → the number's form → its check digit → year → the register → grant → status when
 * made → whose it is → how it is marked. The first that answers, answers; what nobody can know is never answered against anybody.
 */
export function findCase(
  asked: AskedMark,
  mark: ReadMark,
  number: MarkedNumber,
  look: (number: MarkedNumber) => RegisterEntry | null,
): MarkCase {
  const bare = (row: string): MarkCase => ({ row, entry: null, standing: null, faults: [], behind: null })
  const { reading } = number
  if (asked.found !== undefined)
    return { ...bare(`officer-${asked.found.toLowerCase()}`), entry: readable(reading.kind) ? look(number) : null }
  if (reading.kind === 'unknown') return bare('damaged-number')
  if (!readable(reading.kind)) return bare('other-number')
  if (asked.absent === true) return { ...bare(''), ...accused(asked, mark, number, 'nobodys-number') }
  if (reading.checkDigit?.valid === false) return bare('check-digit')
  if (asked.madeOn !== undefined && asked.seenOn !== undefined && asked.madeOn > asked.seenOn) return bare('days-crossed')
  if (tooLate(reading.year, asked.madeOn ?? asked.seenOn)) return bare('year-late')
  const entry = look(number)
  if (entry === null) return { ...bare('not-in-register'), faults: faultsOf(asked, mark, number) }
  const standing = standingOf(entry, asked)
  const faults = faultsOf(asked, mark, number)
  return { ...rowInRegister(asked, mark, number, entry, standing, faults), entry, standing, faults }
}

const readable = (kind: string): boolean =>
  kind === 'patent-number' || kind === 'application-number' || kind === 'publication-number'

const tooLate = (year: number | null, day: PlainDate | undefined): boolean =>
  year !== null && day !== undefined && year > yearOf(day)

function rowInRegister(
  asked: AskedMark,
  mark: ReadMark,
  number: MarkedNumber,
  entry: RegisterEntry,
  standing: Standing,
  faults: readonly Fault[],
): Row {
  if (unsettled.has(standing.is)) return alone(standing.is === 'unknown' ? 'status-unknown' : standing.is)
  if (mark.claims === 'application') return alone(rowOfApplicationMark(asked, mark, number, standing))
  const against = rowAgainst(asked, entry, standing)
  if (against === null) return alone(faults.length > 0 ? 'faults' : rowInForce(standing))
  return accusing.has(against) ? accused(asked, mark, number, against) : alone(against)
}

type Row = Pick<MarkCase, 'row' | 'behind'>

const alone = (row: string): Row => ({ row, behind: null })

/** Whom a row against the maker concerns: who sold the goods, who wrote the manual; nobody where nothing was called a patent. */
function accused(asked: AskedMark, mark: ReadMark, number: MarkedNumber, against: string): Row {
  // A number alone calls nothing a patent.
  if (mark.claims === null && asked.claimed === undefined && number.called === 'nothing') return alone('bare-number')
  if (asked.printedOn === 'material')
    return against === 'ended' || against === 'invalidated' ? alone('material-ended') : { row: 'material', behind: against }
  return asked.role === 'seller' ? { row: 'sold', behind: against } : alone(against)
}

const rowInForce = (standing: Standing): string =>
  standing.is === 'in-force' && standing.endedOn !== null ? 'sold-after-end' : 'in-force'

/** Standings that answer by themselves: the register does not know enough. */
const unsettled: ReadonlySet<Standing['is']> = new Set([
  'unknown',
  'before-filing',
  'pending-stale',
  'grant-day-missing',
  'end-day-missing',
  'made-day-missing',
])

const accusing: ReadonlySet<string> = new Set([
  'never-granted',
  'application-ended',
  'not-covered',
  'ended',
  'invalidated',
  'maker-other',
])

/** What stands against the mark, or what must be found out first; null where the right was in force and nothing speaks against the maker. */
function rowAgainst(asked: AskedMark, entry: RegisterEntry, standing: Standing): string | null {
  if (standing.is === 'pending') return 'never-granted'
  if (standing.is === 'application-ended') return 'application-ended'
  if (standing.is === 'ended') {
    if (standing.known === 'before-announcement') return 'before-announcement'
    return standing.how === 'invalidated' ? 'invalidated' : 'ended'
  }
  if (standing.is === 'in-force' && standing.how === 'invalidated') return 'invalidated-later'
  if (asked.covered === false) return 'not-covered'
  return rowOfMaker(asked, entry)
}

function rowOfMaker(asked: AskedMark, entry: RegisterEntry): string | null {
  const { maker = '', permission } = asked
  if (permission === 'disputed') return 'permission-disputed'
  if (permission === 'given') return null
  const day = asked.madeOn ?? asked.seenOn ?? asked.today ?? entry.asOf
  const licences = entry.licences ?? []
  const licensed = licences.filter((one) => licensedOn(one, day)).map(({ name }) => name)
  const compared = maker.trim() === '' ? null : compareMaker(maker, [...entry.holders, ...licensed])
  if (compared === 'same') return null
  if (permission === 'none') return 'maker-other'
  if (compared === null || entry.holders.length === 0) return null
  // Whose licence was in use at another time may have had it then too: contracts are put on record late.
  const once = licences.some(({ name }) => compareMaker(maker, [name]) !== 'other')
  return compared === 'other' && !once ? 'maker-other' : 'maker-unclear'
}

/** A mark that speaks of an application only (专利标识标注办法 第七条). */
function rowOfApplicationMark(asked: AskedMark, mark: ReadMark, number: MarkedNumber, standing: Standing): string {
  if (standing.is === 'pending')
    return mark.notGranted && (asked.claimed ?? number.kind) !== null && !number.zl ? 'pending-mark' : 'pending-mark-faulty'
  if (standing.is === 'in-force') return 'pending-mark-granted'
  return 'pending-mark-ended'
}

function faultsOf(asked: AskedMark, mark: ReadMark, number: MarkedNumber): Fault[] {
  const { reading } = number
  const kind = asked.claimed ?? number.kind
  const processUnsaid = asked.process === true && !mark.process
  const publication = reading.kind === 'publication-number'
  return [
    ...(kind === null ? (['no-kind'] as const) : []),
    ...(kind !== null && reading.right !== null && kind !== reading.right ? (['kind-differs'] as const) : []),
    ...(publication ? (['publication'] as const) : number.zl ? [] : (['no-zl'] as const)),
    ...(reading.checkDigit?.given === null ? (['no-check-digit'] as const) : []),
    ...(processUnsaid ? (['no-process'] as const) : []),
  ]
}
