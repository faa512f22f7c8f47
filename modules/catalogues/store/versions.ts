import { type Kysely, sql } from 'kysely'
import type { ActContext } from '#platform/acts'
import type { Approved } from '../rules/overlay.ts'

/** How many changes of a catalogue were approved: one row by its key, cheap enough to ask before every read. */
export async function catalogueVersion(db: Kysely<unknown>, region: number, catalogue: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from catalogues.version where region_code = ${region} and catalogue = ${catalogue}`.execute(db)
  return rows[0]?.version ?? 0
}

/** Keeps others from approving a change of this catalogue until the act is over. */
export async function lockCatalogue({ tx, region }: ActContext, catalogue: string): Promise<void> {
  await sql`
    insert into catalogues.version (region_code, catalogue, version)
    values (${region}, ${catalogue}, 0)
    on conflict (region_code, catalogue) do update set version = catalogues.version.version`.execute(tx)
}

/** A pending change is in force from here on, as the latest of its catalogue. */
export async function putInForce({ tx, region }: ActContext, catalogue: string, id: string): Promise<void> {
  await sql`
    with counted as (
      update catalogues.version set version = version + 1
      where region_code = ${region} and catalogue = ${catalogue}
      returning version
    )
    update catalogues.change
    set state = 'in-force', approved_version = (select version from counted)
    where region_code = ${region} and id = ${id}`.execute(tx)
}

/** The approved changes of a catalogue, bodies as they were written. */
export async function approvedChanges(db: Kysely<unknown>, region: number, catalogue: string): Promise<Approved[]> {
  const { rows } = await sql<Approved>`
    select entry_id as id, valid_from as "validFrom", valid_to as "validTo", body, basis, certainty, source, id as change,
           approved_version as version
    from catalogues.change
    where region_code = ${region} and catalogue = ${catalogue} and state = 'in-force'
    order by approved_version`.execute(db)
  return rows
}

/** The kinds of scan that may be kept. */
export type ScanKind = 'pdf' | 'jpeg' | 'png'

export async function saveScan(
  { tx, region, now }: ActContext,
  scan: { readonly digest: string; readonly size: number; readonly fileName: string; readonly kind: ScanKind },
): Promise<void> {
  await sql`
    insert into platform.stored_file (digest, size) values (decode(${scan.digest}, 'hex'), ${scan.size})
    on conflict do nothing`.execute(tx)
  await sql`
    insert into catalogues.scan (region_code, digest, file_name, kind, kept_at)
    values (${region}, ${scan.digest}, ${scan.fileName}, ${scan.kind}, ${now})
    on conflict do nothing`.execute(tx)
}

export async function scanBy(
  db: Kysely<unknown>,
  region: number,
  digest: string,
): Promise<{ readonly fileName: string; readonly kind: ScanKind } | null> {
  const { rows } = await sql<{ fileName: string; kind: ScanKind }>`
    select file_name as "fileName", kind from catalogues.scan where region_code = ${region} and digest = ${digest}`.execute(db)
  return rows[0] ?? null
}

/** The place of each change's last entry in the trail: what its author looked at. */
export async function changeVersions(
  db: Kysely<unknown>,
  region: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select subject_id as id, max(n) as n
    from trail.entry
    where region_code = ${region} and subject_kind = 'catalogue-change' and subject_id = any(${ids as string[]})
    group by subject_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, Number(n)]))
}
