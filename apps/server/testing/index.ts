import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainDate } from '#kernel/time'
import { aClock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { dailyUploads, guardedStore, type UploadRules } from '#platform/files'
import { anchorFile, trailKey } from '#platform/trail'
import { type FirstLogIn, firstStart } from '../first-start.ts'
import { type Product, withClock } from '../product.ts'
import { type Served, serve } from '../serve.ts'

export interface OfficeUnderTest {
  readonly product: Product
  readonly served: Served
  readonly url: string
  readonly logIn: FirstLogIn
  readonly close: () => Promise<void>
}

/** A whole office on a fresh database, served on a free port; with `demonstration` the demonstration prefecture is in it. */
export async function startOffice({
  demonstration = false,
  day = '2020-08-25',
  uploads = {},
  perMinute,
}: {
  readonly demonstration?: boolean
  readonly day?: string
  readonly uploads?: Partial<UploadRules>
  /** Requests a minute from one address. */
  readonly perMinute?: number
} = {}): Promise<OfficeUnderTest> {
  const database = await aDatabase<unknown>()
  const dataDir = mkdtempSync(join(tmpdir(), 'zhizhou-office-'))
  const clock = aClock(plainDate(day))
  const key = trailKey(dataDir)
  const anchors = anchorFile(dataDir)
  const product: Product = {
    dataDir,
    database: {
      kind: 'embedded',
      version: 'test',
      started: false,
      app: database.appConnection,
      owner: database.ownerConnection,
      guarded: true,
      cluster: null,
      close: async () => {},
    },
    wire: database.app,
    ...withClock({ wire: database.app, key, anchors }, clock),
    files: guardedStore(
      join(dataDir, 'files'),
      { perDay: null, keepFree: 0, scan: null, ...uploads },
      dailyUploads(database.app.pool, 622900, clock.today),
    ),
    key,
    anchors,
    region: 622900,
    fresh: true,
    close: async () => {},
  }
  const { logIn, living } = await firstStart(product, { demonstration, onStep: () => {} })
  const served = await serve(living, { host: '127.0.0.1', port: 0, ...(perMinute === undefined ? {} : { perMinute }) })
  return {
    product: living,
    served,
    url: served.url,
    logIn,
    close: async () => {
      await served.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A signed-in browser as a test uses one: cookie, CSRF token, a fresh key for every write. */
export class Visitor {
  readonly #url: string
  #cookie = ''
  #csrf = ''
  #keys = 0

  constructor(url: string) {
    this.#url = url
  }

  get cookie(): string {
    return this.#cookie
  }

  async ask(
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: any; headers: Headers }> {
    const [method, url] = path.split(' ') as [string, string]
    const idempotencyKey = `visit-${process.pid}-${++this.#keys}-${Math.trunc(performance.now())}`
    const asked = () =>
      fetch(`${this.#url}${url}`, {
        method,
        headers: {
          cookie: this.#cookie,
          ...(method === 'GET'
            ? {}
            : {
                'x-csrf-token': this.#csrf,
                'idempotency-key': idempotencyKey,
              }),
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      })
    // A server in the test's own process is busy while the test reckons: who waits a moment is answered.
    let answer = await asked()
    for (let tries = 0; answer.status === 503 && tries < 40; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      answer = await asked()
    }
    const set = answer.headers.get('set-cookie')
    if (set) this.#cookie = set.split(';')[0]!
    const text = await answer.text()
    const parsed = /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text
    if (parsed?.csrfToken) this.#csrf = parsed.csrfToken
    return { status: answer.status, body: parsed, headers: answer.headers }
  }

  /** Signs in; a first password is changed at once, as the office demands. */
  async signIn(account: string, password: string, next = '黄河之水天上来A7k'): Promise<this> {
    const signed = await this.ask('POST /api/identity/session', { account, password })
    if (signed.status !== 200) throw new Error(`sign-in: ${JSON.stringify(signed.body)}`)
    if (signed.body.mustChangePassword) {
      const changed = await this.ask('PUT /api/identity/password', { current: password, next })
      if (changed.status !== 200) throw new Error(`first password: ${JSON.stringify(changed.body)}`)
    }
    return this
  }
}
