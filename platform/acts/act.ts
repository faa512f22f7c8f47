import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Outcome, Refusal } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'

/** Who acts, as far as the runner must know. */
export interface Actor {
  /** Null only for the product itself. */
  readonly id: string | null
  readonly name: string
  /** Where the deed comes from. */
  readonly via: 'office' | 'command-line' | 'job' | 'product'
}

/** One thing that may be done (业务动作): one button, one permission, one word in the trail. */
export interface Act<Input, Reply> {
  /** The audit word, e.g. `patents.import.start`; permissions speak of it too. */
  readonly word: string
  /** The act as the office calls it: 开始导入. */
  readonly label: string
  /** The part of the menu it belongs to. */
  readonly part: string
  /** Whether the law or the office wants another person to agree. */
  readonly secondPerson?: boolean
  readonly input: z.ZodType<Input>
  /** The place the deed is about (division code); null = the prefecture itself. Asked before `run`, in its transaction. */
  readonly place?: (context: ActContext, input: Input) => Promise<number | null>
  /** Load → ask the rule → save. Throws only on bugs. */
  readonly run: (context: ActContext, input: Input) => Promise<Outcome<Deed<Reply>, Refusal>>
  /** What of the reply is kept for a repetition of the same request; leaves out what is shown once. */
  readonly keep?: (reply: Reply) => Reply
}

/** What came of an act. */
export interface Deed<Reply> {
  readonly reply: Reply
  readonly subject: Subject | null
  /** What was done, in plain Chinese without the actor: 「将…的申请人核定为…」. */
  readonly sentence: string
  readonly facts?: Readonly<Record<string, unknown>>
}

export interface Subject {
  readonly kind: string
  readonly id: string
  readonly label: string
}

/** What an act is given. The transaction is the runner's: acts never begin or end one. */
export interface ActContext {
  readonly tx: Transaction<unknown>
  readonly region: number
  readonly actor: Actor
  readonly now: Date
  readonly today: PlainDate
  /** When it was done, where it was done before it arrived. */
  readonly madeAt: Date
  /** Tells other desks what happened; they answer in the same transaction. */
  readonly announce: (fact: Fact) => Promise<void>
}

/** Something that happened, for who listens (handoffs, jobs, other processes). */
export interface Fact {
  readonly fact: string
  readonly [member: string]: unknown
}

/** Defines an act; the list of all of them is the audit catalogue and the permission matrix. */
export function defineAct<Input, Reply>(act: Act<Input, Reply>): Act<Input, Reply> {
  return act
}
