import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { addDays, type PlainDate } from '#kernel/time'
import { differences } from './differences.ts'
import type { Entry } from './entry.ts'
import type { Field } from './field.ts'
import { entryOn, holding, layOver } from './overlay.ts'

export type Kind = 'add' | 'correct' | 'end'

export type ChangeRefusal =
  | (Refusal & { readonly code: 'version-exists'; readonly from: PlainDate })
  | (Refusal & { readonly code: 'version-unknown' | 'version-was-in-force' | 'nothing-changed' })
  | (Refusal & { readonly code: 'begins-after-end'; readonly from: PlainDate })

/** What a change makes of an entry: the version as it will stand, and the one it is held against. */
export interface Changed {
  readonly before: Entry | null
  readonly after: Entry
}

/**
 * Whether a version may be changed so. A version that was in force is never removed: it is ended on a day, reads otherwise
 * from its own first day on (订正), or gives way to a later version. One that has not begun may be ended on the day before its
 * first, and then never holds.
 */
export function changeEntry(
  kind: Kind,
  asked: Entry,
  { standing, fields, today }: { standing: readonly Entry[]; fields: readonly Field[]; today: PlainDate },
): Outcome<Changed, ChangeRefusal> {
  if (kind !== 'end' && asked.validFrom !== null && asked.validTo !== null && asked.validTo < asked.validFrom) {
    return refuse({ code: 'begins-after-end', from: asked.validFrom })
  }
  const own = standing.filter((entry) => entry.id === asked.id)
  const version = own.find((entry) => entry.validFrom === asked.validFrom)
  if (kind === 'add') {
    if (asked.validFrom === null) return refuse({ code: 'version-unknown' })
    if (version) return refuse({ code: 'version-exists', from: asked.validFrom })
    return done({ before: entryOn(holding(layOver(own, [])), asked.id, asked.validFrom), after: asked })
  }
  if (!version) return refuse({ code: 'version-unknown' })
  if (kind === 'end') {
    if (asked.validTo === null) return refuse({ code: 'version-unknown' })
    const begun = version.validFrom === null || version.validFrom <= today
    const first = version.validFrom ?? asked.validTo
    if (asked.validTo < (begun ? first : addDays(first, -1))) return refuse({ code: 'version-was-in-force' })
    const after = { ...version, validTo: asked.validTo }
    return version.validTo === asked.validTo ? refuse({ code: 'nothing-changed' }) : done({ before: version, after })
  }
  const after = { ...asked, validTo: version.validTo }
  return differences(fields, version, after).length === 0 ? refuse({ code: 'nothing-changed' }) : done({ before: version, after })
}
