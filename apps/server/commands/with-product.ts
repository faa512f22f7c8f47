import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Outcome, Refusal } from '#kernel/outcome'
import { refuse } from '#kernel/outcome'
import type { Actor } from '#platform/acts'
import { openProduct, type Product } from '../product.ts'
import { BadArguments, remark, turnAway, type Voice } from './say.ts'

/** The options every command has. */
export interface CommonOptions extends Voice {
  readonly data: string
  readonly as?: string
}

/**
 * Opens the product for one command, beside a running server or without one, and closes it again. A refusal, of the
 * database or of the command, is told and the exit code set.
 */
export async function withProduct(
  options: CommonOptions,
  use: (product: Product, actor: Actor) => Promise<Outcome<unknown, Refusal> | undefined>,
): Promise<void> {
  if (options.data.trim() === '') throw new BadArguments('数据目录不能为空。')
  const opened = await openProduct({ dataDir: resolve(options.data), onStep: options.json ? undefined : remark })
  if (!opened.done) return turnAway(options, opened.refusal)
  const product = opened.value
  try {
    const actor = await actorOf(product, options.as)
    const came = actor.done ? await use(product, actor.value) : actor
    if (came && !came.done) await turnAway(options, came.refusal)
  } finally {
    await product.close()
  }
}

/** Commands act as the operating system's user, or as somebody with an account, and stand in the trail as 命令行. */
async function actorOf(product: Product, account: string | undefined): Promise<Outcome<Actor, Refusal>> {
  if (account === undefined) {
    const { username } = userInfo()
    return { done: true, value: { id: `os:${username}`, name: `命令行（${username}）`, via: 'command-line' } }
  }
  const { rows } = await product.wire.pool.query<{ id: string; name: string }>(
    'select id, name from identity.person where region_code = $1 and account = $2 and disabled_at is null',
    [product.region, account],
  )
  const person = rows[0]
  if (!person) return refuse({ code: 'user-unknown' })
  return { done: true, value: { id: person.id, name: person.name, via: 'command-line' } }
}
