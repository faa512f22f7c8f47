/**
 * What a rule answers (结果): the deed done, or a refusal with its reason.
 * A refusal is data that a person will read; a bug is thrown.
 */

/** Why something may not be done. `code` finds the sentence, the other members are the facts it names, `basis` the law. */
export interface Refusal {
  readonly code: string
  readonly basis?: string
}

export interface Done<T> {
  readonly done: true
  readonly value: T
}

export interface Refused<R extends Refusal = Refusal> {
  readonly done: false
  readonly refusal: R
}

export type Outcome<T, R extends Refusal = Refusal> = Done<T> | Refused<R>

/** The deed is done and this came of it. */
export function done<T>(value: T): Done<T> {
  return { done: true, value }
}

/** The deed is refused for this reason. */
export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { done: false, refusal }
}

/**
 * Goes on with the value of a deed that is done; hands a refusal through untouched.
 * Not named `then`: a module that exports that never resolves when it is imported dynamically.
 */
export function andThen<T, U, R extends Refusal, S extends Refusal>(
  outcome: Outcome<T, R>,
  next: (value: T) => Outcome<U, S>,
): Outcome<U, R | S> {
  return outcome.done ? next(outcome.value) : outcome
}

/** All values when every deed is done, else the first refusal. */
export function all<T, R extends Refusal>(outcomes: readonly Outcome<T, R>[]): Outcome<T[], R> {
  const values: T[] = []
  for (const outcome of outcomes) {
    if (!outcome.done) return outcome
    values.push(outcome.value)
  }
  return done(values)
}
