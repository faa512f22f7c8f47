import { expect, test } from 'vitest'
import { databaseSentence } from './words.ts'

test('a refusal has a sentence in both languages that carries its facts', () => {
  const refusal = { code: 'disk-full', path: '/数据', freeBytes: 10 * 1048576, neededBytes: 300 * 1048576 } as const
  expect(databaseSentence(refusal)).toBe('/数据 所在磁盘空间不足：剩余 10 MB，至少需要 300 MB。')
  expect(databaseSentence(refusal, 'en')).toBe('The disk of /数据 is too full: 10 MB free, 300 MB needed.')
})
