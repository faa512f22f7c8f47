import type { AnnuityNote } from '../../contract.ts'
import type { PatentFields } from '../../rules/fields.ts'
import { linesOf } from '../../rules/printed.ts'
import { readStatusWord } from '../../rules/status-words.ts'
import type { LoadedRecord } from './load-record.ts'
import type { SourceOf } from './sources.ts'

type Kind = AnnuityNote['kind']

/** What a decision's subject notes; null where it is a decision of another kind. */
export function noteKind(subject: string): Kind | null {
  const head = subject.replace(/:.*$/, '')
  return head === 'payment' || head === 'reduction' || head === 'open-licence' || head === 'restoration' ? head : null
}

/** What an observation says of one kind, a line each. */
function linesOfKind(kind: Kind, fields: PatentFields): string[] {
  if (kind === 'payment') return linesOf('payments', fields.payments)
  if (kind === 'reduction') return linesOf('reductions', fields.reductions)
  if (kind === 'open-licence') return linesOf('openLicences', fields.openLicences)
  return linesOf(
    'events',
    (fields.events ?? []).filter(({ word }) => readStatusWord(word) === 'restored'),
  )
}

export const noteLine = (kind: Kind, fields: PatentFields): string => linesOfKind(kind, fields).join('；')

const kinds: readonly Kind[] = ['payment', 'reduction', 'open-licence', 'restoration']

/** Payments, reductions, open licences and restorations that anybody told, the latest first, each with its source. */
export function notesOf(record: LoadedRecord, sourceOf: SourceOf): AnnuityNote[] {
  return kinds.flatMap((kind) =>
    record.observations
      .flatMap((one) => {
        const decision = record.decisions.get(one.id)
        const note = decision && noteKind(decision.subject) === kind ? decision : null
        return linesOfKind(kind, one.fields).map((line) => ({
          kind,
          line,
          source: sourceOf(one),
          note: note && { id: note.id, reason: note.reason, by: note.by, at: note.at.toISOString() },
        }))
      })
      .sort((a, b) => (a.line < b.line ? 1 : -1)),
  )
}
