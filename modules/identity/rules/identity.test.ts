import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { acceptablePassword, passwordPolicy } from './password.ts'
import { allowedRoles, combinedSides, type HeldRole, openWords } from './reach.ts'

const on = plainDate('2026-11-22')
const permissions = { 'demo.see': ['staff', 'registrar'], 'demo.change': ['registrar', 'county-registrar'] } as const
const held = (role: string, reach: number, from = '2026-01-01', to: string | null = null): HeldRole => ({
  role,
  reach,
  from: plainDate(from),
  to: to === null ? null : plainDate(to),
})
const ask = (grants: HeldRole[], word: string, place: number | null) =>
  allowedRoles(grants, permissions, { word, place, region: 622900, on }).done

describe('who may do what where', () => {
  it.each([
    ['the prefecture covers its counties', [held('registrar', 622900)], 'demo.change', 622924, true],
    ['and what belongs to no county', [held('registrar', 622900)], 'demo.change', null, true],
    ['a county covers itself', [held('county-registrar', 622924)], 'demo.change', 622924, true],
    ['not its neighbour', [held('county-registrar', 622924)], 'demo.change', 622925, false],
    ['not what belongs to the prefecture', [held('county-registrar', 622924)], 'demo.change', null, false],
    ['another role does not do', [held('staff', 622900)], 'demo.change', 622924, false],
    ['not before its first day', [held('registrar', 622900, '2026-11-23')], 'demo.change', 622924, false],
    ['on its last day', [held('registrar', 622900, '2026-01-01', '2026-11-22')], 'demo.change', 622924, true],
    ['not after it', [held('registrar', 622900, '2026-01-01', '2026-11-21')], 'demo.change', 622924, false],
    ['an act that nobody wrote down is nobody’s', [held('registrar', 622900)], 'demo.unheard-of', 622924, false],
  ] as const)('%s', (_, grants, word, place, expected) => {
    expect(ask([...grants], word, place)).toBe(expected)
  })

  it('tells the words open anywhere', () => {
    expect(openWords([held('county-registrar', 622924)], permissions, on)).toEqual(['demo.change'])
  })

  it('sees when two of the three sides come into one hand', () => {
    const [admin, security, auditor] = [
      { name: '系统管理员', side: 'admin' },
      { name: '安全管理员', side: 'security' },
      { name: '审计管理员', side: 'audit' },
    ]
    expect(combinedSides([admin], { name: '台账管理员', side: 'business' })).toEqual([])
    expect(combinedSides([admin], security)).toEqual(['系统管理员', '安全管理员'])
    expect(combinedSides([auditor], auditor)).toEqual([])
  })
})

describe('passwords', () => {
  it.each([
    ['Ab3$ef', 'password-too-short'],
    ['abcdefghijk', 'password-too-plain'],
    ['Magui#1985x', 'password-tells-account'],
    ['Xx$1234567z', 'password-guessable'],
    ['Yyyyy$83kQw', 'password-guessable'],
  ])('%s is refused', (password, code) => {
    expect(acceptablePassword(password, 'magui')).toMatchObject({ refusal: { code } })
  })

  it('a long mixed one is taken, in Chinese too', () => {
    expect(acceptablePassword('黄河之水天上来A7k', 'magui').done).toBe(true)
  })

  it('no accepted password is shorter than the rule', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (password) => {
        if (acceptablePassword(password, 'magui').done)
          expect([...password].length).toBeGreaterThanOrEqual(passwordPolicy.shortest)
      }),
    )
  })
})
