import type { Chance } from './chance.ts'
import { creditCode } from './numbers.ts'
import { counties, type DemoCounty } from './places.ts'
import { type Trade, type TradeName, trades } from './trades.ts'

/** An invented holder: every name of a firm or person carries 演示. */
export interface DemoHolder {
  readonly name: string
  readonly kind: 'organisation' | 'person'
  readonly county: DemoCounty
  readonly trade: TradeName
  /** Who invents for it; of a person, the person first. */
  readonly people: readonly string[]
  readonly creditCode?: string
  /** Its share among the county's holders. */
  readonly weight: number
}

const surnames = [
  '马',
  '韩',
  '妥',
  '撒',
  '喇',
  '祁',
  '拜',
  '陕',
  '唐',
  '汪',
  '陈',
  '王',
  '李',
  '张',
  '冶',
  '包',
  '牟',
  '孔',
  '白',
  '丁',
  '穆',
  '赵',
  '杨',
  '何',
]
const stems = '甲乙丙丁戊己庚辛壬癸'
const transliterated = ['阿卜杜·演示', '穆萨·演示', '尔萨·演示', '伊布拉·演示', '哈三·演示', '者麦力·演示']

/** 马演示甲 … 何演示癸, in an order of chance; 246 people. */
export function demoPeople(chance: Chance): string[] {
  return [...chance.shuffled(surnames.flatMap((surname) => [...stems].map((stem) => `${surname}演示${stem}`))), ...transliterated]
}

/** Schools, institutes, offices and a hospital: one of each kind that the register tells apart. */
const publicBodies: readonly (readonly [string, number, TradeName])[] = [
  ['临夏演示现代职业学院', 622901, 'daily'],
  ['临夏州演示职业技术学校', 622901, 'power'],
  ['临夏州演示农业科学研究院', 622901, 'farming'],
  ['临夏州演示人民医院', 622901, 'medicine'],
  ['临夏州演示畜牧技术推广站', 622901, 'livestock'],
  ['临夏县演示农业技术推广中心', 622921, 'farming'],
  ['康乐县演示畜牧研究所', 622922, 'livestock'],
  ['永靖县演示中学', 622923, 'daily'],
  ['永靖县演示水利局', 622923, 'power'],
  ['和政县演示啤特果研究所', 622925, 'fruit'],
  ['东乡族自治县演示刺绣协会', 622926, 'costume'],
  ['积石山县演示花椒技术推广站', 622927, 'farming'],
]

/** All holders of the demonstration. */
export function demoHolders(chance: Chance): DemoHolder[] {
  const people = demoPeople(chance)
  const some = (size: number) => Array.from({ length: size }, () => chance.pick(people))
  const holders: DemoHolder[] = publicBodies.map(([name, code, trade], at) => ({
    name,
    kind: 'organisation',
    county: counties.find((one) => one.code === code)!,
    trade,
    people: some(6),
    creditCode: creditCode(code, 900 + at),
    weight: 5,
  }))
  for (const county of counties) {
    for (const name of firmNames(county, chance)) {
      const code = chance.happens(12) ? 622900 : county.code
      const weight = chance.weighted([
        [2, 50],
        [5, 30],
        [12, 15],
        [18, 5],
      ])
      holders.push({
        ...name,
        kind: 'organisation',
        county,
        people: some(3 + chance.below(5)),
        creditCode: creditCode(code, holders.length),
        weight,
      })
    }
  }
  for (const name of people) {
    const county = chance.weighted(counties.map((one) => [one, one.weight] as const))
    const others = chance.happens(25) ? some(1) : []
    holders.push({
      name,
      kind: 'person',
      county,
      trade: chance.weighted(county.trades),
      people: [name, ...others],
      weight: chance.weighted([
        [1, 70],
        [2, 25],
        [6, 5],
      ]),
    })
  }
  return holders
}

function firmNames(county: DemoCounty, chance: Chance): { name: string; trade: TradeName }[] {
  const found = new Map<string, TradeName>()
  while (found.size < county.firms) {
    const trade = chance.weighted(county.trades)
    const { names, farming }: Trade = trades[trade]
    const coop = farming && chance.happens(40)
    const word = coop ? (trade === 'livestock' ? '养殖' : '种植') : chance.pick(names)
    const form = coop
      ? chance.pick(['专业合作社', '农民专业合作社'])
      : chance.weighted([
          ['有限公司', 60],
          ['有限责任公司', 22],
          ['集团有限公司', 4],
          ['厂', 14],
        ])
    const name = `${county.short}演示${chance.pick(county.brands)}${word}${form}`
    if (!found.has(name)) found.set(name, trade)
  }
  return [...found].map(([name, trade]) => ({ name, trade }))
}
