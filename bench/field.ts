/**
 * The list that phones carry, at a million numbers: how large its two parts are, how fast they open and how fast a number is
 * found, beside the same numbers in a Set; and what a day's difference weighs. `npm run bench -- field [COUNT]`.
 */
import {
  applyDifference,
  differenceOf,
  type ListLine,
  listOf,
  packEnds,
  packNumbers,
  placeIn,
  unpackEnds,
  unpackNumbers,
  wholeWeeks,
} from '#kernel/packed-list'
import { Times, table } from './times.ts'

const count = Number(process.argv[2] ?? 1_000_000)

/** A repeatable stream of chance in [0, 1). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const [inForce, lapsed, pending, expired, unknown, withdrawn, invalidated] = [0, 1, 2, 3, 4, 6, 9]
const year = 365.25
/** Days since 1985-04-01. */
const newYear = (of: number) => Math.round((of - 1985) * year) - 90
const today = newYear(2026) + 325

/**
 * Numbers of 2007–2026 as the national office gives them: serials of a year and kind in the order of filing, one in forty of
 * them kept, ends on anniversaries, announcements seven to ten months later. What share each status has is printed below the table.
 */
function linesOf(size: number): ListLine[] {
  const chance = chanceFrom(20_261_122)
  const kinds = [1, 2, 3]
  const each = Math.ceil(size / (20 * kinds.length))
  const lines: ListLine[] = []
  for (let of = 2007; of < 2027; of++)
    for (const kind of kinds) {
      let serial = 10_000
      for (let at = 0; at < each && lines.length < size; at++) {
        serial += 1 + Math.floor(chance() * 80)
        const filed = newYear(of) + Math.floor((at / each) * 365 + chance() * 3)
        lines.push({ key: (of * 10 + kind) * 1e7 + serial, ...lifeOf(filed, kind === 1 ? 20 : 10, chance) })
      }
    }
  return lines
}

function lifeOf(filed: number, term: number, chance: () => number): Pick<ListLine, 'mark' | 'ended' | 'announced'> {
  const bare = (mark: number) => ({ mark, ended: -1, announced: -1 })
  if (filed + term * year < today && chance() < 0.4)
    return { mark: expired, ended: filed + Math.round(term * year), announced: -1 }
  const fate = chance()
  if (fate < 0.45) return bare(inForce)
  if (fate < 0.86) {
    const ended = filed + Math.round((2 + Math.floor(chance() * 7)) * year)
    if (ended + 300 > today) return bare(inForce)
    return { mark: lapsed, ended, announced: wholeWeeks(ended, ended + 210 + Math.floor(chance() * 90)) }
  }
  if (fate < 0.93) return { mark: pending, ended: today - Math.floor(chance() * 3), announced: -1 }
  if (fate < 0.98) return bare(withdrawn)
  return fate < 0.985 ? { mark: invalidated, ended: filed + 1000 + Math.floor(chance() * 2000), announced: -1 } : bare(unknown)
}

function timed<T>(deed: () => T): { readonly ms: number; readonly came: T } {
  const start = performance.now()
  const came = deed()
  return { ms: performance.now() - start, came }
}

const lines = linesOf(count)
const list = listOf(lines)
const [numbers, ends] = [packNumbers(list), packEnds(list)]
const opened = timed(() => unpackEnds(unpackNumbers(numbers), ends))

const chance = chanceFrom(7)
const asked = Array.from({ length: 100_000 }, (_, at) =>
  at % 2 === 0 ? list.keys[Math.floor(chance() * count)]! : 202_010_000_000 + Math.floor(chance() * 1e8),
)
const set = timed(() => new Map(lines.map((line) => [line.key, line])))
const found = timed(() => asked.filter((key) => placeIn(opened.came, key) >= 0).length)
const inSet = timed(() => asked.filter((key) => set.came.has(key)).length)
const single = new Times()
for (const key of asked) single.add(timed(() => placeIn(opened.came, key)).ms)
if (found.came !== inSet.came) throw new Error(`the list finds ${found.came}, the set ${inSet.came}`)

const changed = lines.map((line, at) => (at % 1000 === 7 ? { ...line, mark: lapsed, ended: today, announced: -1 } : line))
const later = listOf([...changed, ...linesOf(500).map((line) => ({ ...line, key: line.key + 9e11 }))])
const difference = differenceOf(list, later)
const applied = timed(() => applyDifference(opened.came, difference))
if (packNumbers(applied.came).length !== packNumbers(later).length) throw new Error('the difference makes another list')

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
const limits = { numbers: 1_500_000, ends: 800_000 }
console.log(
  table(
    ['what', 'measured', 'limit'],
    [
      ['numbers and status', kilobytes(numbers.length), kilobytes(limits.numbers)],
      ['days of ends and announcements', kilobytes(ends.length), kilobytes(limits.ends)],
      ['a day’s difference (0.1 % changed, 500 new)', kilobytes(difference.length), ''],
      ['opening both parts', `${opened.ms.toFixed(0)} ms`, ''],
      ['applying the difference', `${applied.ms.toFixed(0)} ms`, ''],
      ['a look-up, mean', `${((found.ms / asked.length) * 1000).toFixed(2)} µs`, '1 ms'],
      ['a look-up, 999 of 1,000 within', `${single.within(0.999).toFixed(4)} ms`, '1 ms'],
      ['the same in a Map, mean', `${((inSet.ms / asked.length) * 1000).toFixed(2)} µs`, ''],
      ['making that Map', `${set.ms.toFixed(0)} ms`, ''],
    ],
  ),
)
const share = (mark: number) => `${((lines.filter((line) => line.mark === mark).length / count) * 100).toFixed(0)} %`
console.log(
  `\n${count} numbers: in force ${share(inForce)}, lapsed ${share(lapsed)}, expired ${share(expired)}, pending ${share(pending)}`,
)
const scale = Math.max(1, count / 1_000_000)
process.exitCode =
  numbers.length <= limits.numbers * scale && ends.length <= limits.ends * scale && single.within(0.999) < 1 ? 0 : 1
