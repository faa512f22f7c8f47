import { expect, test } from 'vitest'
import { roles } from '#modules/roles'
import { acts, permissions, words } from '../../apps/server/catalogue.ts'
import { readFiles } from '../house/read-files.ts'
import { type Catalogue, objectionsToActs, objectionsToPermissions, refusalsWithoutWords } from './catalogue.ts'
import { readActs } from './read-acts.ts'

const catalogue: Catalogue = { acts, permissions, words, roles: Object.keys(roles) }
const sources = readFiles().filter(
  ({ path }) => /^(kernel|platform|modules|handoffs|apps\/server)\/.*\.ts$/.test(path) && !/\.test\.ts$|\/testing\//.test(path),
)
const read = sources.map((file) => ({ path: file.path, ...readActs(file) }))
const written = read.flatMap((file) => file.acts)
const refusals = read.filter(({ path }) => /^(platform|modules|handoffs)\//.test(path)).flatMap((file) => file.refusals)

test('the acts of the house were found', () => {
  expect(written.length).toBeGreaterThan(15)
  expect(refusals.length).toBeGreaterThan(60)
})

test('every act has an audit word, a label, a permission and its place in the catalogue', () => {
  expect(objectionsToActs(written, catalogue)).toEqual([])
})

test('every permission is asked for and given to roles that exist', () => {
  const asking = read.filter(({ path }) => !path.endsWith('permissions.ts') && path !== 'apps/server/catalogue.ts')
  const texts = new Set(asking.flatMap((file) => [...file.texts]))
  expect(objectionsToPermissions(catalogue, texts)).toEqual([])
})

test('every refusal has its sentence', () => {
  expect(refusalsWithoutWords(refusals, catalogue)).toEqual([])
})
