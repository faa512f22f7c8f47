import { expect, it } from 'vitest'
import type { Field } from './field.ts'
import { bodyOf, textsOf } from './form-values.ts'

const fields: readonly Field[] = [
  { name: 'name', label: '名称', kind: 'text' },
  { name: 'n', label: '长度', kind: 'number' },
  { name: 'roll', label: '顺延', kind: 'yes-no' },
  { name: 'grace.n', label: '宽限', kind: 'number', optional: true },
  { name: 'grace.unit', label: '单位', kind: 'text', optional: true },
  { name: 'stop', label: '中止', kind: 'picks', options: [{ value: 'test', label: '检验' }] },
  {
    name: 'extend',
    label: '延长',
    kind: 'rows',
    fields: [
      { name: 'n', label: '', kind: 'number', optional: true, orNull: true },
      { name: 'by', label: '', kind: 'text' },
      { name: 'max', label: '', kind: 'yes-no', optional: true },
    ],
  },
]
const body = {
  name: '演示',
  n: 2.5,
  roll: false,
  grace: { n: 6, unit: 'M' },
  stop: ['test'],
  extend: [
    { n: 1, by: 'head', max: true },
    { n: null, by: 'superior' },
  ],
  hidden: { kept: true },
}

it('gives a body back as it was', () => {
  expect(bodyOf(fields, textsOf(fields, body), body)).toEqual(body)
  expect(bodyOf(fields, textsOf(fields, body), undefined)).toEqual({ ...body, hidden: undefined })
})

it('leaves out what was emptied, with the member it stood in, and keeps what no field shows', () => {
  const texts = { ...textsOf(fields, body), 'body.grace.n': '', 'body.grace.unit': ' ', 'body.stop': '', 'body.extend': '[]' }
  expect(bodyOf(fields, texts, body)).toEqual({ name: '演示', n: 2.5, roll: false, stop: [], extend: [], hidden: { kept: true } })
})

it('leaves out an optional yes-or-no that is no, and says a needed one', () => {
  const rows = JSON.stringify([{ n: '', by: 'head', max: 'no' }])
  expect(bodyOf(fields, { ...textsOf(fields, body), 'body.extend': rows, 'body.roll': 'no' }, body)).toMatchObject({
    roll: false,
    extend: [{ n: null, by: 'head' }],
  })
})

it('leaves a number that is none for the shape to refuse', () => {
  expect(bodyOf(fields, { ...textsOf(fields, body), 'body.n': '三' }, body)).toMatchObject({ n: '三' })
})
