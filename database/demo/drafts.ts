import { addYears, type PlainDate, plainDate } from '#kernel/time'
import type { Chance } from './chance.ts'
import { type DemoHolder, demoHolders } from './holders.ts'
import { demoDay, fateOfInvention, filingDay, grantedInvention, type Life, lifeOfRegistered } from './lives.ts'
import type { DemoOddity, DemoRight } from './patent.ts'
import { counties, type DemoCounty } from './places.ts'
import { knownBy, sourceDays } from './source-days.ts'
import { asRight, type DemoText, demoText } from './texts.ts'

/** Applications by filing year; 2,683 in all (临夏州知识产权工作综述, 2020). */
const filed: readonly (readonly [number, number])[] = [
  [1998, 3],
  [1999, 4],
  [2000, 5],
  [2001, 6],
  [2002, 8],
  [2003, 9],
  [2004, 11],
  [2005, 14],
  [2006, 17],
  [2007, 22],
  [2008, 30],
  [2009, 38],
  [2010, 52],
  [2011, 71],
  [2012, 96],
  [2013, 131],
  [2014, 172],
  [2015, 224],
  [2016, 283],
  [2017, 353],
  [2018, 429],
  [2019, 484],
  [2020, 221],
]
/** Inventions in force on the demonstration day (同上). */
const inForce = 63
/** Inventions filed with a utility model of the same subject on the same day (一案双申). */
const pairs = 14
const firstPair = 2007

const oddities: readonly (readonly [DemoOddity, number])[] = [
  ['no-county', 41],
  ['ambiguous-place', 17],
  ['two-places', 3],
  ['county-disagrees', 19],
  ['no-address', 25],
  ['outside', 9],
  ['wrong-check-digit', 3],
  ['branch', 3],
]

/** An application before it is numbered and written out. */
export interface Draft {
  readonly right: DemoRight
  readonly filedOn: PlainDate
  readonly holders: readonly [DemoHolder, ...DemoHolder[]]
  readonly inventors: readonly string[]
  readonly text: DemoText
  /** Set on the utility model of a pair. */
  readonly withInvention: boolean
  life: Life | null
  oddity?: DemoOddity
}

/** All applications with what became of them and what is odd about them, in order of filing. */
export function demoDrafts(luck: Chance): (Draft & { readonly life: Life })[] {
  const holders = demoHolders(luck)
  const drafts = filed.flatMap(([year, count]) => draftsOf(year, count, holders, luck))
  settleInventions(drafts, luck)
  settlePairs(drafts)
  plantOddities(drafts, luck)
  drafts.sort((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : 0))
  return drafts.map((draft) => ({ ...draft, life: draft.life! }))
}

function draftsOf(year: number, count: number, holders: readonly DemoHolder[], luck: Chance): Draft[] {
  const drafts: Draft[] = []
  while (drafts.length < count) {
    const drawn = luck.weighted([
      ['invention', 18],
      ['utility-model', 58],
      ['design', 24],
    ] as const)
    // Of each of the first years an invention, so that some have reached their twenty years.
    const elder = year <= 2000 && drafts.length === 0
    const right = elder ? 'invention' : drawn
    // One pair a year from the first on, so that some are granted and some are not.
    const paired =
      right === 'invention' &&
      drafts.length + 2 <= count &&
      drafts.every((one) => !one.withInvention) &&
      year >= firstPair &&
      year < firstPair + pairs
    const holder = someHolder(holders, luck)
    const [other] = luck.happens(4) ? [someHolder(holders, luck)] : []
    const of = other && other !== holder ? ([holder, other] as const) : ([holder] as const)
    const filedOn = filingDay(year, luck)
    const text = demoText(holder.trade, right, paired || luck.happens(35), luck)
    const inventors = inventorsOf(holder, luck)
    const life = right === 'invention' ? fateOfInvention(filedOn, luck) : lifeOfRegistered(filedOn, right, luck)
    const granted = elder || (paired && year <= 2016 && year % 2 === 0)
    drafts.push({ right, filedOn, holders: of, inventors, text, withInvention: false, life: granted ? null : life })
    if (!paired) continue
    const model = { ...text, abstract: asRight(text.abstract, 'utility-model') }
    drafts.push({
      right: 'utility-model',
      filedOn,
      holders: of,
      inventors,
      text: model,
      withInvention: true,
      life: lifeOfRegistered(filedOn, 'utility-model', luck),
    })
  }
  return drafts
}

function someHolder(holders: readonly DemoHolder[], luck: Chance): DemoHolder {
  const county: DemoCounty = luck.weighted(counties.map((one) => [one, one.weight] as const))
  const kind = luck.happens(38) ? 'person' : 'organisation'
  const there = holders.filter((one) => one.county === county && one.kind === kind)
  return luck.weighted(there.map((one) => [one, one.weight] as const))
}

function inventorsOf(holder: DemoHolder, luck: Chance): string[] {
  if (holder.kind === 'person') return [...new Set(holder.people)]
  return [
    ...new Set(
      luck.shuffled(holder.people).slice(
        0,
        luck.weighted([
          [1, 25],
          [2, 30],
          [3, 30],
          [5, 15],
        ]),
      ),
    ),
  ]
}

/** Of the granted inventions just so many are still in force; the others fell to an unpaid annuity or reached their twenty years. */
function settleInventions(drafts: readonly Draft[], luck: Chance): void {
  const all = luck.shuffled(drafts.filter(({ life }) => life === null))
  const granted = all.filter(({ filedOn }) => addYears(filedOn, 20) > demoDay)
  for (const draft of all)
    if (!granted.includes(draft))
      draft.life = grantedInvention(draft.filedOn, draft.filedOn < '2000-01-01' ? 'expired' : 'lapsed', luck)
  const young = granted.filter(({ filedOn }) => filedOn >= plainDate('2016-06-01'))
  const old = granted.filter((one) => !young.includes(one))
  if (young.length > inForce || granted.length < inForce)
    throw new Error(`${granted.length} granted inventions, ${young.length} of them young`)
  for (const [at, draft] of [...young, ...old].entries())
    draft.life = grantedInvention(draft.filedOn, at < inForce ? 'in-force' : 'lapsed', luck)
}

/** A utility model is given up when the invention filed with it is granted (避免重复授予专利权, 专利法 第九条). */
function settlePairs(drafts: readonly Draft[]): void {
  for (const [at, model] of drafts.entries()) {
    const invention = drafts[at - 1]?.life
    if (!model.withInvention || !invention?.grantedOn || !model.life?.grantedOn) continue
    const stood = !model.life.endedOn || model.life.endedOn > invention.grantedOn
    if (stood && model.life.grantedOn < invention.grantedOn)
      model.life = {
        ...model.life,
        endedOn: invention.grantedOn,
        announcedOn: invention.grantedOn,
        status: 'surrendered',
      }
  }
}

function plantOddities(drafts: readonly Draft[], luck: Chance): void {
  // What is known only from a source without application numbers is a granted model that was filed with an invention.
  const models = drafts.filter(
    ({ withInvention, life }) =>
      withInvention && life?.grantedOn && life.grantedOn < '2020-03-01' && life.status !== 'surrendered',
  )
  for (const model of models.slice(0, 4)) model.oddity = 'number-unknown'
  const plain = luck.shuffled(drafts.filter(({ withInvention, oddity }) => !withInvention && !oddity))
  for (const [oddity, count] of oddities) {
    const fit = plain.filter((one) => !one.oddity && fits(oddity, one))
    for (const draft of fit.slice(0, count)) draft.oddity = oddity
  }
}

function fits(oddity: DemoOddity, { holders: [holder], life }: Draft): boolean {
  if (oddity === 'branch') return holder.trade === 'power' && holder.name.endsWith('公司')
  if (oddity === 'wrong-check-digit') return life?.publishedOn !== undefined
  // What only a vendor's column says must stand in the vendor's file.
  if ((oddity === 'county-disagrees' || oddity === 'no-address') && !knownBy(sourceDays.patsnap, life)) return false
  return holder.kind === 'person' || !/演示(?:现代|职业|农业科|人民)/.test(holder.name)
}
