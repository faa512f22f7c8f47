import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestPart, wholeAddress } from './whole-address.ts'

test.each([
  ['/patents/%ff', '/patents/%EF%BF%BD'],
  ['/%c0%af', '/%EF%BF%BD'],
  ['/a%/b?q=%ff', '/%EF%BF%BD/b?q=%ff'],
  ['/api/patents/%E4%BD', '/api/patents/%EF%BF%BD'],
  [`/patents/${'9'.repeat(201)}?x=1`, '/patents/%EF%BF%BD?x=1'],
])('%s becomes %s', (url, wanted) => {
  expect(wholeAddress(url)).toBe(wanted)
})

test('what can be routed stays as it is', () => {
  for (const url of ['/', '/patents/ZL%202019%201%200123456.X', '//elsewhere.cn', '/%5celsewhere.cn', '*', '/a%2Fb#%ff'])
    expect(wholeAddress(url)).toBe(url)
})

test('every part of what comes out is text and short', () => {
  const address = fc
    .array(fc.string({ unit: fc.constantFrom('%', 'f', 'c', '0', '2', 'E', '4', 'é', '?', 'x') }))
    .map((parts) => `/${parts.join('/')}`)
  fc.assert(
    fc.property(address, (url) => {
      for (const part of wholeAddress(url).split('?')[0]!.split('/'))
        expect(decodeURIComponent(part).length).toBeLessThanOrEqual(longestPart)
    }),
  )
})
