import { describe, expect, test } from 'vitest'
import { gazetteer } from '../reads/gazetteer.ts'
import { placeSentence, placeSentences } from '../words.ts'
import { placeOfCreditCode } from './credit-code-place.ts'
import { decidePlace, type PlaceFacts } from './decide-place.ts'

const linxia = gazetteer(622900)
const decide = (facts: PlaceFacts) => decidePlace(facts, linxia)
const says = (facts: PlaceFacts) => placeSentences(decide(facts).reasons)
const registered = (division: string) => `91${division}MA00000000`

describe('where a credit code was registered', () => {
  test.each([
    ['91622901MA00000000', { province: 620000, prefecture: 622900, county: 622901 }],
    ['９１６２２９０１ma00000000', { province: 620000, prefecture: 622900, county: 622901 }],
    ['11622900MB00000000', { province: 620000, prefecture: 622900 }],
    ['91620000MA00000000', { province: 620000 }],
    ['91622999MA00000000', { province: 620000, prefecture: 622900 }],
    ['91629999MA00000000', { province: 620000 }],
    ['91100000MA00000000', null],
    ['91999999MA00000000', null],
    ['6229', null],
    ['', null],
  ])('%s', (code, place) => {
    expect(placeOfCreditCode(code, linxia)).toEqual(place)
  })
})

describe('deciding the county of a holder', () => {
  test('the address decides, and says where the code was registered if elsewhere', () => {
    const facts = { address: '甘肃省永靖县刘家峡镇川东路', creditCode: registered('622901') }
    expect(decide(facts)).toMatchObject({ state: 'decided', county: 622923, by: 'address' })
    expect(says(facts)).toBe(
      '地址写明永靖县。统一社会信用代码表明登记地为甘肃省临夏回族自治州临夏市，与所在县市不同，以地址为准。',
    )
    expect(decide({ ...facts, creditCode: registered('622900') })).toMatchObject({ state: 'decided', county: 622923 })
  })

  test('the source’s own words fill what the address leaves open', () => {
    const sourceWords = { province: '甘肃', city: '临夏回族自治州', county: '临夏市' }
    expect(decide({ address: '甘肃省临夏红园路', sourceWords })).toMatchObject({
      state: 'decided',
      county: 622901,
      by: 'source-words',
    })
    expect(decide({ address: '731600 甘肃省临夏州', sourceWords })).toMatchObject({
      state: 'decided',
      county: 622901,
      by: 'source-words',
    })
    expect(decide({ sourceWords })).toMatchObject({ state: 'decided', county: 622901, by: 'source-words' })
    expect(decide({ sourceWords: { county: '永靖' } })).toMatchObject({ state: 'decided', county: 622923 })
    expect(decide({ sourceWords: { province: '甘肃', city: '临夏', county: '积石山' } })).toMatchObject({
      state: 'decided',
      county: 622927,
    })
  })

  test('agreement of address and words is said', () => {
    const facts = { address: '甘肃省临夏市红园路', sourceWords: { city: '临夏州', county: '临夏市' } }
    expect(says(facts)).toBe('地址写明临夏市。地址与来源标注的地区一致，均为甘肃省临夏回族自治州临夏市。')
  })

  test('a contradiction goes to the queue with both counties', () => {
    const facts = { address: '731100 甘肃省临夏市红园路', sourceWords: { city: '临夏州', county: '临夏县' } }
    expect(decide(facts)).toMatchObject({
      state: 'unclear',
      proposals: [
        { county: 622901, by: 'address' },
        { county: 622921, by: 'source-words' },
      ],
    })
    expect(says(facts)).toContain('两者不一致')
    expect(decide({ ...facts, creditCode: registered('622921') })).toMatchObject({
      proposals: [
        { county: 622921, by: 'credit-code' },
        { county: 622901, by: 'address' },
      ],
    })
  })

  test('an ambiguous address whose words name a third county goes to the queue', () => {
    const facts = { address: '甘肃省临夏州城关镇', sourceWords: { county: '永靖县' } }
    expect(decide(facts)).toMatchObject({
      state: 'unclear',
      proposals: [{ county: 622924 }, { county: 622925 }, { county: 622923 }],
    })
  })

  test('a credit code orders the proposals and never decides alone', () => {
    expect(decide({ address: '甘肃省临夏红园路', creditCode: registered('622921') })).toMatchObject({
      state: 'unclear',
      proposals: [
        { county: 622921, by: 'credit-code' },
        { county: 622901, by: 'address' },
      ],
    })
    expect(decide({ address: '甘肃省临夏州康乐路', creditCode: registered('622922') })).toMatchObject({
      state: 'unclear',
      proposals: [{ county: 622922, by: 'credit-code' }],
    })
    expect(decide({ creditCode: registered('622922') })).toMatchObject({
      state: 'unclear',
      proposals: [{ county: 622922, by: 'credit-code' }],
    })
    expect(decide({ address: '甘肃省临夏州永靖县、广河县', creditCode: registered('622922') })).toMatchObject({
      state: 'unclear',
      proposals: [{ county: 622923 }, { county: 622924 }],
    })
    expect(decide({ creditCode: registered('440300') })).toMatchObject({ state: 'silent', reasons: [{ code: 'registered-at' }] })
    expect(decide({ creditCode: 'no code' })).toEqual({ state: 'silent', reasons: [] })
  })

  test('holders elsewhere are outside, but not where a source says otherwise', () => {
    const address = '730000 甘肃省兰州市城关区东岗西路'
    expect(decide({ address })).toMatchObject({ state: 'outside', by: 'address' })
    expect(decide({ address, sourceWords: { province: '甘肃', city: '兰州' } })).toMatchObject({ state: 'outside' })
    expect(decide({ address: '日本东京都' })).toMatchObject({ state: 'outside' })
    expect(decide({ sourceWords: { province: '广东', city: '深圳市' } })).toMatchObject({ state: 'outside', by: 'source-words' })
    expect(decide({ address, sourceWords: { city: '临夏州', county: '永靖县' } })).toMatchObject({
      state: 'unclear',
      proposals: [{ county: 622923, by: 'source-words' }],
    })
    expect(decide({ address: '甘肃省永靖县', sourceWords: { province: '广东' } })).toMatchObject({ state: 'unclear' })
  })

  test('what stands only with the prefecture is unclear; what says nothing is silent', () => {
    expect(decide({ address: '甘肃省临夏州' })).toEqual({
      state: 'unclear',
      proposals: [],
      reasons: [{ code: 'only-down-to', place: '甘肃省临夏回族自治州', level: 'prefecture' }],
    })
    expect(decide({})).toEqual({ state: 'silent', reasons: [] })
    expect(decide({ address: ' ', sourceWords: { county: '' } })).toEqual({ state: 'silent', reasons: [] })
    expect(decide({ address: 'Linxia, Gansu' })).toMatchObject({ state: 'silent' })
  })

  test('a decision by hand stands against every source and says so', () => {
    const facts = { address: '甘肃省永靖县', handDecision: 622901 }
    expect(decide(facts)).toMatchObject({ state: 'decided', county: 622901, by: 'hand' })
    expect(says(facts)).toBe('经人工核定为临夏市。来源地址为甘肃省临夏回族自治州永靖县，与人工核定不一致，以人工核定为准。')
    expect(decide({ address: '甘肃省临夏州', handDecision: null })).toMatchObject({
      county: null,
      by: 'hand',
      reasons: [{ code: 'by-hand' }],
    })
    expect(says({ handDecision: null })).toBe('经人工核定为临夏回族自治州。')
    expect(decide({ address: '广东省深圳市', handDecision: 622901 }).reasons.map(placeSentence)).toHaveLength(2)
  })
})
