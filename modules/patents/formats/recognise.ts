import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PatentFormat } from '../rules/fields.ts'
import { normaliseHeading } from './headings.ts'
import type { Column, Layout } from './layout.ts'
import { layouts } from './layouts/index.ts'
import { isOwnHeading } from './own-headings.ts'
import type { ReadRefusal } from './refusals.ts'
import { sources } from './sources.ts'

/** One heading of a table and what it was understood as. */
export interface Placed {
  readonly at: number
  readonly heading: string
  readonly column: Column
  /** The place among the aliases of its column: 0 is preferred. */
  readonly preference: number
}

export interface Recognised {
  readonly layout: Layout
  /** The line of headings as printed. */
  readonly headings: readonly string[]
  readonly format: PatentFormat
  readonly rank: number
  readonly publishable: boolean
  readonly placed: readonly Placed[]
  /** Headings that could not be placed, as printed, with their cells. */
  readonly unplaced: readonly { readonly at: number; readonly heading: string }[]
  readonly unknownHeadings: readonly string[]
  readonly missingHeadings: readonly string[]
}

type Known = ReadonlyMap<string, { readonly column: Column; readonly preference: number; readonly printed: string }>

const known = new Map<Layout, Known>(layouts.map((layout) => [layout, aliasesOf(layout)]))
// A heading that few layouts have tells more than one that all have.
const tells = new Map<string, number>()
for (const aliases of known.values()) for (const alias of aliases.keys()) tells.set(alias, (tells.get(alias) ?? 0) + 1)

const identifying: ReadonlySet<Column> = new Set(['applicationNumber', 'patentNumber', 'publicationNumber', 'grantNumber'])

function aliasesOf(layout: Layout): Known {
  const aliases = new Map<string, { column: Column; preference: number; printed: string }>()
  for (const [column, headings] of Object.entries(layout.columns) as [Column, readonly string[]][])
    headings.forEach((printed, preference) => {
      aliases.set(normaliseHeading(printed), { column, preference, printed })
    })
  return aliases
}

/**
 * Which layout a line of headings is, and what each heading means, whatever their order, width and brackets.
 * Refused where it is a table of trademarks, where no column holds a number that identifies a right, and where too few
 * headings are understood to say what it is (then with the headings that could not be placed).
 */
export function recognise(headings: readonly string[]): Outcome<Recognised, ReadRefusal> {
  const filled = headings
    .map((heading, at) => ({ at, heading: heading.trim(), norm: normaliseHeading(heading) }))
    .filter((one) => one.norm && !isOwnHeading(one.norm))
  const present = new Set(filled.map((one) => one.norm))
  if (isOfTrademarks(present)) return refuse({ code: 'trademark-table' })
  const eligible = layouts
    .filter((layout) => !layout.signs || layout.signs.some((sign) => present.has(normaliseHeading(sign))))
    .map((layout) => ({ layout, ...scoreOf(layout, present) }))
  // A layout for which the table has a number goes before one for which it has none.
  const numbered = eligible.filter((one) => one.numbered)
  const best = (numbered.length > 0 ? numbered : eligible).reduce((a, b) => (b.score > a.score ? b : a))
  const unplacedIn = (layout: Layout) => filled.filter((one) => !known.get(layout)!.has(one.norm))
  const understood = filled.length - unplacedIn(best.layout).length
  const unplaced = unplacedIn(best.layout).map(({ heading }) => heading)
  if (understood < 2) return refuse({ code: 'unknown-layout', format: null, unplaced })
  const placed = place(best.layout, filled)
  if (!placed.some((one) => identifying.has(one.column))) {
    if (understood < 3 && unplaced.length > 0) return refuse({ code: 'unknown-layout', format: null, unplaced })
    return refuse({ code: 'no-number-column', headings: filled.map(({ heading }) => heading) })
  }
  // Half of the headings understood, or some that no other layout has; less is somebody else's table.
  if (understood * 2 < filled.length && best.own < 3) return refuse({ code: 'unknown-layout', format: null, unplaced })
  const { rank, publishable } = sources[best.layout.format]
  const rest = unplacedIn(best.layout).map(({ at, heading }) => ({ at, heading }))
  return done({
    layout: best.layout,
    headings: headings.map((heading) => heading.trim()),
    format: best.layout.format,
    rank,
    publishable,
    placed,
    unplaced: rest,
    unknownHeadings: [...new Set(rest.map((one) => one.heading))],
    missingHeadings: missingOf(best.layout, placed),
  })
}

/** How many of these headings any layout knows: how much a line looks like a line of headings. */
export function knownHeadings(cells: readonly string[]): number {
  return new Set(cells.map(normaliseHeading).filter((heading) => tells.has(heading))).size
}

function scoreOf(layout: Layout, present: ReadonlySet<string>): { score: number; own: number; numbered: boolean } {
  let score = 0
  let own = 0
  let numbered = false
  for (const [alias, { column }] of known.get(layout)!) {
    if (!present.has(alias)) continue
    numbered ||= identifying.has(column)
    score += 1 / tells.get(alias)!
    if (tells.get(alias) === 1) own++
  }
  return { score, own, numbered }
}

function place(layout: Layout, filled: readonly { at: number; heading: string; norm: string }[]): Placed[] {
  const aliases = known.get(layout)!
  return filled
    .flatMap(({ at, norm }) => {
      const alias = aliases.get(norm)
      return alias ? [{ at, heading: alias.printed, column: alias.column, preference: alias.preference }] : []
    })
    .sort((a, b) => a.preference - b.preference || a.at - b.at)
}

function missingOf(layout: Layout, placed: readonly Placed[]): string[] {
  const aliases = known.get(layout)!
  const there = new Set(placed.map((one) => (one.column === 'kept' || one.column === 'ignored' ? one.heading : one.column)))
  return layout.expected.filter((heading) => {
    const { column, printed } = aliases.get(normaliseHeading(heading))!
    return !there.has(column === 'kept' || column === 'ignored' ? printed : column)
  })
}

function isOfTrademarks(present: ReadonlySet<string>): boolean {
  const all = [...present]
  return all.some((heading) => heading.includes('商标')) && !all.some((heading) => /专利|发明|ipc|实用新型|外观/u.test(heading))
}
