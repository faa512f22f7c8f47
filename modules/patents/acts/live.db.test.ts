import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTwins } from '../reads/queues.ts'
import type { ImportRow } from '../store/imports.ts'
import { deciding } from '../testing/decisions.ts'
import { asStored, foldedFresh } from '../testing/fresh-fold.ts'
import { anOffice, region } from '../testing/office.ts'
import { cnipa, table, vendor } from '../testing/tables.ts'
import { decideCounty, undoCounty } from './decide-county.ts'
import { decideField, undoField } from './decide-field.ts'
import { decideTwin, undoTwin } from './decide-twin.ts'

let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.close())

const [a, b] = ['201899000012.3', '201899000022.7']
/** The second with a wrong check digit. */
const misprinted = '201899000022.9'
/** Words that stand in the vendor's files alone; the public must never see them. */
const secret = '商用库'
const files = (folder: string) => [
  table(folder, '甲.csv', cnipa, [
    [`CN${a}`, '2018-03-15', 'CN199900001A', '2018-09-01', '演示分离装置', 'A01J 11/04', '演示乳业', '马演示', '临夏市演示路'],
    [`CN${b}`, '2018-04-15', '', '', '演示清洗机', 'A23N 12/02', '演示百合社', '牟演示', ''],
  ]),
  table(folder, '乙.csv', vendor, [
    [
      'CN199900001A',
      `${secret}甲`,
      `CN${a}`,
      '2018-03-16',
      '2018-09-01',
      '发明申请',
      '有效',
      `${secret}乳业`,
      `${secret}乳业`,
      '马演示',
    ],
    ['CN199900003A', `${secret}丙`, '', '2018-05-15', '2018-11-01', '发明申请', '审中', '演示社', '演示社', `${secret}人`],
  ]),
  // Bears both numbers: joins what the others know apart.
  table(folder, '丙.csv', cnipa, [
    [`CN${b}`, '2018-04-15', 'CN199900003A', '2018-11-01', '演示清洗机', '', '演示百合社', '', ''],
  ]),
  table(folder, '丁.csv', cnipa, [
    ['', '2018-03-15', 'CN299900001U', '2019-01-01', '演示分离装置', '', '演示乳业', '', '永靖县演示路'],
  ]),
  table(folder, '戊.csv', cnipa, [
    [`CN${misprinted}`, '2018-04-15', '', '', '演示清洗机', 'A23N 12/02', '演示百合社', '牟演示', '永靖县演示路'],
    [`CN${misprinted}`, '2018-06-15', '', '', '演示另一清洗机', '', '演示百合社', '', ''],
  ]),
  // The same misprint again, once with a publication that others know too.
  table(folder, '己.csv', vendor, [
    ['', '演示清洗机', misprinted, '2018-04-15', '', '发明申请', '有效', `${secret}社`, `${secret}社`, '牟演示'],
    ['CN199900003A', '演示清洗机', misprinted, '2018-05-15', '2018-11-01', '', '', `${secret}社`, `${secret}社`, ''],
  ]),
]

type Deed =
  | { readonly deed: 'import' | 'undo-import'; readonly file: number }
  /** `copy`: a source's value is typed instead of taken. */
  | { readonly deed: 'take' | 'copy' | 'type' | 'undo-field'; readonly number: string; readonly field: string }
  | { readonly deed: 'county' | 'undo-county'; readonly number: string }
  | { readonly deed: 'join' | 'not-same' | 'undo-twin' }

const file = fc.integer({ min: 0, max: 5 })
const number = fc.constantFrom(a, b, 'CN199900003A', 'CN299900001U', misprinted)
const field = fc.constantFrom('title', 'applicants', 'filedOn', 'statusWord', 'applicationNumber')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ deed: fc.constant('import' as const), file }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('undo-import' as const), file }) },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: fc.constantFrom('take' as const, 'copy' as const, 'type' as const, 'undo-field' as const),
      number,
      field,
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: fc.constantFrom('county' as const, 'undo-county' as const), number }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constantFrom('join' as const, 'not-same' as const, 'undo-twin' as const) }) },
)
const typed: Readonly<Record<string, string>> = {
  title: '核定名称',
  applicants: '核定社',
  filedOn: '2018-03-01',
  statusWord: '授权',
  applicationNumber: b,
}

/** Refusals are answers here: what matters is how the register stands afterwards. */
async function doAll(deeds: readonly Deed[]): Promise<void> {
  const desk = deciding(office)
  const paths = files(office.folder)
  const taken = new Map<number, ImportRow>()
  let twin = ''
  const onRecord = async (number: string, act: (page: Awaited<ReturnType<typeof desk.page>>) => Promise<unknown>) => {
    const page = await desk.page(number).catch(() => null)
    if (page) await act(page)
  }
  for (const one of deeds) {
    if (one.deed === 'import') {
      if (!taken.has(one.file)) taken.set(one.file, await office.take(paths[one.file]!, `2019-0${one.file + 1}-01`))
    } else if (one.deed === 'undo-import') {
      const row = taken.get(one.file)
      if (row && taken.delete(one.file)) await office.undo(row.id)
    } else if (one.deed === 'county')
      await desk.run(decideCounty, { number: one.number, county: '622924', version: await versionOf(desk, one.number) })
    else if (one.deed === 'undo-county')
      await desk.run(undoCounty, { number: one.number, version: await versionOf(desk, one.number) })
    else if ('field' in one)
      await onRecord(one.number, async (page) => {
        const others = page.fields.find((found) => found.field === one.field)?.others ?? []
        const input = { number: one.number, field: one.field, version: page.version }
        if (one.deed === 'undo-field') await desk.run(undoField, input)
        else if (one.deed === 'type') await desk.run(decideField, { ...input, take: null, lines: [typed[one.field]] })
        else if (others.length > 0) {
          const { lines, source } = others.at(-1)!
          await desk.run(decideField, {
            ...input,
            ...(one.deed === 'take' ? { take: source.id, lines: null } : { take: null, lines }),
          })
        }
      })
    else {
      const open = await openTwins({ db: office.database.app.kysely, region, today: office.wires.clock.today() }, { limit: 1 })
      const pair = open.done ? open.value.rows[0] : undefined
      if (one.deed !== 'undo-twin' && pair) {
        twin = pair.id
        await desk.run(decideTwin, { id: pair.id, decision: one.deed, version: pair.version })
      } else if (twin) await desk.run(undoTwin, { id: twin, version: '999999' })
    }
  }
}

const versionOf = (desk: ReturnType<typeof deciding>, number: string) =>
  desk.page(number).then(
    (page) => page.version,
    () => 'none',
  )

it('after any imports, decisions and undoings the register is what a fresh fold of all that is live makes; vendors stay inside', async () => {
  let changes = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 14 }), async (deeds) => {
      await office.database.owner.pool.query(
        `truncate patents.sighting, patents.refused_row, patents.observation, patents.record_key, patents.record, patents.public_record,
                  patents.decision, patents.disagreement, patents.unclear_place, patents.twin, patents.import cascade`,
      )
      await doAll(deeds)
      const stored = await asStored(office)
      changes += stored.records.length
      expect(stored).toEqual(await foldedFresh(office))
      expect(await deciding(office).publicText()).not.toContain(secret)
    }),
    { numRuns: 12 },
  )
  // The deeds did something.
  expect(changes).toBeGreaterThan(12)
})
