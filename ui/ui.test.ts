import { expect, test } from 'vitest'
import { momentText, numberText, sizeText } from './format.ts'
import { nextPage } from './next-page.ts'
import { addressOf } from './wire.ts'

test('a route’s address carries its parameters and query as they are, and leaves out what is empty', () => {
  const at = 'GET /api/things/:number/fields/:field'
  expect(
    addressOf(at, {
      params: { number: '201610259567.X', field: 'a/b?c' },
      query: { words: '东乡 & 永靖', none: '', no: undefined, n: 5 },
    }),
  ).toBe('/api/things/201610259567.X/fields/a%2Fb%3Fc?words=%E4%B8%9C%E4%B9%A1+%26+%E6%B0%B8%E9%9D%96&n=5')
  expect(addressOf('GET /api/things')).toBe('/api/things')
})

test('after the door one goes on within the house', () => {
  const door = /^\/sign-in/
  expect(nextPage('/things?a=1', door)).toBe('/things?a=1')
  for (const elsewhere of [undefined, '', 'https://else.where', '//else.where', '/\\else.where', '/sign-in?next=/']) {
    expect(nextPage(elsewhere, door)).toBe('/')
  }
})

test('numbers have separators, sizes a unit', () => {
  expect([0, 999, 1000, 1234567].map(numberText)).toEqual(['0', '999', '1,000', '1,234,567'])
  expect([0, 999, 1536, 482113, 3_222_111_000].map(sizeText)).toEqual(['0 B', '999 B', '1.5 KB', '471 KB', '3.0 GB'])
})

test('a moment is told by the reader’s clock', () => {
  const here = new Date(2026, 10, 2, 9, 5)
  expect(momentText(here.toISOString())).toBe('2026-11-02 09:05')
})
