import { expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { documentNumber, nameOn, renamed } from './tree.ts'

const first = { from: plainDate('2007-06-01'), to: null, name: '演示州科学技术局', sealName: '演示州科学技术局', basis: null }
const next = {
  from: plainDate('2019-01-01'),
  name: '演示州市场监督管理局',
  sealName: '演示州市场监督管理局',
  basis: '机构改革方案',
}

it('a unit has the name of the day', () => {
  const names = renamed([first], next)
  if (!names.done) throw new Error(names.refusal.code)
  expect(nameOn(names.value, plainDate('2018-12-31')).name).toBe('演示州科学技术局')
  expect(nameOn(names.value, plainDate('2019-01-01')).name).toBe('演示州市场监督管理局')
  expect(nameOn(names.value, plainDate('2000-01-01')).name).toBe('演示州科学技术局')
  expect(names.value.map((name) => name.to)).toEqual(['2018-12-31', null])
})

it('no name begins before or with the one it follows', () => {
  expect(renamed([first], { ...next, from: plainDate('2007-06-01') })).toEqual({
    done: false,
    refusal: { code: 'day-too-early', after: '2007-06-01' },
  })
})

it('a document number has hexagonal brackets and no leading zero', () => {
  expect(documentNumber('临州市监处罚', 2026, 1)).toBe('临州市监处罚〔2026〕1号')
})
