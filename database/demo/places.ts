import { type DivisionLine, postcodePrefixes, townships } from '../reference/read.ts'
import type { Chance } from './chance.ts'
import type { DemoOddity } from './patent.ts'
import type { TradeName } from './trades.ts'

/** A county of the demonstration prefecture and what it lives on. */
export interface DemoCounty {
  readonly code: number
  readonly name: string
  /** In the names of firms. */
  readonly short: string
  /** Its share of all applications, in thousandths. */
  readonly weight: number
  readonly firms: number
  /** What firms call themselves after. */
  readonly brands: readonly string[]
  readonly trades: readonly (readonly [TradeName, number])[]
}

export const counties: readonly DemoCounty[] = [
  {
    code: 622901,
    name: '临夏市',
    short: '临夏',
    weight: 345,
    firms: 44,
    brands: ['河州', '八坊', '红园', '牡丹', '大夏河', '花儿', '凤林', '西川'],
    trades: [
      ['food', 5],
      ['costume', 5],
      ['brick', 5],
      ['medicine', 3],
      ['daily', 5],
      ['leather', 1],
      ['livestock', 2],
    ],
  },
  {
    code: 622921,
    name: '临夏县',
    short: '临夏县',
    weight: 95,
    firms: 16,
    brands: ['北塬', '莲花', '土桥', '尹集', '韩集'],
    trades: [
      ['farming', 5],
      ['livestock', 4],
      ['brick', 2],
      ['daily', 2],
      ['fruit', 1],
    ],
  },
  {
    code: 622922,
    name: '康乐县',
    short: '康乐',
    weight: 75,
    firms: 14,
    brands: ['胭脂', '莲麓', '虎关', '景古'],
    trades: [
      ['livestock', 6],
      ['medicine', 3],
      ['farming', 3],
      ['food', 2],
      ['daily', 1],
    ],
  },
  {
    code: 622923,
    name: '永靖县',
    short: '永靖',
    weight: 215,
    firms: 30,
    brands: ['刘家峡', '盐锅峡', '太极', '炳灵', '三塬', '黄河'],
    trades: [
      ['power', 9],
      ['farming', 3],
      ['brick', 3],
      ['food', 1],
      ['daily', 2],
    ],
  },
  {
    code: 622924,
    name: '广河县',
    short: '广河',
    weight: 85,
    firms: 16,
    brands: ['三甲集', '齐家', '洮河', '广通'],
    trades: [
      ['leather', 6],
      ['food', 3],
      ['livestock', 4],
      ['daily', 1],
    ],
  },
  {
    code: 622925,
    name: '和政县',
    short: '和政',
    weight: 80,
    firms: 14,
    brands: ['松鸣', '三合', '太子山', '罗家集'],
    trades: [
      ['fruit', 7],
      ['farming', 3],
      ['medicine', 2],
      ['daily', 1],
    ],
  },
  {
    code: 622926,
    name: '东乡族自治县',
    short: '东乡',
    weight: 65,
    firms: 12,
    brands: ['锁南', '达板', '唐汪', '河滩'],
    trades: [
      ['livestock', 5],
      ['food', 4],
      ['farming', 3],
      ['costume', 2],
    ],
  },
  {
    code: 622927,
    name: '积石山保安族东乡族撒拉族自治县',
    short: '积石山',
    weight: 40,
    firms: 9,
    brands: ['大河家', '吹麻滩', '保安', '积石'],
    trades: [
      ['farming', 4],
      ['livestock', 3],
      ['daily', 2],
      ['costume', 2],
      ['fruit', 2],
    ],
  },
]

const roads = ['团结路', '红园路', '滨河路', '建设路', '民族路', '环城东路', '新华街', '解放路', '西关街', '文化路']
const villages = ['演示村', '新庄村', '上庄村', '下川村', '阳洼村', '河沿村']

/** An address as patent sources print one, with what is odd about it if anything. */
export function addressOf(county: DemoCounty, odd: DemoOddity | undefined, chance: Chance): string | undefined {
  const postcode = `${postcodePrefixes(622900).find((one) => one.county === county.code)!.prefix}00 `
  const place = placeIn(county, chance)
  const house = `${1 + chance.below(320)}号`
  const road = `${chance.pick(roads)}${house}`
  const prefecture = chance.pick(['临夏回族自治州', '临夏回族自治州', '临夏州'])
  const name =
    county.code === 622927 && chance.happens(50)
      ? '积石山县'
      : county.code === 622926 && chance.happens(40)
        ? '东乡县'
        : county.name
  switch (odd) {
    case 'no-address':
      return undefined
    case 'no-county':
      return `${postcode}甘肃省${prefecture}${road}`
    case 'ambiguous-place':
      return chance.pick([
        `甘肃省临夏${road}`,
        `甘肃省${prefecture}城关镇${house}`,
        `731100 甘肃省临夏市韩集镇${house}`,
        `甘肃省临夏县枹罕镇${house}`,
      ])
    case 'two-places':
      return `${postcode}甘肃省${prefecture}${name}${road}；甘肃省临夏州${chance.pick(counties.filter((one) => one !== county)).name}`
    case 'outside':
      return `730000 甘肃省兰州市城关区演示路${house}`
    default:
      return chance.weighted([
        [`${postcode}甘肃省${prefecture}${name}${place}${house}`, 45],
        [`${postcode}甘肃省${prefecture}${name}${road}`, 25],
        [`${postcode}甘肃省${name}${place}${house}`, 20],
        [`甘肃省${name}${place}${house}`, 10],
      ])
  }
}

function placeIn(county: DemoCounty, chance: Chance): string {
  const listed: readonly DivisionLine[] = townships(622900).filter(({ code }) => Math.floor(code / 1000) === county.code)
  const { name } = chance.pick(listed)
  return `${name}${name.endsWith('街道') ? chance.pick(roads) : chance.pick(villages)}`
}
