import { uuidv7 } from 'uuidv7'
import { placeReader } from '../reads/place-reader.ts'
import { holderKindOf } from '../rules/holder-kind.ts'
import { compareParts, readName } from '../rules/names.ts'
import type { NameParts, ReadPlace } from '../rules/names-parts.ts'
import { sameKey } from '../rules/same-key.ts'
import { nameToShow } from '../rules/shown-name.ts'
import * as store from '../store/learn.ts'
import { findPairs } from './find-pairs.ts'

/** What came of a batch of names. */
export interface Learnt {
  /** Names not known before. */
  readonly learnt: number
  /** Of these, those that the rules gave to a holder there was. */
  readonly unified: number
  /** Pairs of holders new in the queue 名称疑似相同. */
  readonly likely: number
  /** Texts that are no names: blank, or longer than 400 characters. */
  readonly skipped: number
}

/** Longer texts are whole lists or remarks, and no index holds them. */
const longest = 400

/**
 * Learns applicants' names in bulk (学习名称): each spelling not known yet becomes the name of the holder whose key it has, with the
 * reason, or founds a holder; what is likely one is listed in the queue, unless that was decided before. The same names again change
 * nothing. Works in the transaction that is open on the client, or in one of its own; two thousand names at a time are best.
 */
export async function takeNames(client: store.NamesClient, region: number, names: readonly string[]): Promise<Learnt> {
  if (client.getTransactionStatus() !== 'I') return learn(client, region, names)
  await client.query('begin')
  try {
    const learnt = await learn(client, region, names)
    await client.query('commit')
    return learnt
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function learn(client: store.NamesClient, region: number, names: readonly string[]): Promise<Learnt> {
  const readPlace = placeReader(region)
  const distinct = [...new Set(names)]
  const asked = distinct.filter(isName)
  const skipped = distinct.length - asked.length
  const nothing = { learnt: 0, unified: 0, likely: 0, skipped }
  if (asked.length === 0) return nothing
  await store.waitForNames(client, region)
  const known = await store.knownAmong(client, region, asked)
  const fresh = asked.filter((name) => !known.has(name))
  if (fresh.length === 0) return nothing

  const parts = fresh.map((name) => readName(name, readPlace))
  const given = await holdersFor(client, region, fresh, parts, readPlace)
  const founders = given.filter((one) => one.how === 'first')
  await store.addHolders(
    client,
    region,
    founders.map(({ holder, name }) => ({ id: holder, name, kind: holderKindOf(name).kind, names: 1 })),
  )
  const ids = await store.addNames(client, region, given)
  const gained = [...new Set(given.filter((one) => one.how !== 'first').map((one) => one.holder))]
  await settle(client, region, gained)
  const likely = await findPairs(
    client,
    region,
    given.map(({ name, holder }, at) => ({ id: ids[at]!, name, holder, parts: parts[at]! })),
    readPlace,
  )
  return { learnt: fresh.length, unified: fresh.length - founders.length, likely, skipped }
}

/** A blank, a broken or an endless text is no name. */
const isName = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= longest &&
  text.normalize('NFKC').length <= longest &&
  text.isWellFormed() &&
  !text.includes('\0')

/** Whose each new name is, by its key: the first of a key founds the holder that the others join. */
async function holdersFor(
  client: store.NamesClient,
  region: number,
  names: readonly string[],
  parts: readonly NameParts[],
  readPlace: ReadPlace,
): Promise<store.NewName[]> {
  const keys = parts.map(sameKey)
  const founders = await store.foundersOf(client, region, [...new Set(keys)])
  return names.map((name, at) => {
    const [key, letters] = [keys[at]!, parts[at]!.letters]
    const founder = founders.get(key)
    if (founder) {
      const { reason } = compareParts(parts[at]!, readName(founder.name, readPlace))
      return { name, letters, key, holder: founder.holder, how: reason.code === 'same-spelling' ? reason.code : 'rule', reason }
    }
    const holder = uuidv7()
    founders.set(key, { name, holder })
    return { name, letters, key, holder, how: 'first', reason: null }
  })
}

/** Counts the names of holders that gained or lost some, and shows the best of them where nobody chose one. */
export async function settle(client: store.NamesClient, region: number, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return
  const found = await store.namesOfHolders(client, region, holders)
  await store.showHolders(
    client,
    region,
    found.map((holder) => {
      const name = holder.nameByHand ? holder.name : nameToShow(holder.names)
      return { id: holder.id, name, kind: holderKindOf(name).kind, names: holder.count }
    }),
  )
}
