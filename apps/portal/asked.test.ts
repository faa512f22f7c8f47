import fc from 'fast-check'
import { expect, test } from 'vitest'
import { address, clean, oneOf, queryOf } from './asked.ts'
import { html } from './html.ts'
import { marked } from './marked.ts'
import { sayer, viewOf } from './view.ts'

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test('whatever stands in an address is read without control characters, half characters and floods', () => {
  fc.assert(
    fc.property(anything, (search) => {
      for (const [name, value] of Object.entries(queryOf(search))) {
        expect(name).toMatch(/^[a-z]{1,20}$/)
        expect(value).not.toMatch(/\p{Cc}/u)
        expect(value?.isWellFormed()).toBe(true)
        expect(value?.length).toBeLessThanOrEqual(1000)
      }
    }),
  )
  expect(queryOf('q=a&q=b&__proto__=c&Q=d')).toEqual({ q: 'a' })
  expect(clean('  牛\u0000\r\n肉 ')).toBe('牛 肉')
})

test('an address that we make is read as it was meant, and may be linked', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const made = address('/patents', { q: clean(text), county: null })
      expect(queryOf(made.split('?')[1] ?? '').q ?? '').toBe(clean(text))
      expect(String(html`<a href="${made}">.</a>`)).toContain('href="/patents')
    }),
  )
})

test('a word of a list is known however wide it was typed', () => {
  expect(oneOf(' ＤＥＳＩＧＮ ', ['design'])).toBe('design')
  expect(oneOf('designs', ['design'])).toBeNull()
  expect(oneOf(undefined, ['design'])).toBeNull()
})

test('a view is what the address asks for, else what the cookies keep, and only what we know', () => {
  expect(viewOf({ language: 'en' }, { portal_language: 'zh', portal_large: '1' })).toEqual({
    view: { language: 'en', large: true },
    keep: [{ name: 'portal_language', value: 'en' }],
  })
  fc.assert(
    fc.property(anything, anything, (asked, kept) => {
      const { view, keep } = viewOf({ language: asked, large: asked }, { portal_language: kept, portal_large: kept })
      expect(['zh', 'en']).toContain(view.language)
      for (const { value } of keep) expect(['zh', 'en', '0', '1']).toContain(value)
    }),
  )
  expect(sayer({ language: 'en', large: false })('search.count', { count: 3 })).toBe('3 found')
})

test('marking words changes no word', () => {
  fc.assert(
    fc.property(anything, fc.array(anything), (text, terms) => {
      const seen = String(marked(text, terms)).replace(/<\/?mark>/g, '')
      expect(seen).toBe(String(html`${text}`))
    }),
  )
  expect(String(marked('一种牛肉滚揉机', ['牛肉']))).toBe('一种<mark>牛肉</mark>滚揉机')
})
