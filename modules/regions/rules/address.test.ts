import { existsSync, readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { townships } from '../../../database/reference/read.ts'
import { gazetteer } from '../reads/gazetteer.ts'
import { placeSentence } from '../words.ts'
import { placeOfAddress } from './address.ts'
import { countyOf } from './division.ts'
import { placeOf } from './place-of.ts'
import { shortNameOf } from './spellings.ts'

const linxia = gazetteer(622900)
const find = (text: string) => placeOfAddress(text, linxia)
const [city, linxiaCounty, kangle, yongjing, guanghe, hezheng, dongxiang, jishishan] = [
  622901, 622921, 622922, 622923, 622924, 622925, 622926, 622927,
] as const

describe('addresses that name their county', () => {
  test.each([
    ['731100 甘肃省临夏州临夏市红园路12号', city],
    ['731100 甘肃省临夏回族自治州临夏市八坊街道大西关1号', city],
    ['731100甘肃省临夏市折桥镇折桥村6号', city],
    ['甘肃省临夏市折桥乡', city],
    ['甘肃省临夏市南龙镇,邮编731100', city],
    ['甘肃省临夏州临夏市（原临夏县）红园路', city],
    ['甘肃省甘肃省临夏回族自治州临夏市临夏市团结路', city],
    ['甘肃省临夏市红园路临夏县大厦', city],
    ['甘肃省临夏市城关镇', city],
    ['甘肃省临夏县', linxiaCounty],
    ['甘肃省临夏县韩家集镇双城村', linxiaCounty],
    ['甘肃省临夏县井沟东乡族乡', linxiaCounty],
    ['甘肃临夏韩集镇双城村', linxiaCounty],
    ['731500 甘肃省康乐县附城镇中街', kangle],
    ['康乐县虎关乡', kangle],
    ['甘肃康乐附城镇', kangle],
    ['甘肃省临夏回族自治州永靖县刘家峡镇川东路8号', yongjing],
    ['甘肃省临夏地区永靖县', yongjing],
    ['甘肃临夏永靖', yongjing],
    ['甘肃永靖刘家峡', yongjing],
    ['永靖刘家峡镇', yongjing],
    ['永靖县', yongjing],
    ['中国甘肃省永靖县太极镇', yongjing],
    ['甘肃省 临夏回族自治州 广河县 三甲集镇', guanghe],
    ['甘肃省，临夏州，广河县，城关镇', guanghe],
    ['地址：甘肃省和政县松鸣镇', hezheng],
    ['（７３１２００）甘肃省和政县', hezheng],
    ['甘肃省临夏州和政县城关镇（邮编：731200）', hezheng],
    ['甘肃省东乡县锁南镇', dongxiang],
    ['东乡县锁南坝镇', dongxiang],
    ['东乡族自治县', dongxiang],
    ['甘肃省临夏州东乡族自治县达板镇凤凰新村', dongxiang],
    ['甘肃省积石山县吹麻滩镇', jishishan],
    ['甘肃省积石山自治县大河家镇', jishishan],
    ['甘肃省积石山县银川镇', jishishan],
    ['甘肃省临夏州积石山保安族东乡族撒拉族自治县大河家镇', jishishan],
    ['积石山保安族东乡族撒拉族自治县', jishishan],
    ['733000 甘肃省临夏县', linxiaCounty],
  ])('%s', (address, county) => {
    expect(find(address)).toMatchObject({ province: 620000, prefecture: 622900, county, candidates: [] })
  })

  test.each([
    ['甘肃省临夏州刘家峡水电厂', yongjing, 'township', 'likely'],
    ['甘肃省刘家峡镇', yongjing, 'township', 'likely'],
    ['甘肃省临夏州安集乡', jishishan, 'township', 'likely'],
    ['甘肃省临夏州阿力麻土乡', guanghe, 'township', 'certain'],
    ['甘肃省临夏州银川镇', jishishan, 'township', 'certain'],
    ['甘肃省临夏州经济开发区南龙镇', city, 'township', 'likely'],
    ['甘肃省临夏市永靖县', yongjing, 'county-name', 'likely'],
    ['甘肃省临夏市永靖县刘家峡镇', yongjing, 'county-name', 'certain'],
    ['甘肃省临夏市临夏县韩集镇', linxiaCounty, 'county-name', 'certain'],
    ['甘肃省临夏回族自治州（永靖县刘家峡）', yongjing, 'county-name', 'likely'],
    ['临夏州科技局（永靖县）', yongjing, 'county-name', 'likely'],
    ['甘肃永靖', yongjing, 'short-name', 'likely'],
    ['甘肃省康乐市', kangle, 'old-name', 'likely'],
  ])('%s says less and is still clear', (address, county, by, certainty) => {
    expect(find(address)).toMatchObject({ county, by, certainty })
  })
})

describe('addresses that leave the county open', () => {
  test.each([
    ['甘肃临夏红园路', [city, linxiaCounty], 'name-ambiguous'],
    ['甘肃省临夏东街', [city, linxiaCounty], 'name-ambiguous'],
    ['甘肃省临夏州临夏', [city, linxiaCounty], 'name-ambiguous'],
    ['甘肃省临夏州城关镇', [guanghe, hezheng], 'township-in-several'],
    ['甘肃省临夏市韩集镇', [city, linxiaCounty], 'township-elsewhere'],
    ['甘肃省临夏县枹罕镇', [linxiaCounty, city], 'township-elsewhere'],
    ['甘肃省临夏州永靖县、临夏市', [yongjing, city], 'two-places'],
    ['甘肃省临夏市、临夏县韩集镇', [city, linxiaCounty], 'two-places'],
    ['甘肃省临夏县永靖县', [linxiaCounty, yongjing], 'two-places'],
    ['甘肃省康乐县附城镇；甘肃省临夏州广河县', [kangle, guanghe], 'two-places'],
    ['甘肃省康乐县附城镇(广河县三甲集镇)', [kangle, guanghe], 'two-places'],
    ['甘肃省兰州市城关区甘南路;甘肃省临夏州和政县城关镇', [hezheng], 'two-places'],
    ['甘肃省临夏州（江西省抚州市）', [], 'two-places'],
    ['甘肃省临夏县韩集镇，广东省深圳市罗湖区', [linxiaCounty], 'two-places'],
    ['东乡县工业园', [dongxiang], 'name-ambiguous'],
    ['永靖', [yongjing], 'short-name-alone'],
    ['刘家峡镇川东路', [yongjing], 'township-alone'],
    ['甘肃省新集镇', [linxiaCounty], 'township-alone'],
    ['甘肃省临夏州红园路6号', [city], 'road-like-township'],
    ['731600 甘肃省临夏州', [yongjing], 'postcode-suggests'],
    ['731600', [yongjing], 'postcode-suggests'],
    ['甘肃省临夏州康乐路12号', [], 'only-down-to'],
    ['临夏州和政北街', [], 'only-down-to'],
    ['甘肃省', [], 'only-down-to'],
    ['河州城', [], 'nothing-recognised'],
    ['', [], 'address-empty'],
    ['No. 12 Hongyuan Road, Linxia, Gansu', [], 'address-not-chinese'],
  ])('%s', (address, candidates, reason) => {
    const found = find(address)
    expect(found.county).toBeUndefined()
    expect(found.candidates).toEqual(candidates)
    expect(found.reasons.map(({ code }) => code)).toContain(address === '731600' ? 'address-empty' : reason)
    expect(['weak', 'none']).toContain(found.certainty)
  })
})

describe('addresses elsewhere', () => {
  test.each([
    ['甘肃省兰州市城关区临夏路38号', { province: 620000, prefecture: 620100, county: 620102 }],
    ['甘肃省兰州市七里河区西津西路临夏州驻兰办事处', { prefecture: 620100, county: 620103 }],
    ['甘肃省兰州新区', { prefecture: 620100, county: 620171 }],
    ['甘肃省华亭县', { prefecture: 620800, county: 620881 }],
    ['甘肃省陇南地区成县', { prefecture: 621200, county: 621221 }],
    ['江西省东乡县孝岗镇', { province: 360000, county: 361003 }],
    ['广东省广州市海珠区康乐村', { province: 440000, county: 440105 }],
    ['上海市静安区康乐路', { province: 310000, county: 310106 }],
    ['浙江省丽水市龙泉市龙泉镇', { province: 330000, county: 331181 }],
    ['宁夏银川市金凤区', { province: 640000, county: 640106 }],
    ['青海省循化撒拉族自治县积石镇', { province: 630000, prefecture: 630200 }],
    ['青海省循化县积石镇', { province: 630000, prefecture: 630200 }],
    ['陕西省榆林市', { province: 610000, prefecture: 610800 }],
    ['吉林市', { province: 220000, prefecture: 220200 }],
    ['海南藏族自治州共和县', { province: 630000, county: 632521 }],
    ['湖南省长沙经济技术开发区', { province: 430000, prefecture: 430100 }],
    ['中国香港九龙常悦道九号', { province: 810000 }],
    ['中国台湾大安区金山南路', { province: 710000 }],
    ['德国蒂申罗伊特', { country: '德国' }],
    ['731100 广东省深圳市罗湖区', { province: 440000, county: 440303 }],
  ])('%s', (address, place) => {
    const found = find(address)
    expect(found).toMatchObject(place)
    expect(found.candidates).toEqual([])
    expect(found.prefecture).not.toBe(622900)
  })

  test('a district that several cities have stays open', () => {
    expect(find('城关区')).toMatchObject({ certainty: 'none', reasons: [{ code: 'name-ambiguous' }] })
  })
})

const listed = townships(622900)
const postcode = fc.constantFrom('731100', '731200', '731600', '731800', '730000', '100000')

describe('every township', () => {
  test.each(listed)('$name', ({ code, name }) => {
    const county = placeOf(code).county!
    const countyName = linxia.division(county)!.name
    for (const address of [
      `甘肃省临夏回族自治州${countyName}${name}某村1号`,
      `${countyName}${name}`,
      `甘肃${shortNameOf(countyName)}${name}`,
    ]) {
      expect(find(address)).toMatchObject({ county, township: code, certainty: 'certain' })
    }
    const alone = find(`甘肃省临夏州${name}某村1号`)
    if (name === '城关镇') expect(alone.candidates).toEqual([guanghe, hezheng])
    else expect(alone).toMatchObject({ county, township: code, by: 'township', certainty: 'certain' })
  })

  const spelled = fc
    .record({
      township: fc.constantFrom(...listed),
      province: fc.constantFrom('甘肃省', '甘肃', '中国甘肃省', ''),
      prefecture: fc.constantFrom('临夏回族自治州', '临夏州', '临夏自治州', '临夏', ''),
      short: fc.boolean(),
      rank: fc.constantFrom(undefined, '乡', '镇'),
      gap: fc.constantFrom('', ' ', '　', '，'),
      tail: fc.constantFrom('', '某村一社', '北街3号', '100号', '工业园区'),
    })
    .map(({ township, province, prefecture, short, rank, gap, tail }) => {
      const name = linxia.division(countyOf(township.code))!.name
      // A former rank of a township whose name is met in other counties too would be another one: 城关乡 is of 临夏市.
      const written =
        rank && township.name !== '城关镇' ? township.name.replace(/(?:东乡族乡|街道|镇|乡)$/u, rank) : township.name
      return { township, address: [province, prefecture, short ? shortNameOf(name) : name, `${written}${tail}`].join(gap) }
    })

  test('an address with county and township in any spelling gives its county', () => {
    fc.assert(
      fc.property(spelled, ({ township, address }) => {
        expect(find(address), address).toMatchObject({
          county: countyOf(township.code),
          township: township.code,
          certainty: 'certain',
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('a postcode in front, behind or in brackets changes nothing that was clear', () => {
    fc.assert(
      fc.property(spelled, postcode, fc.constantFrom(0, 1, 2, 3), ({ address }, digits, where) => {
        const written = [`${digits} ${address}`, `${address}(${digits})`, `${address} 邮编:${digits}`, `（${digits}）${address}`][
          where
        ]!
        const { reasons: _, ...place } = find(address)
        expect(find(written), written).toMatchObject(place)
      }),
      { numRuns: 1000 },
    )
  })

  test('full width is read as half width', () => {
    fc.assert(
      fc.property(spelled, ({ address }) => {
        const wide = address.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        expect(find(wide)).toEqual(find(address))
      }),
    )
  })
})

test('any text gets an answer whose parts agree with each other, and every reason has a sentence', () => {
  const piece = fc.constantFrom(
    '甘肃',
    '临夏',
    '州',
    '市',
    '县',
    '永靖',
    '东乡',
    '康乐',
    '城关镇',
    '刘家峡',
    '路',
    '、',
    '(',
    ')',
    ' ',
    '731100',
    '江西省',
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(text, (address) => {
      const found = find(address)
      if (found.county !== undefined) {
        expect(found).toMatchObject(placeOf(found.township ?? found.county))
        expect(found.candidates).toEqual([])
        expect(['certain', 'likely']).toContain(found.certainty)
      } else expect(['weak', 'none']).toContain(found.certainty)
      expect(found.candidates.every((code) => placeOf(code).prefecture === 622900)).toBe(true)
      expect(found.certainty === 'weak').toBe(found.candidates.length > 0)
      expect(found.reasons.length).toBeGreaterThan(0)
      for (const reason of found.reasons) expect(placeSentence(reason)).toMatch(/[\p{Script=Han}]。$/u)
    }),
    { numRuns: 5000 },
  )
})

const real = new URL('../../../../shared/data/patents/cnipr_25col_199.xlsx', import.meta.url)

test.skipIf(!existsSync(real))(
  'the 199 real addresses of ../shared/data/patents: the province of every one in China is recognised',
  () => {
    const sheet = read(readFileSync(real)).Sheets
    const rows = utils.sheet_to_json<Record<string, string>>(Object.values(sheet)[0]!)
    const addresses = rows.map((row) => row.地址!)
    expect(addresses).toHaveLength(199)
    const found = addresses.map((address) => ({ address, place: find(address) }))
    const abroad = found.filter(({ place }) => place.country)
    expect(abroad.map(({ place }) => place.country).sort()).toEqual(['德国', '澳大利亚'])
    for (const { address, place } of found) {
      if (place.country) continue
      const province = linxia.division(place.province!)!.name
      const written = address.replace(/^\d{6} ?|^中国/gu, '')
      expect(written.startsWith(province.slice(0, 2)), address).toBe(true)
      expect(place.candidates).toEqual([])
    }
    expect(found.filter(({ place }) => place.prefecture).length).toBe(194)
    expect(found.filter(({ place }) => place.province === 620000)).toHaveLength(3)
  },
)
