import { uuidv7 } from 'uuidv7'
import { compareParts, readName } from '../rules/names.ts'
import { blockNumbers } from '../rules/names-keys.ts'
import type { NameParts, ReadPlace } from '../rules/names-parts.ts'
import * as store from '../store/learn.ts'

type Fresh = store.KnownName & { readonly parts: NameParts }

/** Names under one block beyond which the block tells nothing. */
const largest = 400

/**
 * Compares new names with all others that share a block with them and lists the likely ones in the queue, a pair of holders once,
 * whatever was decided about it. Answers how many were listed.
 */
export async function findPairs(
  client: store.NamesClient,
  region: number,
  fresh: readonly Fresh[],
  readPlace: ReadPlace,
): Promise<number> {
  const blocks = fresh.map(({ parts }) => blockNumbers(parts))
  await store.addBlocks(
    client,
    region,
    blocks.flat(),
    fresh.flatMap(({ id }, at) => blocks[at]!.map(() => id)),
  )
  const under = await comparable(client, region, [...new Set(blocks.flat())])
  const read = new Map(fresh.map(({ id, parts }) => [id, parts]))
  const partsOf = (known: store.KnownName): NameParts => {
    const parts = read.get(known.id) ?? readName(known.name, readPlace)
    read.set(known.id, parts)
    return parts
  }
  const found = new Map<string, store.NewPair>()
  fresh.forEach((one, at) => {
    const met = new Set<number>()
    for (const other of blocks[at]!.flatMap((block) => under.get(block) ?? [])) {
      if (other.holder === one.holder || met.has(other.id)) continue
      met.add(other.id)
      const pair = [one.holder, other.holder].sort().join(' ')
      if (found.has(pair)) continue
      const { verdict, reason } = compareParts(one.parts, partsOf(other))
      if (verdict === 'different') continue
      const [first, second] = one.id < other.id ? [one, other] : [other, one]
      found.set(pair, { id: uuidv7(), one: first, other: second, reason })
    }
  })
  if (found.size === 0) return 0
  const holders = [...new Set([...found.values()].flatMap(({ one, other }) => [one.holder, other.holder]))]
  const paired = await store.pairedHolders(client, region, holders)
  const pairs = [...found].filter(([pair]) => !paired.has(pair)).map(([, pair]) => pair)
  await store.addPairs(client, region, pairs)
  return pairs.length
}

async function comparable(
  client: store.NamesClient,
  region: number,
  blocks: readonly number[],
): Promise<Map<number, store.KnownName[]>> {
  const under = new Map<number, store.KnownName[]>()
  for (const { block, ...name } of await store.namesUnder(client, region, blocks, largest)) {
    const names = under.get(block)
    if (names) names.push(name)
    else under.set(block, [name])
  }
  for (const [block, names] of under) if (names.length > largest) under.delete(block)
  return under
}
