import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { firstPassword, firstPerson } from '#modules/identity'
import { importFile, saveSearch } from '#modules/patents'
import { gazetteer } from '#modules/regions'
import { addUnit, renameUnit, setSeries, unitVersion } from '#modules/units'
import type { Act } from '#platform/acts'
import { aClock } from '#platform/clock'
import type { OnStep } from '#platform/database'
import { demoDay, demoFiles } from '../../database/demo/index.ts'
import { setDemonstrationDay } from './demonstration-acts.ts'
import { type Product, withClock } from './product.ts'

/** The first log-in, told once. */
export interface FirstLogIn {
  readonly account: string
  readonly password: string
}

const product = { id: null, name: '系统', via: 'product' } as const

/**
 * What a fresh data folder needs: the office as a unit, the first person, and with `demonstration` the demonstration
 * prefecture. Everything goes through the acts, so that the trail begins with it. `living` is the product from here on:
 * the demonstration's lives on its own day.
 */
export async function firstStart(
  opened: Product,
  { demonstration, onStep }: { readonly demonstration: boolean; readonly onStep: OnStep },
): Promise<{ readonly logIn: FirstLogIn; readonly living: Product }> {
  const run = async <Input, Reply>(act: Act<Input, Reply>, input: unknown): Promise<Reply> => {
    const ran = await opened.runner.run(act, { region: opened.region, actor: product, idempotencyKey: uuidv7() }, input)
    if (!ran.done) throw new Error(`${act.word}: ${ran.refusal.code}`)
    return ran.value
  }
  const office = await foundOffice(opened, run)
  // The demonstration lives on a day of its own: roles must hold on it.
  const from = demonstration ? demoDay : opened.clock.today()
  const log = { account: 'admin', password: firstPassword() }
  const { id: person } = await run(firstPerson, {
    account: log.account,
    name: '首任管理员',
    unit: office,
    password: log.password,
    from,
  })
  const living = demonstration ? await loadDemonstration(opened, run, { onStep, person }) : opened
  return { logIn: log, living }
}

type Run = <Input, Reply>(act: Act<Input, Reply>, input: unknown) => Promise<Reply>

/** The bureau with its sections and brigade, and a bureau for each county. Names of the past stay with their days. */
async function foundOffice(opened: Product, run: Run): Promise<string> {
  const places = gazetteer(opened.region)
  const home = places.division(opened.region)?.name ?? '本州'
  const from = '2007-01-01'
  const unit = (parent: string | null, kind: string, name: string, place: number, day = from) =>
    run(addUnit, { parent, kind, name, sealName: name, place: String(place), from: day })
  const office = await unit(null, 'prefecture-office', `${home}科学技术局（知识产权局）`, opened.region)
  await run(renameUnit, {
    id: office.id,
    name: `${home}市场监督管理局`,
    sealName: `${home}市场监督管理局`,
    from: '2019-01-01',
    basis: '机构改革，知识产权职责整建制划转',
    version: await unitVersion(opened.wire.kysely, opened.region, office.id),
  })
  for (const section of ['知识产权管理科', '知识产权保护科'])
    await unit(office.id, 'section', section, opened.region, '2019-01-01')
  await unit(office.id, 'brigade', '市场监管综合行政执法队', opened.region, '2019-01-01')
  for (const county of places.counties)
    await unit(office.id, 'county-bureau', `${county.name}市场监督管理局`, county.code, '2019-01-01')
  await run(setSeries, {
    id: office.id,
    paper: '行政处罚决定书',
    prefix: '临州市监处罚',
    from: '2019-01-01',
    version: await unitVersion(opened.wire.kysely, opened.region, office.id),
  })
  return office.id
}

/** The demonstration goes through the ordinary import: what works for it works for everybody's files. */
async function loadDemonstration(
  opened: Product,
  run: Run,
  { onStep, person }: { readonly onStep: OnStep; readonly person: string },
): Promise<Product> {
  await run(setDemonstrationDay, { day: demoDay })
  // What is in force is told for the demonstration's own day.
  const living = { ...opened, ...withClock(opened, aClock(demoDay)) }
  const folder = mkdtempSync(join(tmpdir(), 'zhizhou-demo-'))
  try {
    for (const { path, format, sourceDay } of await demoFiles(folder)) {
      onStep(`正在导入演示数据：${basename(path)}`)
      const stored = await opened.files.put(createReadStream(path), 1e9)
      if (!stored.done) throw new Error(stored.refusal.code)
      const imported = await importFile(
        living,
        { region: opened.region, actor: product },
        { ...stored.value, name: basename(path), sourceDay },
      )
      if (!imported.done) throw new Error(imported.refusal.code)
      if (format === 'cnipa-cases') await saveSearches(living, person)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return living
}

const demoSearches = [
  { name: '演示：有效发明专利', filter: { right: 'invention', status: 'in-force' } },
  { name: '演示：滞纳期内的专利', filter: { status: 'in-grace' } },
  { name: '演示：啤特果', filter: { query: '啤特果' } },
] as const

/** Searches for the first person to find, kept before the vendor's file comes, so that each has something to tell of what changed since. */
async function saveSearches(living: Product, person: string): Promise<void> {
  for (const search of demoSearches) {
    const request = { region: living.region, actor: { ...product, id: person }, idempotencyKey: uuidv7() }
    const saved = await living.runner.run(saveSearch, request, search)
    if (!saved.done) throw new Error(saved.refusal.code)
  }
}
