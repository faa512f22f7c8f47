import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutCsv } from '../../../database/reference/csv.ts'
import { holderKindSentence } from '../words.ts'
import { type HolderKind, holderKindOf } from './holder-kind.ts'

describe('the kind of a holder by its name', () => {
  test.each<[string, HolderKind]>([
    ['临夏演示牧业有限公司', 'enterprise'],
    ['临夏演示集团', 'enterprise'],
    ['永靖县演示养殖农民专业合作社', 'enterprise'],
    ['和政县演示啤特果加工厂', 'enterprise'],
    ['临夏市演示砖雕工作室', 'enterprise'],
    ['东乡县演示家庭农场', 'enterprise'],
    ['临夏市马演示甲餐厅（个体工商户）', 'enterprise'],
    ['演示企业管理中心（有限合伙）', 'enterprise'],
    ['演示电力设计研究院有限公司', 'enterprise'],
    ['演示大学设计研究院（有限公司）', 'enterprise'],
    ['国网甘肃演示电力公司临夏供电局', 'enterprise'],
    ['临夏演示供电局', 'enterprise'],
    ['演示牧业', 'enterprise'],
    ['演示株式会社', 'enterprise'],
    ['주식회사 데모', 'enterprise'],
    ['Demo Co., Ltd.', 'enterprise'],
    ['Demo GmbH & Co. KG', 'enterprise'],
    ['DEMO HOLDINGS B.V.', 'enterprise'],
    ['演示大学', 'university'],
    ['临夏演示现代职业学院', 'university'],
    ['临夏州演示职业技术学校', 'university'],
    ['Demo University', 'university'],
    ['甘肃省演示农业科学院', 'institute'],
    ['临夏州演示农业科学研究所', 'institute'],
    ['临夏州演示农业技术推广中心', 'institute'],
    ['临夏县演示农业技术推广站', 'institute'],
    ['演示大学新材料研究院', 'institute'],
    ['演示产品质量检测中心', 'institute'],
    ['Demo Institute of Physics', 'institute'],
    ['临夏州演示局', 'government'],
    ['永靖县演示人民政府', 'government'],
    ['临夏经济开发区演示管理委员会', 'government'],
    ['临夏市演示街道办事处', 'government'],
    ['Ministry of Demo', 'government'],
    ['临夏州演示人民医院', 'other'],
    ['演示大学第一医院', 'other'],
    ['临夏演示中学', 'other'],
    ['临夏市第一演示小学', 'other'],
    ['临夏州演示刺绣协会', 'other'],
    ['永靖县演示村民委员会', 'other'],
    ['临夏演示会展中心', 'other'],
    ['马演示甲', 'individual'],
    ['马演示', 'individual'],
    ['马某', 'individual'],
    ['妥演示', 'individual'],
    ['撒演示', 'individual'],
    ['欧阳演示', 'individual'],
    ['马麦者力', 'individual'],
    ['马穆罕默德', 'individual'],
    ['韩阿卜杜力', 'individual'],
    ['买买提·演示', 'individual'],
    ['马·演示乙', 'individual'],
    ['阿卜杜拉•演示·买买提', 'individual'],
    ['J·R·演示史密斯', 'individual'],
    ['M.W.演示科维奇', 'individual'],
    ['John Demo', 'individual'],
    ['Demo, Anna-Maria van der', 'individual'],
    ['马演示甲等', 'individual'],
    ['', 'unknown'],
    ['  ', 'unknown'],
    ['DEMO', 'unknown'],
    ['演示啤特果红酒', 'unknown'],
    ['12345', 'unknown'],
  ])('%s: %s', (name, kind) => {
    const found = holderKindOf(name)
    expect(found.kind).toBe(kind)
    expect(holderKindSentence(found)).toMatch(/^(?:按.+统计|权利人类型未识别)：.+。$/u)
  })

  test('the sentence says by what', () => {
    expect(holderKindSentence(holderKindOf('临夏演示大学'))).toBe('按大专院校统计：名称中有“大学”字样。')
    expect(holderKindSentence(holderKindOf('马演示'))).toBe('按个人统计：名称为二至四个汉字，没有单位字样。')
  })

  test('people of the prefecture under any of their surnames are people, with blanks or without', () => {
    const surname = fc.constantFrom(
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
      '哈',
    )
    const given = fc.constantFrom('演示', '某', '某某', '小演', '进演', '占演', '阿依', '尕演', '福演', '玉演')
    fc.assert(
      fc.property(surname, given, fc.constantFrom('', ' ', '　'), (family, own, blank) => {
        expect(holderKindOf(`${family}${blank}${own}`)).toMatchObject({ kind: 'individual', because: 'people-like-name' })
      }),
    )
  })

  test('width and brackets do not matter', () => {
    const name = fc.constantFrom(
      '临夏演示牧业（集团）有限公司',
      '马演示甲',
      '演示研究院(有限公司)',
      'Demo Co., Ltd.',
      '演示·买买提',
    )
    fc.assert(
      fc.property(name, (text) => {
        const wide = text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        expect(holderKindOf(wide).kind).toBe(holderKindOf(text).kind)
      }),
    )
  })
})

const listed = new URL('../../../../shared/data/companies/listed_company_family_names_9515.csv', import.meta.url)

test.skipIf(!existsSync(listed))('the kinds of the 9,503 real company names of ../shared/data/companies', () => {
  const names = [
    ...new Set(
      cutCsv(readFileSync(listed, 'utf8'))
        .slice(1)
        .map(([, name]) => name!),
    ),
  ].filter((name) => name !== '')
  const counts: Record<string, number> = {}
  for (const name of names) counts[holderKindOf(name).kind] = (counts[holderKindOf(name).kind] ?? 0) + 1
  expect(counts).toEqual({ enterprise: 9477, institute: 17, university: 4, other: 5 })
})
