import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { wire } from '#platform/database'
import { startOffice, Visitor } from '../apps/server/testing/index.ts'
import { searchWire } from '../modules/patents/reads/search/index.ts'
import { readPatentQuery } from '../modules/patents/rules/search-tongue.ts'
import { rawPage } from './raw-search.ts'
import { answersPerSecond } from './requests.ts'

/**
 * `npm run bench -- list-route`: the route of the patent list, with session, permission, checks and search, beside a bare handler that
 * asks the same statement and writes its rows as JSON (goal ≥ 0.4). On the demonstration; each answers sixteen users for some seconds, in turn.
 */
const word = '装置'
const office = await startOffice({ demonstration: true, perMinute: 10_000_000 })
const own = wire<unknown>(office.product.database.app)
const visitor = await new Visitor(office.url).signIn(office.logIn!.account, office.logIn!.password)
const read = readPatentQuery(word)
if (!read.done) throw new Error(read.refusal.code)
const request = { region: office.product.region, projection: 'office', query: read.value, filters: {} } as const
const search = searchWire(office.product.wire.kysely)
const bare = createServer(async (_, answer) => {
  const rows = await own.withClient((client) => rawPage(client, request, search))
  answer.setHeader('content-type', 'application/json').end(JSON.stringify({ rows }))
})
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const floor = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
const list = `${office.url}/api/patents?${new URLSearchParams({ query: word, limit: '20' })}`
const headers = { cookie: visitor.cookie }
const [routes, floors]: [number[], number[]] = [[], []]
for (let turn = 0; turn < 4; turn++) {
  const [route, plain] = [
    await answersPerSecond({ url: list, headers, seconds: 3, users: 16 }),
    await answersPerSecond({ url: floor, seconds: 3, users: 16 }),
  ]
  // The first turn warms both.
  if (turn > 0) for (const [list, rate] of [[routes, route] as const, [floors, plain] as const]) list.push(rate)
}
const middle = (rates: readonly number[]) => rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)]!
console.log(`list route    ${middle(routes).toFixed(0)} answers/s`)
console.log(`bare handler  ${middle(floors).toFixed(0)} answers/s, ratio ${(middle(routes) / middle(floors)).toFixed(2)}`)
bare.close()
await own.close()
await office.close()
process.exit(0)
