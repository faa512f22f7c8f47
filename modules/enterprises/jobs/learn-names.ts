import type { Wire } from '#platform/database'
import { type Learnt, takeNames } from './take-names.ts'

const batch = 2000

/** Learns names as they come, each batch in a transaction of its own: after a crash the whole is done again and finds its work done. */
export async function learnNames(
  wire: Wire<unknown>,
  region: number,
  names: AsyncIterable<string> | Iterable<string>,
): Promise<Learnt> {
  let sum: Learnt = { learnt: 0, unified: 0, likely: 0, skipped: 0 }
  let waiting: string[] = []
  const take = async () => {
    const came = await takeBatch(wire, region, waiting)
    sum = {
      learnt: sum.learnt + came.learnt,
      unified: sum.unified + came.unified,
      likely: sum.likely + came.likely,
      skipped: sum.skipped + came.skipped,
    }
    waiting = []
  }
  for await (const name of names) {
    waiting.push(name)
    if (waiting.length === batch) await take()
  }
  if (waiting.length > 0) await take()
  return sum
}

/** A deadlock or a serialisation failure passes: the batch is tried again. */
async function takeBatch(wire: Wire<unknown>, region: number, names: readonly string[]): Promise<Learnt> {
  for (let tries = 0; ; tries++) {
    try {
      return await wire.withClient((client) => takeNames(client, region, names))
    } catch (error) {
      const { code } = error as { code?: string }
      if (tries >= 4 || (code !== '40001' && code !== '40P01')) throw error
    }
  }
}
