import { addDays } from '#kernel/time'
import { type Chance, chance } from './chance.ts'
import type { DemoPatent, DemoStatus } from './patent.ts'
import { demoPatents } from './patents.ts'
import { sourceDays } from './source-days.ts'
import { type DemoTable, listedBy, numberUnknown, rightNames, table } from './tables.ts'

/** How the commercial table words the same; its state is some weeks older. */
const patsnapStatus: Readonly<Record<DemoStatus, readonly [string, string]>> = {
  pending: ['审中', '实质审查'],
  'in-force': ['有效', '授权'],
  'in-grace': ['有效', '授权'],
  lapsed: ['失效', '未缴年费'],
  expired: ['失效', '期限届满'],
  surrendered: ['失效', '放弃'],
  withdrawn: ['失效', '撤回'],
  rejected: ['失效', '驳回'],
}

/** How a row of the commercial table differs from the main one. */
type Difference = 'filing-day' | 'title' | 'former-name' | 'legal-form' | 'assigned' | 'lapsed' | 'county'

const differences: readonly (readonly [Difference, number])[] = [
  ['filing-day', 8],
  ['title', 7],
  ['former-name', 3],
  ['legal-form', 4],
  ['assigned', 6],
  ['lapsed', 4],
  ['county', 12],
]

/** To whom rights went, as the vendor alone knows: nobody who reads what is public finds them. */
const buyers = ['兰州演示受让科技有限公司', '西宁演示受让贸易有限公司', '定西演示受让农业有限公司']

interface Listed {
  readonly patent: DemoPatent
  readonly differs: Difference | undefined
}

/**
 * 300 good rows in the layout of 智慧芽: 298 that the main table has too, among them all whose county only the vendor names, and two
 * models known by publication number alone; behind them the rows that cannot be taken.
 */
export function patsnapTable(): DemoTable {
  const luck = chance(300)
  const known = demoPatents().filter((one) => listedBy(sourceDays.patsnap, one))
  const [wrong] = known.filter(({ oddity }) => oddity === 'wrong-check-digit')
  const placed = known.filter(({ oddity }) => oddity === 'county-disagrees' || oddity === 'no-address')
  const plain = luck.shuffled(known.filter(({ oddity }) => !oddity))
  const chosen = [wrong!, ...placed, ...plain.slice(0, 297 - placed.length)]
  const unknown = numberUnknown().slice(0, 2)
  const good = patsnapRows([...withDifferences(chosen), ...unknown.map((patent) => ({ patent, differs: undefined }))], luck)
  return { ...good, rows: [...good.rows, ...spoilt(good)] }
}

/** Rows as they come out of many hands: a day that does not exist, a number lost to the spreadsheet, none at all, broken characters. */
function spoilt({ headings, rows }: DemoTable): string[][] {
  const [number, publication, filed] = ['申请号', '公开(公告)号', '申请日'].map((heading) => headings.indexOf(heading))
  const spoil = (row: number, cells: Readonly<Record<number, string>>) => rows[row]!.map((cell, at) => cells[at] ?? cell)
  return [
    spoil(50, { [filed!]: '2017-02-30' }),
    spoil(51, { [filed!]: '2018年13月1日' }),
    spoil(52, { [number!]: '2.0182E+11' }),
    spoil(53, { [number!]: '', [publication!]: '' }),
    spoil(54, { [number!]: 'CN2019\ufffd9900012.3' }),
  ]
}

function withDifferences(patents: readonly DemoPatent[]): Listed[] {
  const taken = new Map<DemoPatent, Difference>()
  for (const [difference, count] of differences) {
    const fit = patents.filter((one) => !one.oddity && !taken.has(one) && mayDiffer(difference, one))
    for (const patent of fit.slice(0, count)) taken.set(patent, difference)
  }
  return patents.map((patent) => ({ patent, differs: taken.get(patent) }))
}

function mayDiffer(difference: Difference, { applicants: [first], grantedOn, status, right }: DemoPatent): boolean {
  if (difference === 'former-name' || difference === 'legal-form') return /演示.*[^任]有限公司$/.test(first!)
  if (difference === 'assigned') return grantedOn !== undefined
  return difference !== 'lapsed' || (status === 'in-force' && right === 'utility-model')
}

function patsnapRows(listed: readonly Listed[], luck: Chance): DemoTable {
  const original = ({ patent, differs }: Listed) =>
    patent.applicants.map((name, at) => (at === 0 ? variant(name, differs) : name))
  return table(listed, [
    ['序号', (one) => String(listed.indexOf(one) + 1)],
    ['公开(公告)号', ({ patent }) => patent.publication!.number],
    [
      '标题',
      ({ patent, differs }) => (differs === 'title' ? patent.title.replace('一种', '').replace('（', '的改进（') : patent.title),
    ],
    ['申请号', ({ patent }) => (patent.oddity === 'number-unknown' ? '' : patent.applicationNumber)],
    ['申请日', ({ patent, differs }) => (differs === 'filing-day' ? addDays(patent.filedOn, 10) : patent.filedOn)],
    ['授权日', ({ patent }) => patent.grantedOn ?? ''],
    ['公开(公告)日', ({ patent }) => patent.publication!.on],
    [
      '专利类型',
      ({ patent }) => (patent.right === 'invention' ? (patent.grantedOn ? '授权发明' : '发明申请') : rightNames[patent.right]),
    ],
    ['简单法律状态', ({ patent, differs }) => (differs === 'lapsed' ? '失效' : patsnapStatus[patent.status][0])],
    ['法律状态/事件', ({ patent, differs }) => (differs === 'lapsed' ? '未缴年费' : patsnapStatus[patent.status][1])],
    ['原始申请(专利权)人', (one) => original(one).join(' | ')],
    ['[标]当前申请(专利权)人', (one) => (one.differs === 'assigned' ? luck.pick(buyers) : one.patent.applicants.join(' | '))],
    ['当前申请(专利权)人州/省', () => '甘肃'],
    ['当前申请(专利权)人地市', () => '临夏回族自治州'],
    [
      '当前申请(专利权)人区县',
      ({ patent, differs }) => (differs === 'county' ? otherCounty(patent.county) : (patent.countyWord ?? '')),
    ],
    ['发明人', ({ patent }) => patent.inventors.join(' | ')],
    ['代理机构', ({ patent }) => patent.agency?.replace(/ \d+$/, '') ?? ''],
    ['IPC分类号', ({ patent }) => patent.ipc.map((code) => code.replace(' ', '')).join(' | ')],
    ['IPC主分类号', ({ patent }) => patent.ipc[0]?.replace(' ', '') ?? ''],
    ['洛迦诺分类号', ({ patent }) => patent.locarno ?? ''],
    ['摘要', ({ patent }) => patent.abstract],
    ['失效日', ({ patent }) => patent.endedOn ?? ''],
    ['工商统一社会信用代码', ({ patent }) => patent.creditCode ?? ''],
  ])
}

const otherCounty = (county: number | null): string => (county === 622923 ? '临夏市' : '永靖县')

function variant(name: string, differs: Difference | undefined): string {
  if (differs === 'former-name') return name.replace(/有限公司$/, '厂')
  return differs === 'legal-form' ? name.replace(/有限公司$/, '有限责任公司') : name
}
