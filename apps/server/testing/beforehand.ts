import { takeNames } from '#modules/enterprises'
import { append } from '#platform/trail'
import type { OfficeUnderTest } from './index.ts'

/** Applicants' names that were learnt before the test began. */
export async function namesLearnt({ product }: OfficeUnderTest, names: readonly string[]): Promise<void> {
  await product.wire.withClient((client) => takeNames(client, product.region, names))
}

/** Entries of the trail of an earlier day: no act of today makes one that old. */
export async function entriesOf({ product }: OfficeUnderTest, day: string, sentences: readonly string[]): Promise<void> {
  await product.wire.kysely.transaction().execute(async (tx) => {
    for (const sentence of sentences)
      await append(tx, product.key, {
        region: product.region,
        at: new Date(`${day}T02:00:00Z`),
        actor: { id: null, name: '系统', roles: [], via: 'product' },
        word: 'identity.create-user',
        subject: null,
        requestId: null,
        sentence,
      })
  })
}
