import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { LimitEntry } from './limit.ts'

export type FindRefusal =
  | { readonly code: 'unknown-limit'; readonly rule: string }
  | {
      readonly code: 'not-in-force'
      readonly rule: string
      readonly day: PlainDate
      readonly name: string
      /** From when to when its versions hold; null where open. */
      readonly spans: readonly (readonly [PlainDate | null, PlainDate | null])[]
    }

/** The version of a limit that holds for what starts on this day. Refused where no version did. */
export function limitOn(entries: readonly LimitEntry[], id: string, day: PlainDate): Outcome<LimitEntry, FindRefusal> {
  const versions = entries.filter((entry) => entry.id === id)
  const found = versions.find(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  )
  if (found) return done(found)
  const known = versions.at(-1)
  return known
    ? refuse({
        code: 'not-in-force',
        rule: id,
        day,
        name: known.body.name,
        spans: versions.map(({ validFrom, validTo }) => [validFrom, validTo] as const),
      })
    : refuse({ code: 'unknown-limit', rule: id })
}
