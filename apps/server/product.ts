import { mkdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { isPlainDate, type PlainDate } from '#kernel/time'
import { countAfterChange } from '#modules/calendar'
import { permitBy } from '#modules/identity'
import { aRunner, type Runner } from '#platform/acts'
import { aClock, type Clock } from '#platform/clock'
import { type Database, type DatabaseRefusal, migrate, type OnStep, openDatabase, type Wire, wire } from '#platform/database'
import { dailyUploads, type FileStore, guardedStore, uploadRulesOf } from '#platform/files'
import { type Anchor, type AnchorFile, anchorFile, trailKey } from '#platform/trail'
import { permissions } from './catalogue.ts'

/** The product opened on a data folder: what the server and every command work with. */
export interface Product {
  readonly dataDir: string
  readonly database: Database
  /** For requests. */
  readonly wire: Wire<unknown>
  readonly runner: Runner
  readonly files: FileStore
  readonly clock: Clock
  readonly key: Buffer
  readonly anchors: AnchorFile
  /** The prefecture that keeps this installation's registers. */
  readonly region: number
  /** Whether nobody has ever signed in here: the tables are fresh. */
  readonly fresh: boolean
  readonly close: () => Promise<void>
}

export interface OpenProduct {
  readonly dataDir: string
  readonly onStep?: OnStep | undefined
}

export const version: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** The prefecture of an installation: ZHIZHOU_REGION, else 临夏州. */
export const regionOf = (environment: NodeJS.ProcessEnv): number => Number(environment.ZHIZHOU_REGION ?? 622900)

/** Opens database, keys, files and clock of a data folder, and brings the tables up to date. Refuses what the database refuses. */
export async function openProduct({ dataDir, onStep }: OpenProduct): Promise<Outcome<Product, Refusal>> {
  const folder = makeFolder(dataDir)
  if (!folder.done) return folder
  const environment = process.env
  const opened = await openDatabase({
    dataDir,
    url: environment.DATABASE_URL || undefined,
    ownerUrl: environment.DATABASE_OWNER_URL || undefined,
    programs: environment.ZHIZHOU_POSTGRES || undefined,
    onStep,
  })
  if (!opened.done) return opened
  const database = opened.value
  const migrated = await migrate(database.owner, { ...(onStep ? { onStep } : {}) })
  if (!migrated.done) {
    await database.close()
    return migrated
  }
  const office = wire<unknown>(database.app)
  const region = regionOf(environment)
  const clock = aClock(await demonstrationDay(office, region))
  const key = trailKey(dataDir)
  const anchors = anchorFile(dataDir)
  const people = await office.pool.query('select from identity.person where region_code = $1 limit 1', [region])
  return done({
    dataDir,
    database,
    wire: office,
    ...withClock({ wire: office, key, anchors }, clock),
    files: guardedStore(join(dataDir, 'files'), uploadRulesOf(environment), dailyUploads(office.pool, region, clock.today)),
    key,
    anchors,
    region,
    fresh: people.rowCount === 0,
    close: async () => {
      await office.close()
      await database.close()
    },
  })
}

function makeFolder(path: string): Outcome<void, Refusal> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o711 })
    return done(undefined)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const barred = code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
    const why = barred
      ? ({ code: 'no-access', path, user: userInfo().username } as const)
      : ({ code: 'no-folder', path } as const)
    return refuse(why satisfies DatabaseRefusal)
  }
}

/** The same product living on another day: what the first start does once the demonstration is in. */
export function withClock(
  { wire, key, anchors }: Pick<Product, 'wire' | 'key' | 'anchors'>,
  clock: Clock,
): Pick<Product, 'clock' | 'runner'> {
  const anchor = (region: number, head: Anchor) => anchors.drop(region, head)
  const listeners = { 'catalogue-changed': [countAfterChange] }
  return { clock, runner: aRunner({ kysely: wire.kysely, key, clock, permit: permitBy(permissions), listeners, anchor }) }
}

/** The demonstration day (演示日期), where this installation holds the demonstration. */
async function demonstrationDay(office: Wire<unknown>, region: number): Promise<PlainDate | null> {
  const { rows } = await office.pool.query<{ value: unknown }>(
    `select value from platform.setting where region_code = $1 and name = 'demonstration.day'`,
    [region],
  )
  const value = rows[0]?.value
  return typeof value === 'string' && isPlainDate(value) ? value : null
}
