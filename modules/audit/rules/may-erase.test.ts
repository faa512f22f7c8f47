import { expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { mayErase } from './may-erase.ts'

const entry = (n: number, on: string, word = 'patents.decide-field') => ({ n, on: plainDate(on), word })
const today = plainDate('2026-08-31')

it('words of entries older than six months may go', () => {
  expect(mayErase([entry(1, '2026-02-28'), entry(2, '2020-01-01')], today).done).toBe(true)
})

it('younger ones are kept, and it is said until when and by which law', () => {
  expect(mayErase([entry(1, '2020-01-01'), entry(7, '2026-03-01')], today)).toMatchObject({
    refusal: { code: 'details-to-be-kept', first: 7, until: '2026-09-01', basis: expect.stringContaining('第四十七条') },
  })
})

it('what tells of an erasing is never erased', () => {
  for (const word of ['audit.propose-erasure', 'audit.approve-erasure', 'audit.return-erasure'])
    expect(mayErase([entry(3, '2020-01-01', word)], today)).toMatchObject({
      refusal: { code: 'details-prove-erasure', first: 3 },
    })
})
