import { yearOf } from '#kernel/time'
import { type Chance, chance } from './chance.ts'
import { demoDrafts, type Draft as Unsettled } from './drafts.ts'
import { eventsOf } from './events.ts'
import type { Life } from './lives.ts'
import { applicationNumber, publicationNumber } from './numbers.ts'
import type { DemoOddity, DemoPatent } from './patent.ts'
import { paymentsOf } from './payments.ts'
import { addressOf, counties, type DemoCounty } from './places.ts'

type Draft = Unsettled & { readonly life: Life }

let made: readonly DemoPatent[] | undefined

/** The 2,683 invented applications of the demonstration prefecture, in order of filing. The same every time. */
export function demoPatents(): readonly DemoPatent[] {
  made ??= invent(chance(20_200_825))
  return made
}

function invent(luck: Chance): DemoPatent[] {
  const drafts = demoDrafts(luck)
  const numbers = numbersOf(drafts)
  // Payments have dice of their own: what is paid leaves the rest as it is.
  const till = chance(20_190_101)
  return drafts.map((draft) => finish(draft, numbers.get(draft)!, luck, till))
}

interface Numbers {
  readonly application: string
  readonly publication?: string
}

/** Serials follow the filing days within year and right, publication numbers the gazette. */
function numbersOf(drafts: readonly Draft[]): ReadonlyMap<Draft, Numbers> {
  const serials = new Map<string, number>()
  const next = (series: string) => {
    const serial = (serials.get(series) ?? 0) + 1
    serials.set(series, serial)
    return serial
  }
  const publications = new Map<Draft, string>()
  const published = drafts.filter(({ life }) => life.publishedOn)
  published.sort((a, b) => (a.life.publishedOn! < b.life.publishedOn! ? -1 : a.life.publishedOn! > b.life.publishedOn! ? 1 : 0))
  for (const draft of published)
    publications.set(draft, publicationNumber(draft.right, next(`p${draft.right}`), kindLetter(draft), draft.life.publishedOn!))
  return new Map(
    drafts.map((draft) => {
      const year = yearOf(draft.filedOn)
      const application = applicationNumber(draft.filedOn, draft.right, next(`${year}${draft.right}`))
      const publication = publications.get(draft)
      return [draft, publication === undefined ? { application } : { application, publication }]
    }),
  )
}

/** Kind letters changed on 2010-04-07: C Y D before it, B U S since. */
function kindLetter({ right, life }: Draft): string {
  const old = life.publishedOn! < '2010-04-07'
  if (right === 'invention') return life.grantedOn ? (old ? 'C' : 'B') : 'A'
  return right === 'design' ? (old ? 'D' : 'S') : old ? 'Y' : 'U'
}

const agencies = [
  '兰州演示专利代理有限公司 99001',
  '甘肃演示知识产权代理有限公司 99002',
  '临夏演示专利代理事务所（普通合伙） 99003',
  '西安演示专利商标事务所 99004',
  '北京演示知识产权代理有限公司 99005',
]
const agents = ['王演示', '李演示', '张演示', '陈演示', '赵演示', '何演示', '马演示']

function finish(draft: Draft, numbers: Numbers, luck: Chance, till: Chance): DemoPatent {
  const { right, filedOn, inventors, text, oddity, holders } = draft
  const life = draft.life
  const [holder] = holders
  const address = addressOf(holder.county, oddity, luck)
  const names = holders.map(({ name }) => name)
  const countyWord = countyWordOf(holder.county, oddity, luck)
  return {
    right,
    applicationNumber: numbers.application,
    ...(numbers.publication !== undefined && { publication: { number: numbers.publication, on: life.publishedOn! } }),
    filedOn,
    ...(life.grantedOn && { grantedOn: life.grantedOn }),
    ...(life.endedOn && { endedOn: life.endedOn }),
    status: life.status,
    payments: paymentsOf(life, right, holder.kind === 'person' || holder.name.endsWith('合作社'), till),
    events: eventsOf(life, right, numbers.application, text.ipc[0] ?? text.locarno!),
    ...text,
    applicants: oddity === 'branch' ? [`${names[0]}盐锅峡分公司`, ...names.slice(1)] : names,
    inventors,
    ...(holder.creditCode !== undefined && { creditCode: holder.creditCode }),
    ...(address !== undefined && { address }),
    ...(countyWord !== undefined && { countyWord }),
    county: oddity === 'outside' ? null : holder.county.code,
    ...(luck.happens(holder.kind === 'person' ? 45 : 78) && { agency: luck.pick(agencies), agent: luck.pick(agents) }),
    ...(oddity && { oddity }),
  }
}

function countyWordOf(county: DemoCounty, oddity: DemoOddity | undefined, luck: Chance): string | undefined {
  if (oddity === 'county-disagrees') return luck.pick(counties.filter((one) => one !== county)).name
  if (oddity === 'no-address') return county.name
  if (oddity === 'no-county' || oddity === 'ambiguous-place' || oddity === 'two-places' || oddity === 'outside') return undefined
  return luck.happens(60) ? county.name : undefined
}
