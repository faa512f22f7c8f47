import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Catalogue } from '../catalogue.ts'
import type { CatalogueRoutes, EntryLine, FormField, Version } from '../contract.ts'
import { printedFields } from '../rules/differences.ts'
import type { StandingEntry } from '../rules/entry.ts'
import { entryOn, holdsOn, neverHeld } from '../rules/overlay.ts'
import type { Shelf } from '../shelf.ts'
import { changesBy } from '../store/changes.ts'
import { changesFor, type Reader } from './change-wire.ts'
import { entriesOf, standingEntries, standOf } from './entries.ts'

type EntryPage = z.input<CatalogueRoutes['GET /api/catalogues/:name/entries/:entry']['reply']>
type CataloguePage = z.input<CatalogueRoutes['GET /api/catalogues/:name']['reply']>
type Overview = z.input<CatalogueRoutes['GET /api/catalogues']['reply']>

/** 目录一览: each with how many entries it has and how many changes wait. */
export async function catalogueOverview(db: Kysely<unknown>, region: number, shelf: Shelf): Promise<Overview> {
  const waiting = await changesBy(db, region, { state: 'pending' })
  const rows = []
  for (const catalogue of shelf.all) {
    const entries = new Set((await entriesOf(db, region, catalogue)).map((entry) => entry.id))
    const pending = waiting.filter((change) => change.catalogue === catalogue.name).length
    rows.push({ ...cardOf(catalogue), entries: entries.size, pending })
  }
  return { rows }
}

/** A catalogue with a line for each entry, as on a day. */
export async function cataloguePage(
  db: Kysely<unknown>,
  region: number,
  catalogue: Catalogue,
  today: PlainDate,
): Promise<CataloguePage> {
  const waiting = await changesBy(db, region, { catalogue: catalogue.name, state: 'pending' })
  const byId = new Map<string, StandingEntry[]>()
  for (const entry of await entriesOf(db, region, catalogue)) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry])
  // As the shipped list has them; what this office added stands at the end.
  const places = new Map(catalogue.shipped().map((entry, place) => [entry.id, place]))
  const placeOf = (entry: StandingEntry) => places.get(entry.id) ?? places.size
  const lines = [...byId.values()].sort(([a], [b]) => placeOf(a!) - placeOf(b!))
  const rows = lines.map((versions): EntryLine => {
    const entry = lineVersion(versions, today)
    return {
      id: entry.id,
      title: catalogue.title(entry),
      group: catalogue.group?.(entry) ?? null,
      sentence: catalogue.describe(entry),
      basis: entry.basis,
      certainty: entry.certainty,
      validFrom: entry.validFrom,
      validTo: entry.validTo,
      origin: versions.some((one) => one.origin === 'approved') ? 'approved' : 'shipped',
      versions: versions.length,
      pending: waiting.filter((change) => change.after.id === entry.id).length,
    }
  })
  return { ...cardOf(catalogue), fields: fieldsOf(catalogue), rows }
}

/** The version that a list shows: that of today, else the next to come, else the last. */
function lineVersion(versions: readonly StandingEntry[], today: PlainDate): StandingEntry {
  return (
    versions.find((entry) => holdsOn(entry, today)) ??
    versions.find((entry) => entry.validFrom !== null && entry.validFrom > today) ??
    versions.at(-1)!
  )
}

/** One entry with all its versions and changes. Refuses entry-unknown. */
export async function entryPage(
  at: { readonly db: Kysely<unknown>; readonly region: number; readonly shelf: Shelf; readonly today: PlainDate },
  reader: Reader,
  catalogue: Catalogue,
  id: string,
): Promise<Outcome<EntryPage, { code: 'entry-unknown' }>> {
  const { db, region, shelf, today } = at
  const standing = await standingEntries(db, region, catalogue)
  const held = await entriesOf(db, region, catalogue)
  const own = standing.filter((entry) => entry.id === id)
  const changes = await changesFor(db, region, shelf, reader, { catalogue: catalogue.name, entry: id })
  if (own.length === 0) return refuse({ code: 'entry-unknown' })
  const now = entryOn(held, id, today)
  const shown = lineVersion(own, today)
  return done({
    ...cardOf(catalogue),
    fields: fieldsOf(catalogue),
    entry: id,
    title: catalogue.title(shown),
    group: catalogue.group?.(shown) ?? null,
    version: standOf(standing, id),
    inForce: now && { validFrom: now.validFrom },
    versions: own
      .map((entry) =>
        versionOf(catalogue, entry, held.find((one) => one.id === id && one.validFrom === entry.validFrom) ?? entry),
      )
      .reverse(),
    changes,
  })
}

function versionOf(catalogue: Catalogue, written: StandingEntry, entry: StandingEntry): Version {
  return {
    id: entry.id,
    validFrom: entry.validFrom,
    validTo: entry.validTo,
    body: entry.body,
    basis: entry.basis,
    certainty: entry.certainty,
    source: entry.source,
    title: catalogue.title(entry),
    sentence: catalogue.describe(entry),
    origin: entry.origin,
    writtenTo: written.validTo,
    neverHeld: neverHeld(entry),
    printed: printedFields(catalogue.fields, entry.body).map(([label, lines]) => ({ label, lines: [...lines] })),
  }
}

const cardOf = ({ name, label, about, entriesFixed }: Catalogue) => ({ name, label, about, mayGrow: !entriesFixed })
const fieldsOf = (catalogue: Catalogue) => catalogue.fields as unknown as FormField[]
