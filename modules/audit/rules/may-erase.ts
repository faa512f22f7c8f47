import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { addMonths, type PlainDate } from '#kernel/time'

/** How long what happened in a network must be kept (网络日志留存), in months. */
const keptMonths = 6

/** An entry of the trail as far as its erasing goes. */
export interface ErasableEntry {
  readonly n: number
  readonly on: PlainDate
  readonly word: string
}

export type ErasureRefusal =
  | (Refusal & { readonly code: 'details-to-be-kept'; readonly first: number; readonly until: PlainDate })
  | (Refusal & { readonly code: 'details-prove-erasure'; readonly first: number })

/**
 * Whether the words of these entries may be erased on a day: not while the law has them kept, and never those that tell
 * of an erasing, which alone show why other words are missing.
 */
export function mayErase(entries: readonly ErasableEntry[], today: PlainDate): Outcome<void, ErasureRefusal> {
  const proof = entries.find(({ word }) => /^audit\..*-erasure$/.test(word))
  if (proof) return refuse({ code: 'details-prove-erasure', first: proof.n })
  const young = entries.find(({ on }) => addMonths(on, keptMonths) > today)
  if (!young) return done(undefined)
  return refuse({
    code: 'details-to-be-kept',
    first: young.n,
    until: addMonths(young.on, keptMonths),
    basis: '网络安全法关于网络日志留存不少于六个月的规定；个人信息保护法 第四十七条第二款',
  })
}
