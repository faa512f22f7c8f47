import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inspectHouse } from './violations.ts'

/** A small house in which everyone sees only whom he may; each test below plants one violation in it. */
const honest: Readonly<Record<string, string>> = {
  'package.json': readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  'kernel/time/index.ts': 'export type PlainDate = string',
  'kernel/time/day.ts': 'export const day = 1',
  'kernel/outcome/index.ts': "import type { PlainDate } from '../time/index.ts'\nexport type Outcome = PlainDate",
  'platform/clock/index.ts': "import { readFileSync } from 'node:fs'\nexport const today = () => readFileSync('x', 'utf8')",
  'platform/clock/face.ts': 'export const face = 12',
  'platform/database/index.ts': 'export const open = 1',
  'platform/database/testing/index.ts': 'export const aDatabase = 1',
  'modules/units/index.ts': "export { unitNames } from './reads/unit-names.ts'",
  'modules/units/contract.ts': "import { z } from 'zod'\nexport const Unit = z.string()\nexport type Unit = string",
  'modules/units/reads/unit-names.ts':
    "import { open } from '#platform/database'\nexport const unitNames = [open, `select * from units.unit`]",
  'modules/patents/index.ts': 'export const patents = 1',
  'modules/patents/rules/check-digit.ts':
    "import type { PlainDate } from '#kernel/time'\nexport const digit = (on: PlainDate) => on",
  'modules/patents/store/rows.ts': "import { digit } from '../rules/check-digit.ts'\nexport const rows = digit",
  'modules/patents/card.tsx':
    "import { Card } from '#ui'\nimport { digit } from './rules/check-digit.ts'\nexport const PatentCard = [Card, digit]",
  'modules/cases/index.ts': "export { openCase } from './acts/open-case.ts'",
  'modules/cases/contract.ts': "import type { Unit } from '#contract/units'\nexport type CaseFile = Unit",
  'modules/cases/rules/open-case.ts': 'export const mayOpen = (date: { Date: string }) => date.Date',
  'modules/cases/acts/open-case.ts':
    "import { unitNames } from '#modules/units'\nimport { mayOpen } from '../rules/open-case.ts'\nexport const openCase = [unitNames, mayOpen]",
  'modules/cases/acts/open-case.db.test.ts':
    "import { aDatabase } from '../../../platform/database/testing/index.ts'\nimport { openCase } from '../index.ts'\nexport const t = [aDatabase, openCase, new Date()]",
  'modules/cases/routes.ts': "import { openCase } from './acts/open-case.ts'\nexport const routes = openCase",
  'modules/cases/screens/office/index.tsx':
    "import { Table } from 'antd'\nimport { PatentCard } from '#card/patents'\nimport type { CaseFile } from '../../contract.ts'\nexport const Screen: CaseFile = String([Table, PatentCard])",
  'modules/tips/index.ts': 'export const tips = 1',
  'modules/figures/reads/count.ts': 'export const count = `select count(*) from patents.published`',
  'handoffs/tip-opens-case.ts':
    "import { openCase } from '#modules/cases'\nimport { tips } from '#modules/tips'\nexport const handoff = [openCase, tips]",
  'ui/index.ts': "export { Card } from './card.tsx'",
  'ui/card.tsx': "import type { PlainDate } from '#kernel/time'\nimport './card.css'\nexport const Card: PlainDate = ''",
  'ui/card.css': '',
  'apps/server/command.ts': "import { unitNames } from '#modules/units'\nexport const command = unitNames",
  'apps/office/main.tsx': "import { Screen } from '../../modules/cases/screens/office/index.tsx'\nexport const main = Screen",
  'apps/portal/index.ts': "import { unitNames } from '#modules/units'\nexport const portal = unitNames",
  'apps/portal/frame.ts': 'export const frame = 1',
  'apps/server/portal.ts': "import { portal } from '../portal/index.ts'\nexport const served = portal",
  'apps/server/command.db.test.ts': "import '../../bench/run.ts'",
  'bench/run.ts': "import '../modules/units/reads/unit-names.ts'",
  'bin/run.mjs': "import { spawn } from 'node:child_process'\nimport './say.mjs'\nspawn('x')",
  'bin/say.mjs': 'export const say = 1',
  'database/schema/units.sql': 'CREATE SCHEMA units;\nCREATE TABLE units.unit (id int);\n',
  'database/schema/patents.sql':
    'CREATE SCHEMA patents;\nCREATE TABLE patents.patent (unit int REFERENCES units.unit(id));\nCREATE VIEW patents.published AS SELECT 1;\n',
  'database/schema/cases.sql': 'CREATE SCHEMA cases;\nCREATE TABLE cases.case_file (patent int REFERENCES patents.patent(id));\n',
}

const houses: string[] = []
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true, force: true })
})

function planted(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'zhizhou-house-'))
  houses.push(root)
  for (const [path, text] of Object.entries({ ...honest, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return inspectHouse(root).violations
}

test('the honest house stands', () => {
  expect(planted({})).toEqual([])
})

/** What is planted: in which file, its text (`⏎` for a new line), and the line and sentence that refuse it. */
const plants = `
  Rule 1
  the kernel imports a package           | kernel/time/a.ts | import 'zod' | 1 rule 1: kernel imports nothing, not even zod
  the kernel imports Node                | kernel/time/a.ts | ⏎import 'node:fs' | 2 rule 1: kernel imports nothing, not even node:fs
  the kernel sees the platform           | kernel/time/a.ts | import '#platform/clock' | 1 rule 1: kernel ← platform ← modules ← handoffs ← apps; kernel does not see platform
  the platform sees a module             | platform/clock/a.ts | export * from '#modules/units' | 1 rule 1: kernel ← platform ← modules ← handoffs ← apps; platform does not see modules
  the platform names a module's type     | platform/clock/a.ts | import type { Unit } from '#contract/units' | platform does not see modules
  a module sees a face                   | modules/cases/reads/a.ts | import '../../../apps/server/command.ts' | modules does not see apps
  a module sees a handoff                | modules/cases/acts/a.ts | import '../../../handoffs/tip-opens-case.ts' | modules does not see handoffs
  a handoff sees a face                  | handoffs/a.ts | import '../apps/server/command.ts' | handoffs does not see apps
  the server side sees ui                | modules/cases/reads/a.ts | import '#ui' | 1 rule 1: ui is seen only by screens and faces
  ui sees a module                       | ui/a.tsx | import '#contract/units' | ui does not see modules
  ui names a type of the platform        | ui/a.tsx | type T = import('#platform/clock').T | ui does not see platform
  the platform by a side window          | modules/cases/acts/a.ts | import '../../../platform/clock/face.ts' | 1 platform is seen through its pieces' index.ts
  one piece by another's side window     | platform/database/a.ts | import '../clock/face.ts' | 1 platform is seen through its pieces' index.ts
  the kernel by a side window            | modules/cases/acts/a.ts | import '../../../kernel/time/day.ts' | 1 kernel is seen through its pieces' index.ts
  an import that leads nowhere           | modules/cases/acts/a.ts | import '#modules/nobody' | 1 imports nothing that can be found (#modules/nobody)
  a name made at run time                | modules/cases/acts/a.ts | const b = 'x'⏎await import(b) | 2 imports nothing that can be found (a name made at run time)
  the product sees a benchmark           | apps/server/a.ts | import '../../bench/run.ts' | apps does not see bench
  the bootstrap needs a package          | bin/a.mjs | import 'zod' | 1 the bootstrap runs before any package is there
  the bootstrap needs the kernel         | bin/a.mjs | import '../kernel/time/index.ts' | 1 the bootstrap imports only itself
  Rule 2
  a register sees a desk                 | modules/patents/reads/a.ts | import '#modules/cases' | 1 rule 2: commons ← registers ← desks ← overview; patents (registers) does not see cases (desks)
  commons see a register                 | modules/units/acts/a.ts | import '#modules/patents' | units (commons) does not see patents (registers)
  a contract points up the bands         | modules/patents/contract.ts | import type { CaseFile } from '#contract/cases' | patents (registers) does not see cases (desks)
  past the door of a module              | modules/cases/acts/a.ts | import '../../units/reads/unit-names.ts' | 1 rule 2: a module is seen through its door, modules/units/index.ts
  past the door by require               | modules/cases/acts/a.ts | require('../../units/reads/unit-names.ts') | 1 rule 2: a module is seen through its door
  a worker made of another's file        | modules/cases/acts/a.ts | new Worker(new URL('../../units/reads/unit-names.ts', import.meta.url)) | 1 rule 2: a module is seen through its door
  a face past the door                   | apps/server/a.ts | import '../../modules/units/reads/unit-names.ts' | 1 rule 2: a module is seen through its door
  a handoff past the door                | handoffs/a.ts | import '../modules/cases/acts/open-case.ts' | 1 rule 2: a module is seen through its door
  Rule 3
  a desk sees a desk                     | modules/tips/acts/a.ts | import '#modules/cases' | 1 rule 3: two desks never import each other
  a desk names a desk's type             | modules/tips/contract.ts | import type { CaseFile } from '#contract/cases' | 1 rule 3: two desks never import each other
  a desk's test sees a desk              | modules/tips/rules/a.test.ts | import '#modules/cases' | 1 rule 3: two desks never import each other
  Rule 4
  rules see their store                  | modules/patents/rules/a.ts | import '../store/rows.ts' | 1 rule 4: rules does not see its module's store; it sees only the kernel
  rules see the platform                 | modules/cases/rules/a.ts | import '#platform/clock' | 1 rule 4: rules does not see the platform; it sees only the kernel
  rules see another door                 | modules/cases/rules/a.ts | import '#modules/units' | 1 rule 4: rules does not see other modules' doors
  rules see a package                    | modules/cases/rules/a.ts | import 'zod' | 1 rule 4: rules does not see zod
  rules read a file                      | modules/cases/rules/a.ts | import 'node:fs' | 1 rule 4: rules does not see node:fs
  a store sees an act                    | modules/cases/store/a.ts | import '../acts/open-case.ts' | 1 rule 4: store does not see its module's acts
  a store asks another module            | modules/cases/store/a.ts | import { unitNames } from '#modules/units' | 1 rule 4: store may only name the types of another module
  a read sees an act                     | modules/cases/reads/a.ts | import '../acts/open-case.ts' | 1 rule 4: reads does not see its module's acts
  routes reach for the store             | modules/patents/routes.ts | import './store/rows.ts' | 1 rule 4: routes does not see its module's store
  routes ask another module              | modules/cases/routes.ts | import { unitNames } from '#modules/units' | 1 rule 4: routes may only name the types of another module
  a contract brings a library            | modules/cases/contract.ts | import 'kysely' | 1 rule 4: contract does not see kysely
  a screen sees its module's act         | modules/cases/screens/office/a.tsx | import '../../acts/open-case.ts' | 1 rule 4: screens does not see its module's acts
  a screen sees a door                   | modules/cases/screens/office/a.tsx | import '#modules/units' | 1 rule 4: screens never see server code
  a screen sees another's screen         | modules/tips/screens/office/a.tsx | import '../../../cases/screens/office/index.tsx' | 1 rule 4: screens never see server code
  a screen sees Node                     | modules/cases/screens/office/a.tsx | import 'node:fs' | 1 rule 4: screens never see server code, and node:fs is not for the browser
  a face in the browser sees the server  | apps/office/a.ts | import '#platform/clock' | 1 rule 4: screens never see server code
  a face takes a screen by its middle    | apps/field/a.tsx | import '../../modules/cases/screens/office/index.tsx' | 1 a face enters a module's screens through screens/field/index.tsx
  the portal shows a screen              | apps/portal/a.ts | import '../../modules/cases/screens/office/index.tsx' | 1 server code never imports .tsx
  the portal past the door               | apps/portal/a.ts | import '../../modules/units/reads/unit-names.ts' | 1 rule 2: a module is seen through its door
  the server past the portal's door      | apps/server/a.ts | import '../portal/frame.ts' | 1 a face made on the server is seen through its door
  the server imports markup              | modules/patents/reads/a.ts | import '../card.tsx' | 1 server code never imports .tsx
  the product leans on testing           | modules/cases/acts/a.ts | import '../../../platform/database/testing/index.ts' | 1 what stands in testing/ is for tests
  Rule 5
  a foreign key points up                | database/schema/units.sql | CREATE TABLE units.unit (⏎  c int REFERENCES cases.case_file(id)); | 2 rule 5: foreign keys point down the bands; units does not point to cases
  a foreign key joins two desks          | database/schema/tips.sql | CREATE TABLE tips.tip (c int REFERENCES cases.case_file(id)); | 1 rule 5: foreign keys point down the bands; tips does not point to cases
  SQL reaches into another's table       | modules/cases/store/a.ts | export const q = 'select 1 from patents.patent' | 1 rule 5: patents.patent belongs to patents
  a figure counts another's table        | modules/figures/reads/a.ts | export const q = 'select 1 from patents.patent' | 1 rule 5: patents.patent belongs to patents
  Rule 6
  the kernel looks at the clock          | kernel/time/a.ts | export const now = () =>⏎  new Date() | 2 rule 6: rules and kernel know neither clock, chance, environment nor I/O; Date is the clock
  a rule names an instant                | modules/cases/rules/a.ts | export const f = (at: Date) => at | Date is the clock
  a rule throws dice                     | modules/cases/rules/a.ts | export const f = () => Math.random() | Math.random is chance
  a rule takes dice apart                | modules/cases/rules/a.ts | export const { random } = Math | Math is chance
  a rule reads the environment           | modules/cases/rules/a.ts | export const home = process.env.HOME | process is the environment
  a rule asks the network                | modules/cases/rules/a.ts | export const f = () => fetch('/') | fetch is the network
`
  .split('\n')
  .map((line) => line.split(' | ').map((part) => part.trim()))
  .filter((parts) => parts.length === 4) as [rule: string, path: string, text: string, expected: string][]

test('every plant stands in the table as it was meant', () => {
  expect(plants.length).toBeGreaterThan(50)
})

test.each(plants)('refused: %s', (_rule, path, text, expected) => {
  const found = planted({ [path]: text.replaceAll('⏎', '\n') })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(`${path}:${/^\d/.test(expected) ? '' : '1 '}`)
  expect(found[0]).toContain(expected)
})

test('refused: a module without a band, and a folder that is no part of a module', () => {
  expect(planted({ 'modules/gossip/index.ts': 'export {}', 'modules/cases/services/a.ts': 'export {}' })).toEqual([
    'modules/cases/services is no part of a module: checks/boundaries/layers.ts names them',
    'modules/gossip stands in no band: give it one in modules/bands.ts',
  ])
})

test('refused: two modules in a circle', () => {
  const found = planted({
    'modules/units/reads/a.ts': "import '#modules/identity'",
    'modules/identity/index.ts': 'export {}',
    'modules/identity/acts/a.ts': "import '#modules/units'",
  })
  expect(found).toEqual(['rule 2: no circles, and here is one: modules/identity → modules/units → modules/identity'])
})

test('refused: a circle of three pieces of the platform', () => {
  const found = planted({
    'platform/clock/a.ts': "import '#platform/database'",
    'platform/database/a.ts': "import '#platform/jobs'",
    'platform/jobs/index.ts': "import type { T } from '#platform/clock'",
  })
  expect(found).toEqual([
    'rule 2: no circles, and here is one: platform/clock → platform/database → platform/jobs → platform/clock',
  ])
})

test('a file that does not parse is no pass', () => {
  expect(() => planted({ 'kernel/time/a.ts': 'import {' })).toThrow(/kernel\/time\/a.ts/)
})
