import type { FastifyInstance } from 'fastify'
import { done } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { allowedRoles } from '#modules/identity'
import type { Role } from '#modules/roles'
import { aRunner, runnerWords } from '#platform/acts'
import { fileWords } from '#platform/files'
import { aServer, type Frame, serveRoutes, type Words } from '#platform/http'
import { patentHandlers, patentPermissions, patentRoutes, patentWords, searchWire } from '../index.ts'
import { type anOffice, region } from './office.ts'

interface Visitor {
  readonly id: string
  readonly name: string
}

const words = { ...(runnerWords as Words), ...(fileWords as Words), ...patentWords }

/** The patent register's routes on a port of their own, for one person who holds one role somewhere; `as` lets another come. */
export async function served(office: Awaited<ReturnType<typeof anOffice>>, uploadLimit = 1e6) {
  let held = { role: 'registrar' as Role, reach: region, from: plainDate('2000-01-01'), to: null }
  let who: Visitor = { id: 'visitor-1', name: '演示台账员' }
  const { clock, files, wire } = office.wires
  const allowed = (word: string, place: number | null) =>
    allowedRoles([held], patentPermissions, { word, place, region, on: clock.today() })
  const runner = aRunner({
    kysely: wire.kysely,
    key: Buffer.alloc(32, 7),
    clock,
    permit: async (_, { word, place }) => allowed(word, place),
  })
  const frame: Frame<Visitor> = {
    db: wire.kysely,
    region,
    clock,
    may: async (_, word, place) => allowed(word, place),
    see: async (_, word, read) => {
      const open = allowed(word, held.reach)
      return open.done ? read() : open
    },
    act: (person, key, act, input) =>
      runner.run(act, { region, actor: { ...person, via: 'office' }, idempotencyKey: key }, input),
  }
  const app: FastifyInstance = await aServer(
    { words, version: '0', log: false, secure: false, uploadLimit, ready: async () => null },
    async (api) =>
      serveRoutes(api, patentRoutes, patentHandlers({ ...frame, wire, files, search: searchWire(wire.kysely), uploadLimit }), {
        gate: { authenticate: async () => done(who), csrfTokenOf: () => 'token' },
        words,
      }),
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  let keys = 0
  const ask = async (path: string, body?: unknown): Promise<Response> => {
    const [method, address] = path.split(' ') as [string, string]
    const form = body instanceof FormData
    return fetch(url + address, {
      method,
      headers: {
        'x-csrf-token': 'token',
        'idempotency-key': `visit-${++keys}-${process.pid}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
  }
  /** The reply's JSON; throws where it is a problem. */
  const get = async (path: string, body?: unknown) => {
    const reply = await ask(path, body)
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    ask,
    get,
    as: (role: Role, reach = region, person: Visitor = who) => {
      held = { ...held, role, reach }
      who = person
    },
    close: () => app.close(),
  }
}
