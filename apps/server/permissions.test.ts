import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { allowedRoles } from '#modules/identity'
import { type Role, roles } from '#modules/roles'
import { acts, permissions } from './catalogue.ts'

const region = 622900
const on = plainDate('2026-11-22')
const all = Object.keys(roles) as Role[]

/**
 * Who may do what, written out a second time by hand: 局领导 台账管理员 业务人员 县市台账员 县市业务人员 系统管理员 安全管理员 审计管理员.
 * A change in a module's permissions.ts must be meant here too. `every` is everybody signed in, `none` the product alone.
 */
const expected: Readonly<Record<string, readonly Role[] | 'every' | 'none'>> = {
  'identity.sign-in': 'every',
  'identity.end-session': 'every',
  'identity.change-password': 'every',
  'identity.create-user': ['system-admin'],
  'identity.disable-user': ['system-admin'],
  'identity.enable-user': ['system-admin'],
  'identity.reset-password': ['system-admin'],
  'identity.unlock-user': ['security-admin'],
  'identity.grant-role': ['security-admin'],
  'identity.withdraw-role': ['security-admin'],
  'identity.first-person': 'none',
  'identity.set-combining': 'none',
  'units.add': ['system-admin'],
  'units.rename': ['system-admin'],
  'units.close': ['system-admin'],
  'units.set-series': ['system-admin'],
  'catalogues.propose': ['director', 'registrar', 'staff'],
  'catalogues.withdraw': ['director', 'registrar', 'staff'],
  'catalogues.approve': ['director'],
  'catalogues.return': ['director'],
  'catalogues.sign': ['director', 'registrar', 'staff'],
  'catalogues.keep-scan': ['director', 'registrar', 'staff'],
  'audit.propose-erasure': ['auditor'],
  'audit.withdraw-erasure': ['auditor'],
  'audit.approve-erasure': ['security-admin'],
  'audit.return-erasure': ['security-admin'],
  'calendar.count-kept-limits': 'none',
  'calendar.note-moved-limit': ['director', 'registrar', 'staff'],
  'enterprises.join': ['registrar'],
  'enterprises.separate': ['registrar'],
  'enterprises.decide-likely': ['registrar'],
  'enterprises.undo-decision': ['registrar'],
  'enterprises.show-name': ['registrar'],
  'patents.import.upload': ['registrar'],
  'patents.import.start': ['registrar'],
  'patents.import.begin': ['registrar'],
  'patents.class-titles.import': ['registrar', 'system-admin'],
  'patents.import.drop': ['registrar'],
  'patents.import.undo': ['registrar'],
  'patents.import.mark': 'none',
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
  'mark-checks.check': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.check-list': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.settle-list': 'none',
  'mark-checks.enlist': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.enlist-row': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.keep-screenshot': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.verify': ['registrar', 'staff', 'county-registrar'],
  'mark-checks.correct': ['registrar', 'staff', 'county-registrar'],
  'mark-checks.waive': ['registrar', 'staff', 'county-registrar'],
  'demonstration.set-day': 'none',
  'portal.open': ['director', 'system-admin'],
  'portal.write-entry': ['director', 'system-admin'],
}

/** Where a role is held, and the place of the deed. */
const reaches = [
  { held: region, place: 622924, within: true },
  { held: region, place: null, within: true },
  { held: 622924, place: 622924, within: true },
  { held: 622924, place: 622925, within: false },
  { held: 622924, place: null, within: false },
] as const

describe('the permission of every act', () => {
  it('is written here for each of them', () => {
    const words = acts.map((act) => act.word).filter((word) => !word.startsWith('patents.search.'))
    expect([...words].sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(Object.entries(expected))('%s', (word, who) => {
    for (const role of all) {
      for (const { held, place, within } of reaches) {
        const answer = allowedRoles([{ role, reach: held, from: plainDate('2020-01-01'), to: null }], permissions, {
          word,
          place,
          region,
          on,
        })
        const open = who === 'every' || (who !== 'none' && who.includes(role) && within)
        expect([role, held, place, answer.done]).toEqual([role, held, place, open])
      }
    }
  })

  it('is nobody’s who holds no role', () => {
    for (const act of acts) {
      const answer = allowedRoles([], permissions, { word: act.word, place: null, region, on })
      expect([act.word, answer.done]).toEqual([
        act.word,
        expected[act.word] === 'every' || (act.word.startsWith('patents.search.') === true && answer.done),
      ])
    }
  })
})
