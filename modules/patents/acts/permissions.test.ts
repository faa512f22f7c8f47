import { expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { allowedRoles } from '#modules/identity'
import { type Role, roles } from '#modules/roles'
import { patentPermissions } from '../permissions.ts'
import { patentActs } from './index.ts'

const home = 622900
const county = 622901
const on = plainDate('2020-08-25')
const everyone = Object.keys(roles) as Role[]

/** Act → who may, written out: nobody, everybody who is signed in, or these roles where they hold. */
const may: Readonly<Record<string, readonly Role[] | 'everyone'>> = {
  'patents.import.upload': ['registrar'],
  'patents.import.start': ['registrar'],
  'patents.import.begin': ['registrar'],
  'patents.class-titles.import': ['registrar', 'system-admin'],
  'patents.import.mark': [],
  'patents.import.drop': ['registrar'],
  'patents.import.undo': ['registrar'],
  'patents.decide-field': ['registrar', 'county-registrar'],
  'patents.undo-field': ['registrar', 'county-registrar'],
  'patents.note-payment': ['registrar', 'county-registrar'],
  'patents.note-reduction': ['registrar', 'county-registrar'],
  'patents.note-open-licence': ['registrar', 'county-registrar'],
  'patents.note-restoration': ['registrar', 'county-registrar'],
  'patents.undo-note': ['registrar', 'county-registrar'],
  'patents.decide-county': ['registrar'],
  'patents.undo-county': ['registrar'],
  'patents.decide-twin': ['registrar'],
  'patents.undo-twin': ['registrar'],
  'patents.search.save': 'everyone',
  'patents.search.keep': 'everyone',
  'patents.search.delete': 'everyone',
  'patents.search.export': 'everyone',
}

it.each(patentActs.map((act) => [act.label, act.word] as const))('%s: every role, everywhere', (_, word) => {
  const expected = may[word]!
  for (const role of everyone) {
    for (const reach of [home, county]) {
      for (const place of [null, county, 622924]) {
        const held = [{ role, reach, from: on, to: null }]
        const reaches = reach === home || place === county
        const open = expected === 'everyone' || (expected.includes(role) && reaches)
        expect([role, reach, place, allowedRoles(held, patentPermissions, { word, place, region: home, on }).done]).toEqual([
          role,
          reach,
          place,
          open,
        ])
      }
    }
  }
})

it('每个动作都有权限、有名称，词不重复', () => {
  const words = patentActs.map((act) => act.word)
  expect(new Set(words).size).toBe(words.length)
  expect(words.toSorted()).toEqual(Object.keys(may).toSorted())
})
