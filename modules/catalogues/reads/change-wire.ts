import type { Kysely } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import { sentenceOf } from '#platform/http'
import type { Catalogue } from '../catalogue.ts'
import type { Change, NextAct } from '../contract.ts'
import { changeProcedure } from '../rules/change-procedure.ts'
import { differences } from '../rules/differences.ts'
import type { Shelf } from '../shelf.ts'
import { type ChangeRow, type ChangesAsked, changesBy } from '../store/changes.ts'
import { changeVersions } from '../store/versions.ts'
import { catalogueWords } from '../words.ts'
import { allowed } from './allowed.ts'

/** Who reads, and on what day: the buttons and what a change touches depend on it. */
export interface Reader {
  readonly id: string
  readonly today: PlainDate
}

/** Changes as their pages show them, the latest proposed first. */
export async function changesFor(
  db: Kysely<unknown>,
  region: number,
  shelf: Shelf,
  reader: Reader,
  asked: ChangesAsked,
): Promise<Change[]> {
  const rows = await changesBy(db, region, asked)
  const versions = await changeVersions(
    db,
    region,
    rows.map((row) => row.id),
  )
  const wired: Change[] = []
  for (const row of rows) {
    const catalogue = shelf.named(row.catalogue)
    if (catalogue.done) wired.push(await wireOf(db, region, catalogue.value, reader, row, versions.get(row.id) ?? 0))
  }
  return wired
}

export async function changeFor(
  db: Kysely<unknown>,
  region: number,
  shelf: Shelf,
  reader: Reader,
  id: string,
): Promise<Outcome<Change, { code: 'change-unknown' }>> {
  const [change] = await changesFor(db, region, shelf, reader, { id })
  return change ? done(change) : refuse({ code: 'change-unknown' })
}

async function wireOf(
  db: Kysely<unknown>,
  region: number,
  catalogue: Catalogue,
  reader: Reader,
  row: ChangeRow,
  version: number,
): Promise<Change> {
  const { before, after } = row
  return {
    id: row.id,
    version: String(version),
    catalogue: catalogue.name,
    catalogueLabel: catalogue.label,
    entry: after.id,
    title: row.title,
    kind: row.kind,
    state: row.state,
    stateLabel: changeProcedure.states[row.state],
    reason: row.reason,
    after,
    holdsFrom: after.validFrom,
    beforeSentence: before && catalogue.describe(before),
    afterSentence: catalogue.describe(after),
    differences: differences(catalogue.fields, before, after).map(({ label, before: was, after: is }) => ({
      label,
      before: [...was],
      after: [...is],
    })),
    touches: [
      ...((await catalogue.touches?.(db, region, before, after, {
        id: row.id,
        inForce: row.state === 'in-force',
        today: reader.today,
      })) ?? []),
    ],
    deeds: row.deeds.map((deed) => ({
      act: deed.act,
      label: changeProcedure.acts[deed.act].label,
      by: deed.byName,
      at: deed.at.toISOString(),
      reason: deed.reason,
      signedBy: deed.signedBy,
      signedOn: deed.signedOn,
      scan: deed.scan,
    })),
    next: nextOf(row, reader),
  }
}

/** The buttons of the state in the procedure's order, and why one is grey for this reader. */
function nextOf(row: ChangeRow, reader: Reader): NextAct[] {
  return changeProcedure.actsByState[row.state].map((act) => {
    const outcome = allowed(row, act, reader.id)
    return {
      act,
      label: changeProcedure.acts[act].label,
      sentence: outcome.done ? null : sentenceOf(outcome.refusal, catalogueWords as never),
    }
  })
}
