import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { type Act, aRunner } from '#platform/acts'
import { anOffice, region } from '../../patents/testing/office.ts'
import { cnipa, table } from '../../patents/testing/tables.ts'
import { type Enlisting, enlistRows } from '../jobs/enlist-rows.ts'
import { markCheckJobs } from '../jobs/index.ts'

export { region }

/** Two officers of the prefecture. */
export const officer = { id: 'p-1', name: '演示执法员', via: 'office' } as const
export const clerk = { id: 'p-2', name: '演示业务员', via: 'office' } as const

/** An office with a small invented register, where everybody may do everything; permissions are tested where they are given. */
export async function aDesk(day = '2026-11-20') {
  const office = await anOffice(day)
  let forbidden: string | null = null
  const runner = aRunner({
    kysely: office.database.app.kysely,
    key: Buffer.alloc(32, 7),
    clock: office.wires.clock,
    permit: async (_, { word }) => (word === forbidden ? refuse({ code: 'not-permitted' }) : done(['staff'])),
  })
  await office.take(
    table(office.folder, 'cnipa.csv', cnipa, [
      [
        '202320000003.X',
        '2023-01-05',
        'CN219000001U',
        '2023-06-20',
        '一种演示包装盒',
        'B65D5/00',
        '演示公司',
        '马演示',
        '甘肃省临夏市演示路1号',
      ],
    ]),
    '2026-11-18',
  )
  const wires = { ...office.wires, runner }
  return {
    ...office,
    wires,
    db: office.database.app.kysely,
    today: plainDate(day),
    act: <Input, Reply>(
      act: Act<Input, Reply>,
      input: unknown,
      who: typeof officer | typeof clerk = officer,
      request: { key?: string; madeAt?: Date } = {},
    ): Promise<Outcome<Reply, Refusal>> =>
      runner.run(
        act,
        {
          region,
          actor: who,
          idempotencyKey: request.key ?? uuidv7(),
          ...(request.madeAt ? { madeAt: request.madeAt } : {}),
        },
        input,
      ),
    /** From now on nobody may do this; null: everybody may do everything again. */
    forbid: (word: string | null) => {
      forbidden = word
    },
    /** Runs the job that puts rows on the worklist as the worker would. */
    runEnlisting: (asked: Omit<Enlisting, 'region'>) => enlistRows(wires, { region, ...asked }),
    /** Runs the job of a list as the worker would. */
    runList: (id: string, pasted: string | null) =>
      markCheckJobs(wires)['mark-checks.check-list']!({ region, id, pasted } as never, {
        id: '1',
        attempt: 1,
        signal: new AbortController().signal,
      }),
  }
}
