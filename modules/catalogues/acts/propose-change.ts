import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { type ActContext, defineAct, invalid } from '#platform/acts'
import type { Catalogue } from '../catalogue.ts'
import { ProposeChange } from '../contract.ts'
import { standingEntries, standOf } from '../reads/entries.ts'
import { changeEntry } from '../rules/change.ts'
import { differences } from '../rules/differences.ts'
import type { Entry } from '../rules/entry.ts'
import type { Shelf } from '../shelf.ts'
import { type DraftedChange, saveChange, writeDeed } from '../store/changes.ts'
import { changeFor, part, subjectOf } from './change-for.ts'
import { changeSentence } from './sentences.ts'

const Input = ProposeChange.extend({
  catalogue: z.string().max(40),
  /** A returned change that is proposed anew, as it was looked at. */
  again: z.object({ id: z.string().max(64), version: z.string() }).nullable(),
})

/**
 * 提出目录变更: a new version, a correction or an end, held against the entry as it stands; nothing changes until another
 * person approves. Refuses catalogue-unknown, body-invalid, version-exists, version-unknown, version-was-in-force,
 * begins-after-end, nothing-changed, entries-fixed, stale, and for a returned one not-proposer, not-in-this-state.
 */
export const proposeChangeOn = (shelf: Shelf) =>
  defineAct({
    word: 'catalogues.propose',
    label: '提出目录变更',
    part,
    input: Input,
    run: async (context, input) => {
      const catalogue = shelf.named(input.catalogue)
      if (!catalogue.done) return catalogue
      const again = input.again && (await changeFor(context, 'propose', input.again))
      if (again && !again.done) return again
      const drafted = await draftOf(context, catalogue.value, input)
      if (!drafted.done) return drafted
      const change = { ...drafted.value, id: again?.value.id ?? drafted.value.id }
      if (again && (again.value.catalogue !== change.catalogue || again.value.after.id !== change.after.id)) {
        return refuse({ code: 'entry-unknown' })
      }
      await saveChange(context, change)
      await writeDeed(context, change.id, { act: 'propose', reason: change.reason })
      return done({
        reply: { id: change.id },
        subject: subjectOf(change),
        sentence: `${again ? '修改后重新提出' : '提出'}${changeSentence(catalogue.value, change)}，变更依据：${change.reason}`,
        facts: {
          catalogue: change.catalogue,
          entry: change.after.id,
          kind: change.kind,
          differences: differences(catalogue.value.fields, change.before, change.after),
        },
      })
    },
  })

async function draftOf(
  context: ActContext,
  catalogue: Catalogue,
  input: z.output<typeof Input>,
): Promise<Outcome<DraftedChange, Refusal>> {
  const standing = await standingEntries(context.tx, context.region, catalogue)
  const stand = standOf(standing, input.entry)
  if (stand !== input.version) return refuse({ code: 'stale', changes: [] })
  if (stand === 'none' && catalogue.entriesFixed) return refuse({ code: 'entries-fixed' })
  const body = catalogue.body.safeParse(input.body)
  if (!body.success) {
    const { fields } = invalid(body.error) as { fields: Readonly<Record<string, string>> }
    return refuse({
      code: 'body-invalid',
      fields: Object.fromEntries(Object.entries(fields).map(([at, why]) => [`body.${at}`, why])),
    })
  }
  const asked: Entry = {
    id: input.entry,
    validFrom: input.validFrom === null ? null : plainDate(input.validFrom),
    validTo: input.validTo === null ? null : plainDate(input.validTo),
    body: body.data,
    basis: input.basis,
    certainty: input.certainty,
    source: input.source || null,
  }
  const changed = changeEntry(input.kind, asked, { standing, fields: catalogue.fields, today: context.today })
  if (!changed.done) return changed
  const { before, after } = changed.value
  return done({
    id: uuidv7(),
    catalogue: catalogue.name,
    kind: input.kind,
    title: catalogue.title(after),
    before,
    after,
    reason: input.reason,
    standsOn: stand,
  })
}
