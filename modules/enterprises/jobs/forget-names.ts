import type { Wire } from '#platform/database'
import { placeReader } from '../reads/place-reader.ts'
import { compareParts, readName } from '../rules/names.ts'
import { blockNumbers } from '../rules/names-keys.ts'
import type { ReadPlace } from '../rules/names-parts.ts'
import * as forget from '../store/forget.ts'
import * as store from '../store/learn.ts'
import { findPairs } from './find-pairs.ts'
import { settle } from './take-names.ts'

const batch = 2000

/**
 * Forgets the names that no register bears any more (忘却名称), as after the undoing of an import: what is left is what
 * learning the borne names alone would have made, but for names that a person decided about, which stay. Nobody learns
 * meanwhile: the names are asked for only once the others wait. Answers how many went.
 */
export async function forgetNames(
  wire: Wire<unknown>,
  region: number,
  namesBorne: () => AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  return wire.withClient(async (client) => {
    await client.query('begin')
    try {
      await store.waitForNames(client, region)
      const gone = await unborne(client, region, namesBorne())
      for (let at = 0; at < gone.length; at += batch) await drop(client, region, gone.slice(at, at + batch))
      await client.query('commit')
      return gone.length
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })
}

async function unborne(
  client: store.NamesClient,
  region: number,
  names: AsyncIterable<string> | Iterable<string>,
): Promise<forget.GoneName[]> {
  let waiting: string[] = []
  await forget.bear(client, waiting)
  for await (const name of names) {
    waiting.push(name.replaceAll('\0', ''))
    if (waiting.length < batch) continue
    await forget.bear(client, waiting)
    waiting = []
  }
  await forget.bear(client, waiting)
  return forget.namesGone(client, region)
}

async function drop(client: store.NamesClient, region: number, gone: readonly forget.GoneName[]): Promise<void> {
  const readPlace = placeReader(region)
  const ids = gone.map(({ id }) => id)
  const paired = await forget.dropNames(client, region, ids, numbersOf(gone, readPlace))
  const holders = [...new Set(gone.map(({ holder }) => holder))]
  await findFounders(client, region, gone, readPlace)
  await settle(client, region, holders)
  await forget.dropNameless(client, region, holders)
  await pairAgain(client, region, [...new Set(paired)], readPlace)
}

/** The numbers that names stand under, beside the names. */
function numbersOf(names: readonly { readonly id: number; readonly name: string }[], readPlace: ReadPlace) {
  const under = names.flatMap(({ id, name }) => blockNumbers(readName(name, readPlace)).map((block) => ({ block, id })))
  return { blocks: under.map(({ block }) => block), names: under.map(({ id }) => id) }
}

/** Where the name went that the others of its key had joined, the next of them stands first, and the rest is told by it. */
async function findFounders(
  client: store.NamesClient,
  region: number,
  gone: readonly forget.GoneName[],
  readPlace: ReadPlace,
): Promise<void> {
  const keyOf = ({ holder, key }: { holder: string; key: string }) => `${holder} ${key}`
  const headless = new Set(gone.filter(({ how }) => how === 'first').map(keyOf))
  const founders = new Map<string, string>()
  for (const one of await forget.ownNames(client, region, [...new Set(gone.map(({ holder }) => holder))])) {
    if (!headless.has(keyOf(one))) continue
    const founder = founders.get(keyOf(one))
    if (founder === undefined) {
      founders.set(keyOf(one), one.name)
      await forget.explainName(client, region, one.id, 'first', null)
      continue
    }
    const { reason } = compareParts(readName(one.name, readPlace), readName(founder, readPlace))
    await forget.explainName(client, region, one.id, reason.code === 'same-spelling' ? reason.code : 'rule', reason)
  }
}

/** Two holders stand in the queue by one pair of their names: where that pair is gone, another of theirs may take its place. */
async function pairAgain(
  client: store.NamesClient,
  region: number,
  holders: readonly string[],
  readPlace: ReadPlace,
): Promise<void> {
  const names = await store.namesOf(client, region, holders)
  if (names.length === 0) return
  await forget.dropBlocks(client, region, numbersOf(names, readPlace))
  await findPairs(
    client,
    region,
    names.map((name) => ({ ...name, parts: readName(name.name, readPlace) })),
    readPlace,
  )
}
