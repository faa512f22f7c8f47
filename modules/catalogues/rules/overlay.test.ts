import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '#kernel/time'
import { differences } from './differences.ts'
import type { Entry } from './entry.ts'
import { type Approved, entryOn, holding, holdsOn, layOver, neverHeld } from './overlay.ts'

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays(plainDate('2025-01-01'), n))
const version = (id: string, validFrom: string | null, validTo: string | null, body: unknown): Entry => ({
  id,
  validFrom: validFrom === null ? null : plainDate(validFrom),
  validTo: validTo === null ? null : plainDate(validTo),
  body,
  basis: '演示办法',
  certainty: 'confirmed',
  source: null,
})
const anyVersion = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(day), fc.option(day), fc.nat(9))
  .map(([id, from, to, body]) => version(id, from, to, body))
const approve = (entries: readonly Entry[]): Approved[] =>
  entries.map((entry, index) => ({ ...entry, change: String(index), version: index + 1 }))

describe('the overlay', () => {
  it('is the same whatever the order in which changes of different entries were approved', () => {
    fc.assert(
      fc.property(
        fc.array(anyVersion),
        fc.uniqueArray(anyVersion, { selector: ({ id, validFrom }) => `${id} ${validFrom}` }),
        fc.infiniteStream(fc.nat()),
        (shipped, changes, chance) => {
          const shuffled = changes.map((one) => [chance.next().value, one] as const).sort(([a], [b]) => a - b)
          const strip = (entries: readonly Entry[]) => entries.map((entry) => ({ ...entry, change: null }))
          expect(strip(layOver(shipped, approve(shuffled.map(([, one]) => one))))).toEqual(
            strip(layOver(shipped, approve(changes))),
          )
        },
      ),
    )
  })

  it('lets the later change of the same version stand, in whatever order they are read', () => {
    const changes = approve([version('a', '2025-01-01', null, 1), version('a', '2025-01-01', null, 2)])
    for (const read of [changes, [...changes].reverse()]) expect(layOver([], read).map(({ body }) => body)).toEqual([2])
  })

  it('keeps every shipped version that no change names', () => {
    fc.assert(
      fc.property(fc.array(anyVersion), fc.array(anyVersion), (shipped, changes) => {
        const standing = layOver(shipped, approve(changes))
        const key = ({ id, validFrom }: Entry) => `${id} ${validFrom}`
        expect(new Set(standing.map(key))).toEqual(new Set([...shipped, ...changes].map(key)))
      }),
    )
  })

  it('lets a version give way for good to the next that begins, so that one at most holds on a day', () => {
    fc.assert(
      fc.property(fc.array(anyVersion), day, (shipped, on) => {
        const standing = layOver(shipped, [])
        const held = holding(standing)
        for (const id of ['a', 'b', 'c', 'd']) {
          expect(held.filter((entry) => entry.id === id && holdsOn(entry, on)).length).toBeLessThanOrEqual(1)
          const begun = standing.filter((entry) => entry.id === id && !neverHeld(entry) && (entry.validFrom ?? '') <= on).at(-1)
          expect(entryOn(held, id, on)?.body).toEqual(begun && holdsOn(begun, on) ? begun.body : undefined)
        }
      }),
    )
  })
})

describe('before and after', () => {
  const fields = [
    { name: 'n', label: '期限', kind: 'number', unit: '日' },
    { name: 'roll', label: '顺延', kind: 'yes-no' },
    { name: 'grace.n', label: '宽限', kind: 'number', optional: true },
    {
      name: 'bands',
      label: '分段',
      kind: 'rows',
      fields: [
        { name: 'years', label: '年度', kind: 'text' },
        { name: 'yuan', label: '', kind: 'number', unit: '元' },
      ],
    },
  ] as const

  it('are the lines that differ, and of a table only its rows that do', () => {
    const bands = [
      { years: '1-3', yuan: 900 },
      { years: '4-6', yuan: 1200 },
    ]
    const before = version('a', '2025-01-01', null, { n: 90, roll: true, bands })
    const after = version('a', '2027-01-01', null, {
      n: 90,
      roll: false,
      grace: { n: 6 },
      bands: [bands[0], { years: '4-6', yuan: 1500 }],
    })
    expect(differences(fields, before, after)).toEqual([
      { label: '起始日期', before: ['2025-01-01'], after: ['2027-01-01'] },
      { label: '顺延', before: ['是'], after: ['否'] },
      { label: '宽限', before: [], after: ['6'] },
      { label: '分段', before: ['4-6 1200元'], after: ['4-6 1500元'] },
    ])
    expect(differences(fields, before, before)).toEqual([])
  })
})
