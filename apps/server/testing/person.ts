import { uuidv7 } from 'uuidv7'
import { createUser, grantRole } from '#modules/identity'
import type { Role } from '#modules/roles'
import type { OfficeUnderTest } from './index.ts'

/** A person with one role over the whole prefecture, or one of its counties; answers the first password. */
export async function addPerson(
  { product }: Pick<OfficeUnderTest, 'product'>,
  {
    name,
    account,
    role,
    place = String(product.region),
  }: { readonly name: string; readonly account: string; readonly role: Role; readonly place?: string },
): Promise<string> {
  const request = () => ({
    region: product.region,
    actor: { id: null, name: '知州', via: 'product' } as const,
    idempotencyKey: uuidv7(),
  })
  const made = await product.runner.run(createUser, request(), { account, name, unit: null })
  if (!made.done) throw new Error(made.refusal.code)
  const { rows } = await product.wire.pool.query<{ n: number }>(
    `select max(n) as n from trail.entry where subject_kind = 'person' and subject_id = $1`,
    [made.value.id],
  )
  const granted = await product.runner.run(grantRole, request(), {
    id: made.value.id,
    role,
    unit: null,
    place,
    from: '2019-01-01',
    to: null,
    version: String(rows[0]?.n ?? 0),
  })
  if (!granted.done) throw new Error(granted.refusal.code)
  return made.value.firstPassword
}
