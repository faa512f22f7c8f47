import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../writing/gb18030.ts'
import { decoded, decodedBySniff, detectEncoding } from './encoding.ts'

async function* pieces(bytes: Uint8Array, cuts: readonly number[]) {
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    if (cut > from) yield bytes.subarray(from, cut)
    from = Math.max(from, cut)
  }
  yield bytes.subarray(from)
}

async function joined(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const encoders = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16be': utf16be,
  gb18030: encodeGb18030,
} as const

describe('text in chunks', () => {
  test.each(Object.keys(encoders) as (keyof typeof encoders)[])(
    '%s: a character cut at any border is put together',
    async (encoding) => {
      const text = fc.string({ unit: fc.constantFrom('a', ',', '\n', '中', '龘', '😀', '𠮷', 'é', '€'), maxLength: 40 })
      await fc.assert(
        fc.asyncProperty(text, fc.array(fc.nat(160)), async (original, cuts) => {
          expect(await joined(decoded(pieces(encoders[encoding](original), cuts), encoding))).toBe(original)
        }),
      )
    },
  )

  test('bytes that are no text become U+FFFD, and their neighbours stay', async () => {
    const gb = Buffer.concat([
      encodeGb18030('甲'),
      Buffer.from([0xff]),
      encodeGb18030('乙,'),
      Buffer.from([0xb0]),
      Buffer.from('\n丙'),
    ])
    expect(await joined(decoded(pieces(gb.subarray(0, 8), []), 'gb18030'))).toBe('甲\ufffd乙,\ufffd\n')
    const utf8 = Buffer.concat([Buffer.from('甲'), Buffer.from([0xe4, 0xb8]), Buffer.from(',乙')])
    expect(await joined(decoded(pieces(utf8, [3, 4, 5]), 'utf-8'))).toBe('甲\ufffd,乙')
  })

  test('the mark at the start is no text', async () => {
    for (const [encoding, encode] of Object.entries(encoders))
      expect([encoding, await joined(decodedBySniff(pieces(encode('\ufeff申请号,1'), [1, 2, 3])))]).toEqual([
        encoding,
        '申请号,1',
      ])
  })
})

describe('which encoding', () => {
  const chinese = '一种演示用的装置,临夏市演示科技有限公司,2020-03-05\n'
  test.each([
    ['utf-8', Buffer.from(chinese)],
    ['gb18030', encodeGb18030(chinese)],
    ['utf-16le', Buffer.from(chinese.repeat(3), 'utf16le')],
    ['utf-16be', utf16be(chinese.repeat(3))],
    ['utf-8', Buffer.from('plain,ascii\n')],
  ])('%s without a mark', (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding)
  })

  test('UTF-8 with some broken bytes is UTF-8 still', () => {
    const broken = Buffer.concat([Buffer.from(chinese.repeat(5)), Buffer.from([0xff, 0xb0]), Buffer.from(chinese)])
    expect(detectEncoding(broken)).toBe('utf-8')
  })

  test('GB18030 text of any common characters is told from UTF-8', () => {
    const common = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
      minLength: 20,
    })
    fc.assert(
      fc.property(
        common,
        (text) => detectEncoding(encodeGb18030(text)) === 'gb18030' && detectEncoding(Buffer.from(text)) === 'utf-8',
      ),
    )
  })
})
