import { expect, test } from 'vitest'
import { keptPages, sentPage } from './kept-pages.ts'

const page = (status: number) => async () => sentPage(status, '<p>演示</p>')

test('a page is made once for all who ask for it, also while it is being made', async () => {
  const keep = keptPages()
  let made = 0
  const make = async () => {
    made++
    return page(200)()
  }
  const asked = await Promise.all([keep('/', '1', make), keep('/', '1', make)])
  expect(asked[0]).toBe(asked[1])
  expect(await keep('/', '1', make)).toBe(asked[0])
  expect(made).toBe(1)
})

test('another version of the register, or another address, is another page', async () => {
  const keep = keptPages()
  const first = await keep('/', '1', page(200))
  expect(await keep('/', '2', page(200))).not.toBe(first)
  expect(await keep('/b', '2', page(200))).not.toBe(await keep('/', '2', page(200)))
})

test('what failed or was not found is not kept', async () => {
  const keep = keptPages()
  await expect(keep('/', '1', () => Promise.reject(new Error('amiss')))).rejects.toThrow('amiss')
  const missing = await keep('/', '1', page(404))
  const found = await keep('/', '1', page(200))
  expect([missing.status, found.status]).toEqual([404, 200])
  expect(await keep('/', '1', page(500))).toBe(found)
})

test('there are never more than so many, and what is asked for often stays', async () => {
  const keep = keptPages(3)
  const often = await keep('/often', '1', page(200))
  for (let at = 0; at < 10; at++) {
    await keep(`/${at}`, '1', page(200))
    expect(await keep('/often', '1', page(200))).toBe(often)
  }
  const seldom = await keep('/0', '1', page(200))
  expect(await keep('/0', '1', page(200))).toBe(seldom)
})
