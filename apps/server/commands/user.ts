import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import {
  createUser,
  disableUser,
  enableUser,
  grantRole,
  resetPassword,
  setCombining,
  unlockUser,
  usersBy,
} from '#modules/identity'
import type { Act, Actor } from '#platform/acts'
import type { Product } from '../product.ts'
import { answer, BadArguments } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

const run = <Input, Reply>(product: Product, actor: Actor, act: Act<Input, Reply>, input: unknown) =>
  product.runner.run(act, { region: product.region, actor, idempotencyKey: uuidv7() }, input)

/** The one person with this account, as the list shows them. */
async function personOf(product: Product, account: string) {
  const { rows } = await usersBy(product.wire.kysely, product.region, { query: account, limit: 200 }, moment(product))
  const person = rows.find((row) => row.account === account)
  return person ? done(person) : refuse({ code: 'user-unknown' } as const)
}

const moment = (product: Product) => ({ now: product.clock.now(), today: product.clock.today() })

export async function listUsers(options: CommonOptions): Promise<void> {
  await withProduct(options, async (product) => {
    const users: Awaited<ReturnType<typeof usersBy>>['rows'] = []
    for (let after: string | undefined; ; ) {
      const page = await usersBy(product.wire.kysely, product.region, { after, limit: 200 }, moment(product))
      users.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    answer(
      options,
      { users },
      users.map((user) => [user.account, user.name, user.state, user.roles.map((role) => role.roleName).join('、')].join('\t')),
    )
    return undefined
  })
}

export async function addUser(account: string, name: string, options: CommonOptions): Promise<void> {
  await withProduct(options, async (product, actor) => {
    const added = await run(product, actor, createUser, { account, name, unit: null })
    if (!added.done) return added
    tellPassword(options, account, added.value)
    return undefined
  })
}

export async function resetUser(account: string, options: CommonOptions): Promise<void> {
  await changing(account, options, async (product, actor, person) => {
    const reset = await run(product, actor, resetPassword, { ...person, reason: '命令行重置' })
    if (!reset.done) return reset
    tellPassword(options, account, reset.value)
    return done(null)
  })
}

function tellPassword(
  options: CommonOptions,
  account: string,
  { id, firstPassword }: { id: string; firstPassword: string },
): void {
  answer(options, { id, account, firstPassword }, [
    `账号：${account}　密码：${firstPassword}`,
    '此密码仅显示一次，首次登录须修改。',
  ])
}

export async function unlock(account: string, options: CommonOptions): Promise<void> {
  await changing(
    account,
    options,
    (product, actor, person) => run(product, actor, unlockUser, { ...person, reason: '命令行解除锁定' }),
    '已解除锁定。',
  )
}

export async function setEnabled(account: string, enabled: boolean, options: CommonOptions): Promise<void> {
  const act = enabled ? enableUser : disableUser
  await changing(
    account,
    options,
    (product, actor, person) => run(product, actor, act, { ...person, reason: '命令行办理' }),
    enabled ? '已启用。' : '已停用。',
  )
}

export async function grant(account: string, role: string, options: CommonOptions & { readonly place?: string }): Promise<void> {
  await changing(
    account,
    options,
    (product, actor, person) =>
      run(product, actor, grantRole, {
        ...person,
        role,
        unit: null,
        place: options.place ?? null,
        from: product.clock.today(),
        to: null,
      }),
    '已授予角色。',
  )
}

async function changing(
  account: string,
  options: CommonOptions,
  change: (product: Product, actor: Actor, person: { id: string; version: string }) => Promise<Outcome<unknown, Refusal>>,
  sentence?: string,
): Promise<void> {
  await withProduct(options, async (product, actor) => {
    const person = await personOf(product, account)
    if (!person.done) return person
    const changed = await change(product, actor, { id: person.value.id, version: person.value.version })
    if (!changed.done) return changed
    if (sentence !== undefined) answer(options, { account, done: true }, [sentence])
    return undefined
  })
}

export async function combine(word: string, options: CommonOptions): Promise<void> {
  if (word !== 'on' && word !== 'off') throw new BadArguments('请写 on（允许兼任）或者 off（要求分设）。')
  await withProduct(options, async (product, actor) => {
    const set = await run(product, actor, setCombining, { combine: word === 'on' })
    if (!set.done) return set
    answer(options, set.value, [word === 'on' ? '已允许三员由同一人兼任，操作日志会注明。' : '已要求三员分设。'])
    return undefined
  })
}
