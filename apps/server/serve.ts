import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import pino from 'pino'
import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { auditHandlers, auditRoutes } from '#modules/audit'
import { calendarHandlers, calendarJobs, calendarRoutes } from '#modules/calendar'
import { catalogueHandlers, catalogueRoutes } from '#modules/catalogues'
import { enterpriseHandlers, enterpriseJobs, enterpriseRoutes } from '#modules/enterprises'
import {
  allowedRoles,
  identityHandlers,
  identityRoutes,
  passwordDue,
  personOfToken,
  type SignedInPerson,
  signIn,
} from '#modules/identity'
import { keepScreenshot, markCheckHandlers, markCheckJobs, markCheckRoutes, markTable, recordCheck } from '#modules/mark-checks'
import {
  applicantNames,
  openBitmaps,
  patentHandlers,
  patentJobs,
  patentRoutes,
  pocketCopies,
  refreshStatus,
  resumeLeft,
  type SearchWire,
  searchWire,
} from '#modules/patents'
import { gazetteer, regionRoutes, shortNameOf } from '#modules/regions'
import { unitHandlers, unitNames, unitRoutes } from '#modules/units'
import type { Act } from '#platform/acts'
import { wire } from '#platform/database'
import { aServer, type Frame, type Handlers, type RouteShape, servePages, serveRoutes } from '#platform/http'
import { startJobs } from '#platform/jobs'
import { verifyTrail } from '#platform/trail'
import { fieldRoutes } from '../field/contract.ts'
import { frameRoutes } from '../office/contract.ts'
import { acts, permissions, words } from './catalogue.ts'
import { type DeedOnTheRoad, fieldHandlers } from './field.ts'
import { markedGoodsOf } from './marked-goods.ts'
import { servePortal } from './portal.ts'
import { portalSettingsHandlers } from './portal-settings.ts'
import { type Product, version } from './product.ts'
import { running } from './running.ts'
import { catalogueActs, shelf } from './shelf.ts'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  /** Behind TLS (cookies marked secure). */
  readonly secure?: boolean
  readonly logLevel?: string
  /** Bytes of one uploaded file. */
  readonly uploadLimit?: number
  /** Requests a minute from one address; for benchmarks, else as the frame has it. */
  readonly perMinute?: number
}

export interface Served {
  readonly url: string
  readonly app: FastifyInstance
  readonly close: () => Promise<void>
}

const cookieName = 'zhizhou_session'
const officeFolder = fileURLToPath(new URL('../../build/office/', import.meta.url))
const fieldFolder = fileURLToPath(new URL('../../build/field/', import.meta.url))

/** Serves the product: every module's routes, the office's pages, the jobs. */
export async function serve(product: Product, options: ServeOptions): Promise<Served> {
  const log = pino({ level: options.logLevel ?? 'warn', base: { pid: process.pid }, redact: ['req', 'res'] })
  const jobWire = wire<unknown>(product.database.app, { max: 6 })
  const wires = { ...product, wire: jobWire }
  const bitmaps = (['office', 'public'] as const).map((projection) =>
    openBitmaps(
      product.database.app,
      { region: product.region, projection },
      { onError: (error) => log.error({ err: error, projection }, 'search bitmaps') },
    ),
  )
  const search = searchWire(product.wire.kysely, bitmaps)
  const app = await aServer(
    {
      words,
      version,
      log,
      secure: options.secure ?? false,
      uploadLimit: options.uploadLimit ?? 4 * 1024 ** 3,
      ...(options.perMinute === undefined ? {} : { perMinute: options.perMinute }),
      ready: async () => {
        await product.wire.pool.query('select 1')
        return null
      },
    },
    async (api) => mountRoutes(api, product, search, options),
  )
  await mountOffice(app)
  await servePortal(app, product, { search, officeName: () => officeName(product), perMinute: options.perMinute })
  const jobs = await startJobs(
    jobWire.pool,
    {
      ...calendarJobs(wires),
      ...patentJobs(wires),
      ...enterpriseJobs(jobWire, (region) => applicantNames(jobWire.pool, region)),
      ...markCheckJobs(wires),
    },
    { log },
  )
  await resumeLeft(wires, product.region)
  const freshen = () =>
    refreshStatus(wires, product.region).catch((error: unknown) => log.error({ err: error }, 'refreshing status'))
  await freshen()
  const hourly = setInterval(freshen, 3_600_000)
  hourly.unref()
  const url = await app.listen({ host: options.host, port: options.port })
  return {
    url,
    app,
    close: async () => {
      clearInterval(hourly)
      await app.close()
      await jobs.stop()
      await Promise.all(bitmaps.map((one) => one.close()))
      await jobWire.close()
    },
  }
}

function mountRoutes(api: FastifyInstance, product: Product, search: SearchWire, options: ServeOptions): void {
  const { region, clock } = product
  const db = product.wire.kysely
  const gate = {
    authenticate: async (request: FastifyRequest): Promise<Outcome<SignedInPerson, Refusal>> => {
      const token = request.cookies[cookieName]
      return token ? personOfToken(db, region, token, clock.now()) : refuse({ code: 'signed-out' })
    },
    csrfTokenOf: (who: SignedInPerson) => who.csrfToken,
  }
  /** Until the first password is changed nothing else is open. */
  const settled = (who: SignedInPerson): Outcome<void, Refusal> =>
    passwordDue(who, clock.now()) ? refuse({ code: 'must-change-password' }) : done(undefined)
  const frame: Frame<SignedInPerson> = {
    db,
    region,
    clock,
    may: async (who, word, place) => {
      const open = settled(who)
      return open.done ? allowedRoles(who.held, permissions, { word, place, region, on: clock.today() }) : open
    },
    see: async (who, word, read) => {
      const open = settled(who)
      if (!open.done) return open
      const reach = who.held.map((one) => one.reach)
      const places = [null, ...reach]
      const seen = places.some((place) => allowedRoles(who.held, permissions, { word, place, region, on: clock.today() }).done)
      return seen ? read() : refuse({ code: 'not-permitted', act: labelOf(word) } as Refusal)
    },
    act: async (who, key, act, input) => {
      const open = settled(who)
      if (!open.done && act.word !== 'identity.change-password' && act.word !== 'identity.end-session') return open
      return product.runner.run(act, { region, actor: { id: who.id, name: who.name, via: 'office' }, idempotencyKey: key }, input)
    },
  }
  const mount = <Routes extends Readonly<Record<string, RouteShape>>>(
    routes: Routes,
    handlers: Handlers<Routes, SignedInPerson>,
  ) => serveRoutes(api, routes, handlers, { gate, words })
  mount(
    identityRoutes,
    identityHandlers({
      ...frame,
      permissions,
      acts,
      productName: '知州',
      officeName: () => officeName(product),
      cookie: { name: cookieName, secure: options.secure ?? false },
      signIn: (tried) =>
        product.runner.run(
          signIn,
          { region, actor: { id: null, name: tried.account, via: 'office' }, idempotencyKey: uuidv7() },
          tried,
        ),
    }),
  )
  mount(unitRoutes, unitHandlers(frame))
  mount(catalogueRoutes, catalogueHandlers({ ...frame, shelf, acts: catalogueActs, files: product.files }))
  mount(calendarRoutes, calendarHandlers(frame))
  mount(enterpriseRoutes, enterpriseHandlers(frame))
  mount(
    auditRoutes,
    auditHandlers({
      ...frame,
      acts,
      verify: () => verifyTrail(product.wire.pool, product.key, region, product.anchors.read(region)),
    }),
  )
  mount(regionRoutes, {
    'GET /api/regions/counties': async () => {
      const places = gazetteer(region)
      const home = places.division(region)
      return done({
        prefecture: { code: String(region), name: home?.name ?? String(region) },
        counties: places.counties.map((county) => ({
          code: String(county.code),
          name: county.name,
          shortName: shortNameOf(county.name),
        })),
      })
    },
  })
  mount(
    patentRoutes,
    patentHandlers({
      ...frame,
      wire: product.wire,
      files: product.files,
      search,
      uploadLimit: options.uploadLimit ?? 4 * 1024 ** 3,
    }),
  )
  const deedOnTheRoad =
    <Input, Reply>(act: Act<Input, Reply>): DeedOnTheRoad =>
    async (who, key, input, madeAt) => {
      const open = settled(who)
      if (!open.done) return open
      const actor = { id: who.id, name: who.name, via: 'office' } as const
      return product.runner.run(act, { region, actor, idempotencyKey: key, madeAt }, input)
    }
  mount(
    fieldRoutes,
    fieldHandlers({
      ...frame,
      copies: pocketCopies({
        wire: product.wire,
        region,
        today: clock.today,
        folder: join(product.dataDir, 'pocket-lists'),
      }),
      files: product.files,
      markTable: () => markTable(db, region),
      deeds: { [recordCheck.word]: deedOnTheRoad(recordCheck) },
      keepPhoto: deedOnTheRoad(keepScreenshot),
    }),
  )
  mount(
    markCheckRoutes,
    markCheckHandlers({
      ...frame,
      files: product.files,
      countyOf: ({ held }) => {
        const reach = held.map((one) => one.reach)
        return reach.includes(region) || reach[0] === undefined ? null : String(reach[0])
      },
    }),
  )
  mount(frameRoutes, {
    'GET /api/running': ({ who }) => frame.see(who, 'running.see', async () => done(await running(product))),
    'GET /api/marked-goods': async ({ who }) => {
      const open = settled(who)
      return open.done ? done(markedGoodsOf(clock)) : open
    },
    ...portalSettingsHandlers(frame, () => officeName(product)),
  })
}

const labelOf = (word: string) => acts.find((act) => act.word === word)?.label ?? { see: '查看' }[word.split('.').at(-1)!] ?? word

async function officeName(product: Product): Promise<string> {
  const names = await unitNames(product.wire.kysely, product.region, product.clock.today())
  const { rows } = await product.wire.pool.query<{ id: string }>(
    'select id from units.unit where region_code = $1 and parent_id is null and closed_on is null order by id limit 1',
    [product.region],
  )
  return names.get(rows[0]?.id ?? '')?.name ?? gazetteer(product.region).division(product.region)?.name ?? ''
}

/** The office's pages under /app/, the phone's under /field/. */
async function mountOffice(app: FastifyInstance): Promise<void> {
  await servePages(app, { prefix: '/app/', folder: officeFolder, words })
  await servePages(app, { prefix: '/field/', folder: fieldFolder, words })
}
