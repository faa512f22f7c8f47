import { expect, test } from 'vitest'
import { conditionsOf, readFilter, readSort } from './filter.ts'

test('a filter is read from the address and nothing else is', () => {
  expect(readFilter({ query: '东乡', status: 'in-force', sort: 'newest', panel: 'county', ipc: '' })).toEqual({
    query: '东乡',
    status: 'in-force',
  })
})

test('what is searched for comes by relevance, a plain list by day, unless asked otherwise', () => {
  expect(readSort({}, {})).toBe('newest')
  expect(readSort({}, { query: '东乡' })).toBe('relevance')
  expect(readSort({ sort: 'oldest' }, { query: '东乡' })).toBe('oldest')
  expect(readSort({ sort: 'sideways' }, {})).toBe('newest')
})

test('the two years are one condition', () => {
  expect(conditionsOf({ yearFrom: '2016', yearTo: '2020', right: 'design' })).toEqual([
    { key: 'right', drop: ['right'] },
    { key: 'yearFrom', drop: ['yearFrom', 'yearTo'] },
  ])
  expect(conditionsOf({ yearTo: '2020' })).toEqual([{ key: 'yearTo', drop: ['yearFrom', 'yearTo'] }])
})
