import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { Html, html } from './html.ts'

/** What a browser would make of it: the tags with their attributes, and the text. */
function parsed(markup: Html): { tags: [string, Record<string, string>][]; text: string } {
  const tags: [string, Record<string, string>][] = []
  let text = ''
  const parser = new Parser({
    onopentag: (name, attributes) => tags.push([name, attributes]),
    ontext: (some) => {
      text += some
    },
    oncomment: (some) => tags.push(['!--', { some }]),
  })
  parser.end(String(markup))
  return { tags, text }
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '=',
        '/',
        '-->',
        '<!--',
        '<script>',
        '</p>',
        ' onclick=',
        '&lt;',
        '\\',
        '\n',
        '牛',
      ),
    )
    .map((parts) => parts.join('')),
)

test('nothing that comes in can become markup, in text and in attributes', () => {
  fc.assert(
    fc.property(nasty, nasty, fc.array(nasty), (text, title, list) => {
      const page = html`<p title="${title}" class="a ${title}">${text}${list}${html`<b>${text}</b>`}</p>`
      const { tags, text: read } = parsed(page)
      expect(tags).toEqual([
        ['p', { title, class: `a ${title}` }],
        ['b', {}],
      ])
      expect(read).toBe(`${text}${list.join('')}${text}`)
    }),
  )
})

test('what only looks like markup of ours is escaped too', () => {
  const forged = { toString: () => '<script>', text: '<script>' } as unknown as string
  expect(String(html`<p>${forged}</p>`)).not.toContain('<script>')
  expect(() => new Html(Symbol('html') as never, '<script>')).toThrow()
})

test('nothing is put where escaping does not help', () => {
  const text = 'x'
  expect(() => html`<p title=${text}></p>`).toThrow('quotes')
  expect(() => html`<p title='${text}'></p>`).toThrow('quotes')
  expect(() => html`<${text}>`).toThrow('quotes')
  expect(() => html`<p ${text}>`).toThrow('quotes')
  expect(() => html`<p onclick="${text}">`).toThrow('onclick')
  expect(() => html`<p style="color: ${text}">`).toThrow('style')
  expect(() => html`<script>${text}</script>`).toThrow('script')
  expect(() => html`<style>${text}</style>`).toThrow('style')
  expect(() => html`<!-- ${text} -->`).toThrow('comment')
  expect(() => html`<p title="${html`<b></b>`}">`).toThrow('attribute')
  expect(String(html`<title>${text}</title><p>${text}</p>`)).toBe('<title>x</title><p>x</p>')
  expect(String(html`<p title="a>b">${text}</p>`)).toBe('<p title="a>b">x</p>')
})

test('a link leads to this site, to a place on the page or to https, never anywhere else', () => {
  for (const address of ['/patents?query=%E7%89%9B', '#main', 'https://www.cnipa.gov.cn/', 'tel:12345'])
    expect(parsed(html`<a href="${address}">.</a>`).tags[0]?.[1].href).toBe(address)
  for (const address of [
    'javascript:alert(1)',
    '//elsewhere.cn',
    '/\\elsewhere.cn',
    'http://a.cn',
    'data:text/html,x',
    '',
    '/a\tb',
    ' /a',
  ])
    expect(() => html`<a href="${address}">.</a>`).toThrow('not an address')
  fc.assert(
    fc.property(nasty, (rest) => {
      // Behind a path that is written out anything may stand.
      expect(parsed(html`<a href="/patents/${rest}">.</a>`).tags[0]?.[1].href).toBe(`/patents/${rest}`)
    }),
  )
})
