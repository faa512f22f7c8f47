import { expect, test } from 'vitest'
import { type Catalogue, objectionsToActs, objectionsToPermissions, refusalsWithoutWords } from './catalogue.ts'
import { readActs } from './read-acts.ts'

test('a planted breach of each is found', () => {
  const small: Catalogue = {
    acts: [
      { word: 'cases.open', label: '立案', part: '案件' },
      { word: 'cases.gone', label: '无', part: '案件' },
    ],
    permissions: { 'cases.open': ['handler'], 'cases.idle': 'everyone' },
    words: { known: '有' },
    roles: ['director'],
  }
  const text = `
    defineAct({ word: 'cases.open', label: '立案' })
    defineAct({ word: 'cases.open', label: '再立案' })
    defineAct({ word: 'tips.open', label: '立案' })
    defineAct({ word: 'cases.close', label: '' })
    defineAct({ word: 'cases.suspend', label: '中止' })
    defineAct({ label: '无词' })
    if (late) refuse({ code: late ? 'unknown' : 'known' })`
  const planted = readActs({ path: 'modules/cases/acts/a.ts', text })
  expect(objectionsToActs(planted.acts, small)).toEqual([
    'modules/cases/acts/a.ts:3 cases.open is the word of modules/cases/acts/a.ts:2 too',
    'modules/cases/acts/a.ts:4 tips.open belongs to cases, and its word begins so',
    'modules/cases/acts/a.ts:5 cases.close has no label: what the office calls it',
    'modules/cases/acts/a.ts:6 cases.suspend is not in the catalogue of apps/server',
    "modules/cases/acts/a.ts:7 an act has an audit word such as 'cases.open', written out",
    'the catalogue lists cases.gone, which no act has',
  ])
  const spoken = [{ word: 'cases.open', label: 'Open', part: '' }]
  expect(objectionsToActs(planted.acts.slice(0, 1), { ...small, acts: spoken })).toEqual([
    "cases.open has no label or part in the office's words",
  ])
  expect(objectionsToActs(planted.acts.slice(0, 1), { ...small, permissions: {} })[0]).toContain('cases.open has no permission')
  expect(objectionsToPermissions(small, planted.texts)).toEqual([
    'cases.open is permitted to handler, which is no role',
    'nothing asks for the permission cases.idle',
  ])
  expect(refusalsWithoutWords(planted.refusals, small)).toEqual([
    'modules/cases/acts/a.ts:8 refuses with unknown, which has no sentence',
  ])
})
