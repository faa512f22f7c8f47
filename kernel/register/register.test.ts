import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../time/index.ts'
import {
  assignIds,
  compareRowSets,
  digestRows,
  dropImport,
  fold,
  foldsAlike,
  meet,
  type Observation,
  type RegisterDefinition,
  takeIn,
} from './index.ts'

/** An invented register of ferries (渡口): proves that the kernel knows nothing of patents. */
interface Ferry {
  plate?: string
  permit?: string
  name?: string
  seats?: number
  repairs?: readonly { on: string; word: string; cost?: number }[]
}

const ferries: RegisterDefinition<Ferry> = {
  fields: {
    plate: { by: 'first' },
    permit: { by: 'first' },
    name: { by: 'first', same: (name) => String(name).replaceAll(' ', '') },
    seats: { by: 'first' },
    repairs: { by: 'union', key: (repair: { on: string; word: string }) => `${repair.on} ${repair.word}` },
  },
  keysOf: (ferry) =>
    [ferry.plate && `plate:${ferry.plate}`, ferry.permit && `permit:${ferry.permit}`].filter((key) => !!key) as string[],
}

const text = (value: unknown) => JSON.stringify(value)

function row(
  importId: string,
  line: number,
  fields: Ferry,
  rank = 5,
  day = '2020-01-01',
  publishable = true,
): Observation<Ferry> {
  return {
    id: `${importId}/${line}`,
    digest: text([rank, fields]),
    keys: ferries.keysOf(fields),
    fields,
    sightings: [{ importId, row: line, rank, day: plainDate(day), publishable }],
  }
}

/** The whole register from files in this order, some undone, as its readers see it: records without ids, in content order. */
function registerOf(files: readonly (readonly Observation<Ferry>[])[], undone: readonly string[] = []): string[] {
  let all: readonly Observation<Ferry>[] = []
  for (const file of files) for (const one of file) all = takeIn(ferries, all, one).after
  for (const importId of undone) all = dropImport(all, importId)
  return meet(all)
    .map((group) =>
      text(Object.entries(fold(ferries, group)).map(([name, field]) => [name, field.value, field.others.map((o) => o.value)])),
    )
    .sort()
}

const ferry = fc.record(
  {
    plate: fc.constantFrom('甲1', '甲2', '甲3'),
    permit: fc.constantFrom('P1', 'P2', 'P3'),
    name: fc.constantFrom('黄河号', '黄 河号', '洮河号'),
    seats: fc.integer({ min: 1, max: 3 }),
    repairs: fc.array(fc.record({ on: fc.constantFrom('2019-01-01', '2019-06-01'), word: fc.constantFrom('换桨', '上漆') }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: [] },
)
const source = fc.record({
  rank: fc.integer({ min: 1, max: 3 }),
  day: fc.constantFrom('2020-01-01', '2020-02-01', '2021-01-01'),
  publishable: fc.boolean(),
  ferries: fc.array(ferry, { maxLength: 5 }),
})
const files = fc
  .array(source, { minLength: 1, maxLength: 5 })
  .map((sources) =>
    sources.map((one, number) =>
      one.ferries.map((fields, line) => row(`F${number}`, line + 1, fields, one.rank, one.day, one.publishable)),
    ),
  )

describe('a register is a pure fold of its observations', () => {
  it('comes out the same whatever the order of the files', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (given, random) => {
        const shuffled = [...given]
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = random.next().value % (i + 1)
          ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
        }
        expect(registerOf(shuffled)).toEqual(registerOf(given))
      }),
    )
  })

  it('is after an undo as if the file had never come', () => {
    fc.assert(
      fc.property(files, fc.nat(), (given, pick) => {
        const mistaken = pick % given.length
        const without = given.filter((_, number) => number !== mistaken)
        expect(registerOf(given, [`F${mistaken}`])).toEqual(registerOf(without))
      }),
    )
  })

  it('does not change when the same file comes again', () => {
    fc.assert(
      fc.property(files, (given) => {
        const again = given.map((file) =>
          file.map((one) => ({ ...one, sightings: one.sightings.map((s) => ({ ...s, importId: `${s.importId}b` })) })),
        )
        expect(registerOf([...given, ...again])).toEqual(registerOf(given))
      }),
    )
  })

  it('counts each row once, and a row that comes again as same', () => {
    fc.assert(
      fc.property(files, (given) => {
        let all: readonly Observation<Ferry>[] = []
        for (const one of given.flat()) {
          const before = registerSize(all)
          const { counted, after } = takeIn(ferries, all, one)
          if (counted === 'new') expect(registerSize(after)).toBe(before + 1)
          else expect(registerSize(after)).toBeLessThanOrEqual(before)
          if (counted === 'same') expect(registerSize(after)).toBe(before)
          all = after
          expect(takeIn(ferries, all, one).counted).toBe('same')
        }
      }),
    )
  })
})

const registerSize = (all: readonly Observation<Ferry>[]) => meet(all).length

describe('whose word stands', () => {
  const official = row('A', 1, { plate: '甲1', name: '黄河号', seats: 30 }, 2, '2019-01-01')
  const vendor = row('B', 1, { plate: '甲1', name: '洮河号', seats: 30, permit: 'P9' }, 7, '2021-01-01', false)
  const hand = row('H', 1, { plate: '甲1', name: '大夏河号' }, 0, '2018-01-01')

  it('is the better source, however old, and what others say stands beside it', () => {
    const record = fold(ferries, [vendor, official])
    expect(record.name).toEqual({ value: '黄河号', from: official.digest, others: [{ value: '洮河号', from: vendor.digest }] })
    expect(record.seats?.others).toEqual([])
    expect(record.permit?.value).toBe('P9')
  })

  it('is a decision by hand before all, and it survives the file coming again', () => {
    expect(fold(ferries, [vendor, official, hand]).name?.value).toBe('大夏河号')
    expect(fold(ferries, takeIn(ferries, [vendor, official, hand], official).after).name?.value).toBe('大夏河号')
  })

  it('of two equal sources the later day', () => {
    const later = row('C', 1, { plate: '甲1', seats: 40 }, 2, '2020-01-01')
    expect(fold(ferries, [official, later]).seats?.value).toBe(40)
  })

  it('to the public only what may be published', () => {
    const record = fold(ferries, [vendor, official], 'public')
    expect(record.permit).toBeUndefined()
    expect(record.name?.others).toEqual([])
    expect(fold(ferries, [vendor], 'public')).toEqual({})
  })

  it('does not call two spellings a disagreement', () => {
    expect(fold(ferries, [official, row('D', 1, { plate: '甲1', name: '黄 河 号' }, 3)]).name?.others).toEqual([])
  })

  it('gathers lists from every source, once each', () => {
    const a = row('A', 1, { plate: '甲1', repairs: [{ on: '2019-01-01', word: '换桨' }] }, 2)
    const b = row(
      'B',
      1,
      {
        plate: '甲1',
        repairs: [
          { on: '2019-01-01', word: '换桨', cost: 7 },
          { on: '2018-01-01', word: '上漆' },
        ],
      },
      3,
    )
    expect(fold(ferries, [a, b]).repairs?.value).toEqual([
      { on: '2018-01-01', word: '上漆' },
      { on: '2019-01-01', word: '换桨', cost: 7 },
    ])
    expect(foldsAlike(fold(ferries, [a]), fold(ferries, [a, b]))).toBe(false)
  })
})

describe('records keep their ids', () => {
  const plate = { ...row('A', 1, { plate: '甲1' }), recordId: 'r1' }
  const permit = { ...row('B', 1, { permit: 'P1' }), recordId: 'r2' }
  const both = { ...row('C', 1, { plate: '甲1', permit: 'P1' }), recordId: undefined as string | undefined }
  let next = 0
  const fresh = () => `fresh${++next}`

  it('the elder one when a row joins two', () => {
    const groups = assignIds(meet([plate, permit, both]), fresh)
    expect(groups.map(({ id }) => id)).toEqual(['r1'])
  })

  it('and each part has one of its own when they part again', () => {
    const parted = assignIds(meet([plate, { ...permit, recordId: 'r1' }]), fresh)
    expect(parted.filter(({ id }) => id === 'r1')).toHaveLength(1)
    expect(new Set(parted.map(({ id }) => id)).size).toBe(2)
  })
})

it('two looks at a saved search differ by what came, went and changed', () => {
  const set = (rows: Record<string, string>) => ({ rows: new Map(Object.entries(rows)) })
  const before = set({ a: '1', b: '1', c: '1' })
  const after = set({ d: '1', c: '2', b: '1' })
  expect(compareRowSets(before, after)).toEqual({ entered: ['d'], left: ['a'], changed: ['c'] })
  expect(digestRows(set({ a: '1', b: '2' }))).toBe(digestRows(set({ b: '2', a: '1' })))
  expect(digestRows(set({ a: '1' }))).not.toBe(digestRows(set({ a: '2' })))
})
