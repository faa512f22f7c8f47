import { describe, expect, test } from 'vitest'
import { gazetteer } from '../reads/gazetteer.ts'
import { countyOf, levelOf, prefectureOf, provinceOf, within } from './division.ts'
import { leadingPlace } from './leading-place.ts'
import { shortNameOf, spellingsOf } from './spellings.ts'

const linxia = gazetteer(622900)

test('codes say their level and what they lie in', () => {
  expect([620000, 622900, 622901, 622901101].map(levelOf)).toEqual(['province', 'prefecture', 'county', 'township'])
  expect([countyOf(622901101), prefectureOf(622901101), provinceOf(622901101)]).toEqual([622901, 622900, 620000])
  expect(within(622901101, 622900)).toBe(true)
  expect(within(622900, 622901)).toBe(false)
})

test('the counties of the home prefecture in the official order, with the names people say', () => {
  expect(linxia.counties.map(({ name }) => shortNameOf(name))).toEqual([
    '临夏市',
    '临夏县',
    '康乐县',
    '永靖县',
    '广河县',
    '和政县',
    '东乡县',
    '积石山县',
  ])
  expect(gazetteer(622900)).toBe(linxia)
  expect(gazetteer(620100).counties).toHaveLength(9)
})

describe('spellings', () => {
  const of = (name: string, level: 'province' | 'prefecture' | 'county' | 'township') =>
    spellingsOf(name, level).map(({ text, kind }) => `${kind} ${text}`)

  test.each([
    ['内蒙古自治区', 'province', ['name 内蒙古自治区', 'abbreviation 内蒙古区', 'short 内蒙古']],
    ['广西壮族自治区', 'province', ['name 广西壮族自治区', 'abbreviation 广西自治区', 'abbreviation 广西区', 'short 广西']],
    [
      '恩施土家族苗族自治州',
      'prefecture',
      ['name 恩施土家族苗族自治州', 'abbreviation 恩施自治州', 'abbreviation 恩施州', 'short 恩施', 'old 恩施地区'],
    ],
    ['东乡族自治县', 'county', ['name 东乡族自治县', 'abbreviation 东乡自治县', 'abbreviation 东乡县', 'short 东乡']],
    ['龙胜各族自治县', 'county', ['name 龙胜各族自治县', 'abbreviation 龙胜自治县', 'abbreviation 龙胜县', 'short 龙胜']],
    ['康县', 'county', ['name 康县']],
    ['兰州新区', 'county', ['name 兰州新区']],
    [
      '阿力麻土东乡族乡',
      'township',
      [
        'name 阿力麻土东乡族乡',
        'abbreviation 阿力麻土乡',
        'short 阿力麻土',
        'old 阿力麻土镇',
        'old 阿力麻土街道',
        'old 阿力麻土办事处',
        'old 阿力麻土公社',
      ],
    ],
    ['红园街道', 'township', ['name 红园街道', 'stem 红园', 'old 红园镇', 'old 红园乡', 'old 红园办事处', 'old 红园公社']],
  ] as const)('%s', (name, level, spellings) => {
    expect(of(name, level)).toEqual(spellings)
  })
})

test.each([
  ['甘肃临夏演示牧业有限公司', 622900, '甘肃临夏'],
  ['临夏市演示食品厂', 622901, '临夏市'],
  ['临夏回族自治州农业科学院', 622900, '临夏回族自治州'],
  ['东乡演示手抓羊肉有限公司', 622926, '东乡'],
  ['东乡县演示羊肉有限公司', 622926, '东乡县'],
  ['永靖县太极镇演示合作社', 622923, '永靖县'],
  ['广州演示药材公司', 440100, '广州'],
  ['广州市演示药材公司', 440100, '广州市'],
  ['太极演示集团', null, ''],
  ['演示啤特果合作社', null, ''],
])('the place at the head of the name %s', (name, code, text) => {
  const found = leadingPlace(name, linxia)
  expect(found?.code ?? null).toBe(code)
  expect(name.slice(0, found?.length ?? 0)).toBe(text)
})
