import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gazetteer, leadingPlace } from '#modules/regions'
import { cutCsv } from '../../../database/reference/csv.ts'
import { nameSentence } from '../words.ts'
import { compareNames, compareParts, readName } from './names.ts'
import { blockingKeys } from './names-keys.ts'
import { matchNames } from './names-match.ts'

const readPlace = (name: string) => leadingPlace(name, gazetteer(622900))
const compare = (one: string, other: string) => {
  const { verdict, reason } = compareNames(one, other, readPlace)
  return `${verdict} ${reason.code}`
}

describe('comparing two names', () => {
  test.each([
    ['临夏演示牧业有限公司', '临夏演示牧业有限公司', 'same same-spelling'],
    ['临夏演示（集团）有限公司', '临夏演示(集团) 有限公司', 'same same-spelling'],
    ['ＡＢ演示科技有限公司', 'ab演示科技有限公司', 'same same-spelling'],
    ['临夏演示〔集团〕有限公司', '临夏演示[集团]有限公司。', 'same same-spelling'],
    ['演示-河州汽车配件有限公司', '演示河州汽车配件有限公司', 'same marks-differ'],
    ['演示食品（临夏）有限公司', '演示食品临夏有限公司', 'same marks-differ'],
    ['Demo Co., Ltd.', 'DEMO CO LTD', 'same marks-differ'],
    ['临夏演示食品有限公司（原临夏演示食品厂）', '临夏演示食品有限公司', 'same former-name-noted'],
    ['临夏演示食品有限公司（曾用名：临夏演示食品厂）', '临夏演示食品厂', 'likely former-name'],
    ['临夏演示食品有限公司，原名临夏演示食品厂', '临夏演示食品厂', 'likely former-name'],
    ['临夏演示牧业有限公司', '临夏演示牧业有限责任公司', 'likely legal-form'],
    ['临夏演示牧业有限公司', '临夏演示牧业股份有限公司', 'likely legal-form'],
    ['临夏演示养殖专业合作社', '临夏演示养殖农民专业合作社', 'likely legal-form'],
    ['临夏演示牧业有限公司', '临夏演示牧业有限公司永靖分公司', 'likely branch-of'],
    ['甘肃演示水泥集团有限公司', '甘肃演示水泥集团有限公司永靖水泥厂', 'likely branch-of'],
    ['临夏演示牧业有限公司永靖分公司', '临夏演示牧业有限公司广河分公司', 'different other-branch'],
    ['广州演示药材公司', '广州市演示药材公司', 'likely place-spelling'],
    ['东乡县演示羊肉有限公司', '东乡族自治县演示羊肉有限公司', 'likely place-spelling'],
    ['甘肃临夏演示牧业有限公司', '临夏演示牧业有限公司', 'likely place-spelling'],
    ['甘肃演示牧业有限公司', '临夏演示牧业有限公司', 'likely place-left-out'],
    ['临夏市演示牧业有限公司', '临夏演示牧业有限公司', 'likely place-left-out'],
    ['演示牧业有限公司', '临夏演示牧业有限公司', 'likely place-left-out'],
    ['临夏市演示牧业有限公司', '临夏县演示牧业有限公司', 'different other-place'],
    ['广州演示药材公司', '深圳演示药材公司', 'different other-place'],
    ['临夏县农业技术推广站', '农业技术推广站', 'different too-general'],
    ['临夏县农业技术推广站', '和政县农业技术推广站', 'different other-place'],
    ['临夏演示集团有限公司', '临夏演示有限公司', 'likely group-left-out'],
    ['临夏演示民族服饰有限公司', '临夏演示民簇服饰有限公司', 'likely one-character'],
    ['临夏演示民族服饰有限公司', '临夏演示民族族服饰有限公司', 'likely one-character'],
    ['临夏演示民族服饰有限公司', '临夏演示族民服饰有限公司', 'likely one-character'],
    ['演示河州包装(临夏)有限公司', '演示河州包装(临洮)有限公司', 'different other-name'],
    ['临夏演示第一建筑有限公司', '临夏演示第二建筑有限公司', 'different other-name'],
    ['临夏演示畜产机械有限公司', '临夏演示畜产机电有限公司', 'different other-name'],
    ['临夏演示食品有限公司', '临夏演示药品有限公司', 'different other-name'],
    ['演示河州(临夏)食品有限公司', '演示河州食品(临夏)有限公司', 'likely order-differs'],
    ['临夏演示食品厂', '临夏演示食品有限公司', 'different other-kind-of-organisation'],
    ['临夏演示养殖专业合作社', '临夏演示养殖有限公司', 'different other-kind-of-organisation'],
    ['马演示甲', '马 演示甲', 'same same-spelling'],
    ['马演示甲', '马演示乙', 'different other-person'],
    ['演示·马哈三', '演示马哈三', 'likely dot-in-person-name'],
    ['马·哈三', '马哈三', 'likely dot-in-person-name'],
    ['马演示甲', '马演示甲商店', 'different other-kind-of-organisation'],
    ['临夏演示学校', '临夏演示刺绣有限公司', 'different other-kind-of-organisation'],
    ['', '', 'same same-spelling'],
    ['（）', '，', 'different other-name'],
  ])('%s — %s: %s', (one, other, expected) => {
    expect(compare(one, other)).toBe(expected)
    expect(compare(other, one)).toBe(expected)
    expect(nameSentence(compareNames(one, other, readPlace).reason)).toMatch(/\p{Script=Han}.*。$/u)
  })

  test('the sentence names what differs', () => {
    const { reason } = compareNames('临夏演示牧业有限公司', '临夏演示牧业有限责任公司', readPlace)
    expect(nameSentence(reason)).toBe('字号和行业相同，组织形式不同（有限公司、有限责任公司），请核定是否为同一主体。')
    const slip = compareNames('临夏演示民族服饰有限公司', '临夏演示民族族服饰有限公司', readPlace)
    expect(nameSentence(slip.reason)).toBe('仅一字之差（缺、族），可能为录入差错，请核定。')
  })
})

const word = fc.constantFrom('河州', '太子山', '八坊', '刘家峡', '花儿', '牡丹', '齐家', '洮河')
const trade = fc.constantFrom('牧业', '民族用品', '清真食品', '水电设备', '砖雕艺术', '藜麦种植', '皮革制品')
const form = fc.constantFrom('有限公司', '有限责任公司', '股份有限公司', '集团有限公司', '专业合作社', '厂', '')
const place = fc.constantFrom('', '甘肃', '甘肃省', '临夏', '临夏州', '临夏市', '甘肃临夏', '永靖县', '东乡', '兰州')
const tail = fc.constantFrom('', '', '', '永靖分公司', '（原河州厂）', '(临夏)', ' ')
const name = fc.tuple(place, word, trade, form, tail).map(([...parts]) => parts.join(''))
const marred = fc
  .tuple(name, fc.nat({ max: 12 }), fc.constantFrom('', '族', '（', ' ', '新'))
  .map(([whole, at, into]) => whole.slice(0, at) + into + whole.slice(at + 1))

describe('looking up among many', () => {
  test('names that are same or likely share a key, and the verdict does not depend on the order', () => {
    let met = 0
    fc.assert(
      fc.property(fc.oneof(name, marred), fc.oneof(name, marred), (one, other) => {
        const [a, b] = [readName(one, readPlace), readName(other, readPlace)]
        const { verdict } = compareParts(a, b)
        expect(compareParts(b, a).verdict).toBe(verdict)
        if (verdict === 'different') return
        met++
        const keys = new Set(blockingKeys(a))
        expect(
          blockingKeys(b).some((key) => keys.has(key)),
          `${one} | ${other}`,
        ).toBe(true)
      }),
      { numRuns: 20_000 },
    )
    expect(met).toBeGreaterThan(100)
  })

  test('a name and the same name marred in one place share a key wherever they are likely', () => {
    let met = 0
    const pair = fc.tuple(name, fc.nat({ max: 14 }), fc.constantFrom('', '族', '羊', '·'))
    fc.assert(
      fc.property(pair, ([whole, at, into]) => {
        const [a, b] = [whole, whole.slice(0, at) + into + whole.slice(at + 1)].map((text) =>
          readName(text, readPlace),
        ) as never as [ReturnType<typeof readName>, ReturnType<typeof readName>]
        if (compareParts(a, b).verdict === 'different') return
        met++
        const keys = new Set(blockingKeys(a))
        expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true)
      }),
      { numRuns: 5000 },
    )
    expect(met).toBeGreaterThan(500)
  })

  test('keys too common to compare are said, not passed over', () => {
    const names = Array.from(
      { length: 30 },
      (_, at) => `${['兰州', '天水', '白银'][at % 3]}演示${'甲乙丙丁戊己庚辛壬癸'[Math.floor(at / 3)]}牧业养殖有限公司`,
    )
    expect(matchNames(names, readPlace).tooCommon).toBe(0)
    expect(matchNames(names, readPlace, 5).tooCommon).toBeGreaterThan(0)
  })
})

const listed = new URL('../../../../shared/data/companies/listed_company_family_names_9515.csv', import.meta.url)

describe.skipIf(!existsSync(listed))('the 9,503 real company names of ../shared/data/companies', () => {
  const names = existsSync(listed)
    ? [
        ...new Set(
          cutCsv(readFileSync(listed, 'utf8'))
            .slice(1)
            .map(([, name]) => name!),
        ),
      ].filter((name) => name !== '')
    : []

  test('what is unified, what goes to the queue', () => {
    const { matches, tooCommon } = matchNames(names, readPlace)
    const counts: Record<string, number> = {}
    for (const { verdict, reason } of matches)
      counts[`${verdict} ${reason.code}`] = (counts[`${verdict} ${reason.code}`] ?? 0) + 1
    expect(names).toHaveLength(9503)
    expect(tooCommon).toBe(0)
    expect(counts).toEqual({
      'same marks-differ': 1,
      'likely place-left-out': 165,
      'likely legal-form': 93,
      'likely one-character': 42,
      'likely group-left-out': 25,
      'likely branch-of': 9,
      'likely place-spelling': 2,
    })
  })

  test('nothing is missed: two hundred names against all others give what the keys gave', () => {
    const { matches } = matchNames(names, readPlace)
    const parts = names.map((name) => readName(name, readPlace))
    const found = new Set(matches.map(({ one, other }) => `${one} ${other}`))
    for (let one = 0; one < names.length; one += 48) {
      for (let other = 0; other < names.length; other++) {
        if (one === other || compareParts(parts[one]!, parts[other]!).verdict === 'different') continue
        expect(found).toContain(one < other ? `${one} ${other}` : `${other} ${one}`)
      }
    }
  })

  test('every Gansu name is read with its place, and none of them is another’s', () => {
    const gansu = names.filter((name) => /^(?:甘肃|兰州|天水|白银)/u.test(name))
    expect(gansu).toHaveLength(38)
    expect(gansu.filter((name) => readName(name, readPlace).place === null)).toEqual([])
    const { matches } = matchNames(gansu, readPlace)
    expect(matches.map(({ one, other, reason }) => [gansu[one], gansu[other], reason.code])).toEqual([])
  })
})
