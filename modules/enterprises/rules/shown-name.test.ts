import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameToShow } from './shown-name.ts'

test.each([
  [['临夏演示(集团)有限公司', '临夏演示（集团）有限公司'], '临夏演示（集团）有限公司'],
  [['临夏 演示有限公司', '临夏演示有限公司'], '临夏演示有限公司'],
  [['临夏演示有限公司。', '临夏演示有限公司'], '临夏演示有限公司'],
  [['临夏演示食品有限公司（曾用名：临夏演示食品厂）', '临夏演示食品有限公司 '], '临夏演示食品有限公司 '],
  [['ＡＢ演示科技有限公司', 'AB演示科技有限公司'], 'AB演示科技有限公司'],
  [['只有一个名称'], '只有一个名称'],
])('%j is shown as %s', (names, shown) => {
  expect(nameToShow(names as [string])).toBe(shown)
})

test('the order of the names does not count', () => {
  const spelling = fc.constantFrom(
    '临夏演示',
    '临夏 演示',
    '(演示)',
    '（演示）',
    '演示。',
    '演示（原名演示厂）',
    'Ａ演示',
    'A演示',
  )
  fc.assert(
    fc.property(fc.array(spelling, { minLength: 1, maxLength: 6 }), (names) => {
      expect(nameToShow(names as [string])).toBe(nameToShow(names.toReversed() as [string]))
    }),
  )
})
