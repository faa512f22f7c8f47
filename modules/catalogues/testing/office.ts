import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Outcome, Refusal } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { permitBy } from '#modules/identity'
import type { Permissions, Role } from '#modules/roles'
import { type Act, aRunner, type Listener } from '#platform/acts'
import { aClock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { catalogueActsOn } from '../acts/index.ts'
import { type Catalogue, defineCatalogue } from '../catalogue.ts'
import type { ProposeChange } from '../contract.ts'
import { cataloguePermissions } from '../permissions.ts'
import { changeFor } from '../reads/change-wire.ts'
import { standingEntries, standOf } from '../reads/entries.ts'
import { shelfOf } from '../shelf.ts'

export const region = 622900

/** An invented catalogue: how many days the projector is lent (演示). */
export const lending = defineCatalogue<{ days: number; rooms: string[] }>({
  name: 'lending',
  label: '演示出借目录',
  about: '演示：设备出借的天数。',
  body: z.object({ days: z.number().int().min(1), rooms: z.array(z.string()).default([]) }),
  fields: [
    { name: 'days', label: '天数', kind: 'number', unit: '天' },
    { name: 'rooms', label: '房间', kind: 'texts', optional: true },
  ],
  shipped: () => [
    {
      id: 'projector',
      validFrom: plainDate('2020-01-01'),
      validTo: null,
      body: { days: 7, rooms: [] },
      basis: '演示办法第一条',
      certainty: 'confirmed',
      source: null,
    },
    {
      id: 'screen',
      validFrom: null,
      validTo: null,
      body: { days: 3, rooms: ['101'] },
      basis: '演示办法第二条',
      certainty: 'unverified',
      source: null,
    },
  ],
  title: ({ id }) => (id === 'projector' ? '投影仪' : '幕布'),
  describe: ({ body }) => `出借${body.days}天。`,
})

/** The same, whose entries the code knows. */
export const fixed = defineCatalogue({ ...lending, name: 'fixed', entriesFixed: true })

/** An office whose people change catalogues, on a database of its own. */
export async function anOfficeWith(
  catalogues: readonly Catalogue[],
  {
    day = '2026-11-22',
    listeners = {},
    permissions = {},
  }: { day?: string; listeners?: Readonly<Record<string, readonly Listener[]>>; permissions?: Permissions } = {},
) {
  const database = await aDatabase<unknown>()
  const db = database.app.kysely
  const clock = aClock(plainDate(day))
  const runner = aRunner({
    kysely: db,
    key: Buffer.alloc(32, 7),
    clock,
    permit: permitBy({ ...cataloguePermissions, ...permissions }),
    listeners,
  })
  const shelf = shelfOf(catalogues)
  const acts = catalogueActsOn(shelf)
  const person = async (name: string, role: Role) => {
    const id = uuidv7()
    await database.owner.pool.query(
      `insert into identity.person (region_code, id, account, name, password_hash, password_set_at, must_change_password, created_at)
       values ($1, $2, $3, $4, '', now(), false, now())`,
      [region, id, id, name],
    )
    await database.owner.pool.query(
      `insert into identity.role_grant (region_code, id, person_id, role, from_day) values ($1, $2, $3, $4, '2020-01-01')`,
      [region, uuidv7(), id, role],
    )
    return { id, name, via: 'office' } as const
  }
  type Person = Awaited<ReturnType<typeof person>>
  const run = <Input, Reply>(who: Person, act: Act<Input, Reply>, input: unknown): Promise<Outcome<Reply, Refusal>> =>
    runner.run(act, { region, actor: who, idempotencyKey: uuidv7() }, input)
  const changeOf = async (who: Person, id: string) => {
    const found = await changeFor(db, region, shelf, { id: who.id, today: clock.today() }, id)
    if (!found.done) throw new Error(found.refusal.code)
    return found.value
  }
  return {
    database,
    db,
    shelf,
    acts,
    person,
    run,
    changeOf,
    /** Proposes against the entry as it stands; members given take the place of the usual ones. */
    propose: async (who: Person, catalogue: Catalogue, input: Partial<ProposeChange> & { entry: string }) =>
      run(who, acts.propose, {
        catalogue: catalogue.name,
        again: null,
        kind: 'correct',
        validFrom: null,
        validTo: null,
        basis: '演示办法第一条',
        certainty: 'confirmed',
        source: null,
        reason: '演示：依据演示文件〔2026〕1号',
        version: standOf(await standingEntries(db, region, catalogue), input.entry),
        ...input,
      }),
    /** An act on a change as it is now. */
    decide: async (who: Person, act: 'approve' | 'return' | 'withdraw' | 'sign', id: string, more: object = {}) =>
      run(who, acts[act] as Act<unknown, { id: string }>, { id, version: (await changeOf(who, id)).version, ...more }),
    lastSentence: async (): Promise<string> => {
      const { rows } = await database.app.pool.query<{ sentence: string }>(
        `select detail->>'sentence' as sentence from trail.entry join trail.detail using (region_code, n) order by n desc limit 1`,
      )
      return rows[0]!.sentence
    },
    close: () => database.drop(),
  }
}
