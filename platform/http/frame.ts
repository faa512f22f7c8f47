import type { Kysely } from 'kysely'
import type { Outcome, Refusal } from '#kernel/outcome'
import type { Act } from '../acts/index.ts'
import type { Clock } from '../clock/index.ts'

/** What a module's handlers are given by the face that serves them. */
export interface Frame<Who> {
  readonly db: Kysely<unknown>
  readonly region: number
  readonly clock: Clock
  /** Runs an act for who is signed in. */
  readonly act: <Input, Reply>(who: Who, key: string, act: Act<Input, Reply>, input: unknown) => Promise<Outcome<Reply, Refusal>>
  /** Answers a read if who asks may see it, else refuses `not-permitted`. */
  readonly see: <Reply>(who: Who, word: string, read: () => Promise<Outcome<Reply, Refusal>>) => Promise<Outcome<Reply, Refusal>>
  /** Whether who is signed in holds a role for this word, about this place. */
  readonly may: (who: Who, word: string, place: number | null) => Promise<Outcome<unknown, Refusal>>
}
