import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, dropImport, fold, meet, type Observation, takeIn } from '#kernel/register'
import { plainDate } from '#kernel/time'
import type { PatentFields } from './fields.ts'
import { patentRegister } from './register.ts'

/** An invented right (演示) in its printings: right, without digit, misprinted in two ways, a second right, and masked. */
const numbers = ['201899000012.3', 'CN201899000012', '201899000012.5', 'ZL201899000012.5', '201899000022.7', '2018990000**.3']

const row = fc.record(
  {
    applicationNumber: fc.constantFrom(...numbers),
    publications: fc.constantFrom([{ number: 'CN199900001A' }], [{ number: 'CN199900001A' }, { number: 'CN199900002B' }]),
    title: fc.constantFrom('演示装置', '演示 装置', '演示机'),
    applicants: fc.constantFrom(['演示社'], ['演示社', '演示厂']),
  },
  { requiredKeys: [] },
)
/** What a person decided: the number of a misprinted row. */
const hand = fc.constant<PatentFields>({ applicationNumber: '201899000012.3', joins: ['W2018990000125 演示装置'] })
const file = fc.record({
  rank: fc.constantFrom(0, 20, 30),
  day: fc.constantFrom('2019-01-01', '2020-01-01'),
  rows: fc.array(fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: hand }), { maxLength: 5 }),
})
const files = fc.array(file, { minLength: 1, maxLength: 5 }).map((given) =>
  given.map(({ rank, day, rows }, at) =>
    rows.map(
      (fields: PatentFields, line): Observation<PatentFields> => ({
        id: `${at} ${line}`,
        digest: canonical(fields),
        keys: patentRegister.keysOf(fields),
        fields,
        sightings: [{ importId: `F${at}`, row: line, rank, day: plainDate(day), publishable: rank < 30 }],
      }),
    ),
  ),
)

type Rows = readonly (readonly Observation<PatentFields>[])[]

function registerOf(given: Rows, undone?: string): string[] {
  let all: readonly Observation<PatentFields>[] = []
  for (const one of given.flat()) all = takeIn(patentRegister, all, one).after
  if (undone !== undefined) all = dropImport(all, undone)
  return meet(all)
    .map((group) => canonical(Object.entries(fold(patentRegister, group)).map(([name, field]) => [name, field])))
    .sort()
}

describe('the patent register, misprinted numbers among right ones', () => {
  it('comes out the same whatever the order of the files', () => {
    fc.assert(
      fc.property(
        files.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(registerOf(shuffled)).toEqual(registerOf(given))
        },
      ),
    )
  })

  it('is after an undo as if the file had never come', () => {
    fc.assert(
      fc.property(files, fc.nat(), (given, pick) => {
        const mistaken = pick % given.length
        const without = given.filter((_, at) => at !== mistaken)
        expect(registerOf(given, `F${mistaken}`)).toEqual(registerOf(without))
      }),
    )
  })

  it('counts a row that comes again as the same', () => {
    fc.assert(
      fc.property(files, (given) => {
        const all = given
          .flat()
          .reduce<readonly Observation<PatentFields>[]>((so, one) => takeIn(patentRegister, so, one).after, [])
        for (const one of given.flat()) expect(takeIn(patentRegister, all, one).counted).toBe('same')
      }),
    )
  })

  it('brings a misprint and the right number together by hand or by a publication alone', () => {
    const rows = (...all: PatentFields[]) =>
      all.map((fields) => ({ digest: canonical(fields), keys: patentRegister.keysOf(fields) }))
    const wrong = { applicationNumber: 'CN201899000012.5', title: '演示装置' }
    const right = { applicationNumber: '201899000012.3', title: '演示装置' }
    expect(meet(rows(wrong, right))).toHaveLength(2)
    expect(meet(rows(wrong, { ...wrong, applicationNumber: '201899000012.5', applicants: ['演示社'] }))).toHaveLength(1)
    expect(meet(rows(wrong, { ...wrong, title: '演示机' }))).toHaveLength(2)
    expect(meet(rows(wrong, right, { ...right, title: '', joins: ['W2018990000125 演示装置'] }))).toHaveLength(1)
    const published = { publications: [{ number: 'CN199900001A' }] }
    expect(meet(rows({ ...wrong, ...published }, { ...right, ...published }))).toHaveLength(1)
  })
})
