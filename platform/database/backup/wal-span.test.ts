import { expect, test } from 'vitest'
import { walSpan } from './back-up.ts'

const file = (log: string, segment: string) => `00000001000000${log}000000${segment}`

test('from start to stop, without what is older, newer, or no write-ahead file', () => {
  const present = [
    file('00', '02'),
    file('00', '03'),
    file('00', '04'),
    file('00', '09'),
    'archive_status',
    `${file('00', '03')}.00000028.backup`,
  ]
  expect(walSpan(present, file('00', '03'), file('00', '04'))).toEqual([file('00', '03'), file('00', '04')])
})

test('the count carries over after FF', () => {
  const present = [file('01', '00'), file('00', 'FF'), file('00', 'FE')]
  expect(walSpan(present, file('00', 'FE'), file('01', '00'))).toHaveLength(3)
})

test('a gap is no backup', () => {
  expect(() => walSpan([file('00', '03'), file('00', '05')], file('00', '03'), file('00', '05'))).toThrow('missing')
  expect(() => walSpan([file('00', '04')], file('00', '03'), file('00', '04'))).toThrow('missing')
})
