import { createHmac } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Clock } from '../clock/index.ts'
import { type Anchor, append } from '../trail/index.ts'
import type { Act, ActContext, Actor, Deed, Fact } from './act.ts'
import type { RunnerRefusal } from './refusals.ts'

/** May this actor do this, about this place, on this day? Answers with the roles that allow it. */
export type Permit = (
  tx: Transaction<unknown>,
  question: {
    readonly region: number
    readonly actor: Actor
    readonly word: string
    readonly place: number | null
    readonly on: PlainDate
  },
) => Promise<Outcome<readonly string[], Refusal>>

/** Who hears of a fact and answers in the same transaction. */
export type Listener = (context: ActContext, fact: Fact) => Promise<void>

export interface RunnerParts {
  readonly kysely: Kysely<unknown>
  readonly key: Buffer
  readonly clock: Clock
  readonly permit: Permit
  /** Fact → listeners, in order. */
  readonly listeners?: Readonly<Record<string, readonly Listener[]>>
  /** Told the head of the chain after each commit. */
  readonly anchor?: (region: number, anchor: Anchor) => void
}

/** One request to act. */
export interface Request {
  readonly region: number
  readonly actor: Actor
  /** Made by who asks; the same key and input get the same answer and are done once. */
  readonly idempotencyKey: string
  readonly requestId?: string | null
  readonly madeAt?: Date
}

export interface Runner {
  readonly run: <Input, Reply>(act: Act<Input, Reply>, request: Request, input: unknown) => Promise<Outcome<Reply, Refusal>>
}

/** Carries a refusal out of the savepoint. */
class Turned extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * The act runner (业务执行): permission → rule → save → trail → events in one transaction, once for each key.
 * Nothing else in the product opens a transaction that writes, but the batches of long jobs.
 */
export function aRunner(parts: RunnerParts): Runner {
  const runOnce = async <Input, Reply>(
    act: Act<Input, Reply>,
    request: Request,
    raw: unknown,
  ): Promise<Outcome<Reply, Refusal>> => {
    const parsed = act.input.safeParse(raw)
    if (!parsed.success) return refuse(invalid(parsed.error))
    const input = parsed.data
    // Keyed, since inputs hold passwords.
    const digest = createHmac('sha256', parts.key).update(act.word).update('\0').update(JSON.stringify(input)).digest()
    const head: { anchor?: Anchor } = {}
    const outcome = await parts.kysely.transaction().execute(async (tx) => {
      const earlier = await claimKey(tx, request, act.word, digest)
      if (earlier) return earlier as Outcome<Reply, Refusal>
      const answered = await attempt(tx, act, request, input)
      if (answered.anchor) head.anchor = answered.anchor
      const kept = answered.outcome.done && act.keep ? done(act.keep(answered.outcome.value)) : answered.outcome
      await sql`
        update platform.reply
        set reply = ${JSON.stringify(kept)}
        where region_code = ${request.region} and actor = ${request.actor.id ?? ''} and key = ${request.idempotencyKey}`.execute(
        tx,
      )
      return answered.outcome
    })
    if (head.anchor) parts.anchor?.(request.region, head.anchor)
    return outcome
  }

  /** The deed inside a savepoint, so that a refusal leaves nothing behind but its reply. */
  const attempt = async <Input, Reply>(
    tx: Transaction<unknown>,
    act: Act<Input, Reply>,
    request: Request,
    input: Input,
  ): Promise<{ outcome: Outcome<Reply, Refusal>; anchor?: Anchor }> => {
    await sql`savepoint deed`.execute(tx)
    try {
      const now = parts.clock.now()
      const context: ActContext = {
        tx,
        region: request.region,
        actor: request.actor,
        now,
        today: parts.clock.today(),
        madeAt: request.madeAt ?? now,
        announce: async (fact) => {
          for (const listener of parts.listeners?.[fact.fact] ?? []) await listener(context, fact)
          await sql`select pg_notify('zhizhou', ${JSON.stringify({ region: request.region, ...fact })})`.execute(tx)
        },
      }
      const place = act.place ? await act.place(context, input) : null
      const allowed = await parts.permit(tx, {
        region: request.region,
        actor: request.actor,
        word: act.word,
        place,
        on: context.today,
      })
      if (!allowed.done) throw new Turned({ ...allowed.refusal, act: act.label } as Refusal)
      const ran = await act.run(context, input)
      if (!ran.done) throw new Turned(ran.refusal)
      const anchor = await writeDown(tx, act, request, context, allowed.value, ran.value)
      await sql`release savepoint deed`.execute(tx)
      return { outcome: done(ran.value.reply), anchor }
    } catch (error) {
      if (!(error instanceof Turned)) throw error
      await sql`rollback to savepoint deed`.execute(tx)
      return { outcome: refuse(error.refusal) }
    }
  }

  const writeDown = async <Reply>(
    tx: Transaction<unknown>,
    act: Act<never, never> | Act<unknown, unknown> | { readonly word: string },
    request: Request,
    context: ActContext,
    roles: readonly string[],
    deed: Deed<Reply>,
  ): Promise<Anchor> => {
    const entry = await append(tx, parts.key, {
      region: request.region,
      at: context.now,
      madeAt: request.madeAt,
      actor: { ...request.actor, roles },
      word: act.word,
      subject: deed.subject,
      requestId: request.requestId ?? null,
      sentence: deed.sentence,
      facts: deed.facts,
    })
    return { n: entry.n, hash: entry.hash.toString('hex') }
  }

  return {
    run: async (act, request, input) => {
      for (let tries = 0; ; tries++) {
        try {
          return await runOnce(act, request, input)
        } catch (error) {
          if (tries >= 4 || !passing(error)) throw error
        }
      }
    },
  }
}

/** The earlier answer under this key, a refusal where the key stood for something else, or null and the key is ours. */
async function claimKey(
  tx: Transaction<unknown>,
  request: Request,
  word: string,
  digest: Buffer,
): Promise<Outcome<unknown, Refusal> | null> {
  const actor = request.actor.id ?? ''
  const claimed = await sql`
    insert into platform.reply (region_code, actor, key, word, input_digest)
    values (${request.region}, ${actor}, ${request.idempotencyKey}, ${word}, ${digest})
    on conflict do nothing`.execute(tx)
  if (claimed.numAffectedRows === 1n) return null
  const { rows } = await sql<{ input_digest: Buffer; reply: Outcome<unknown, Refusal> }>`
    select input_digest, reply
    from platform.reply
    where region_code = ${request.region} and actor = ${actor} and key = ${request.idempotencyKey}`.execute(tx)
  return rows[0]!.input_digest.equals(digest) ? rows[0]!.reply : refuse({ code: 'key-reused' } satisfies RunnerRefusal)
}

/** Serialisation failures and deadlocks pass; the whole act is tried again. */
function passing(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === '40001' || code === '40P01'
}

/** What is wrong with each field, in Chinese sentences. */
export function invalid(error: z.ZodError): RunnerRefusal {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.') || '.'] ??= issue.message
  return { code: 'input-invalid', fields }
}

z.config(z.locales.zhCN())
