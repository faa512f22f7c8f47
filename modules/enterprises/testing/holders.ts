import { uuidv7 } from 'uuidv7'
import type { Outcome, Refusal } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { permitBy } from '#modules/identity'
import { type Act, aRunner } from '#platform/acts'
import { aClock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { type Learnt, takeNames } from '../jobs/take-names.ts'
import { holderOf } from '../reads/holder-of.ts'
import { likelyPairs } from '../reads/likely-pairs.ts'
import { oneHolder } from '../reads/one-holder.ts'

export const region = 622900
const clerk = { id: 'os:tester', name: '测试员', via: 'command-line' } as const

/** The holders of an office on a database of their own, and what its clerk does with them. */
export async function someHolders() {
  const database = await aDatabase<unknown>()
  const db = database.app.kysely
  const clock = aClock(plainDate('2026-11-22'))
  const runner = aRunner({ kysely: db, key: Buffer.alloc(32, 7), clock, permit: permitBy({}) })
  const idOf = async (name: string): Promise<string> => {
    const holder = await holderOf(db, region, name)
    if (!holder) throw new Error(`${name} is nobody's`)
    return holder.id
  }
  const pageOf = async (name: string) => {
    const page = await oneHolder(db, region, await idOf(name))
    if (!page.done) throw new Error(page.refusal.code)
    return page.value
  }
  return {
    database,
    db,
    idOf,
    pageOf,
    take: (names: readonly string[]): Promise<Learnt> => database.app.withClient((client) => takeNames(client, region, names)),
    run: <Input, Reply>(act: Act<Input, Reply>, input: unknown): Promise<Outcome<Reply, Refusal>> =>
      runner.run(act, { region, actor: clerk, idempotencyKey: uuidv7() }, input),
    queue: async () => (await likelyPairs(db, region, { limit: 200 })).rows,
    /** The names in their groups, and the pairs of groups in the queue, without ids or order. */
    standing: async (): Promise<{ groups: string[]; pairs: string[] }> => {
      const { rows } = await database.app.pool.query<{ holder: string; names: string[]; shown: string }>(
        `select holder_id as holder, h.name as shown, array_agg(n.name order by n.name collate "C") as names
         from enterprises.holder_name n join enterprises.holder h on h.region_code = n.region_code and h.id = n.holder_id
         group by holder_id, h.name`,
      )
      const groups = new Map(rows.map(({ holder, names, shown }) => [holder, `${shown} = ${names.join(' | ')}`]))
      const pairs = await database.app.pool.query<{ one: string; other: string }>(
        'select one_holder as one, other_holder as other from enterprises.likely where decision is null',
      )
      return {
        groups: [...groups.values()].sort(),
        pairs: pairs.rows.map(({ one, other }) => [groups.get(one), groups.get(other)].sort().join(' ~ ')).sort(),
      }
    },
    /** Forgets everybody. */
    empty: () =>
      database.owner.pool.query(
        'truncate enterprises.holder, enterprises.decision, enterprises.holder_name, enterprises.name_block, enterprises.moved_name, enterprises.likely',
      ),
    close: () => database.drop(),
  }
}
