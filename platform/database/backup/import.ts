import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { type Connection, connect } from '../launcher/connect.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { type OnStep, steps } from '../words.ts'
import type { ExportedTable, Manifest } from './manifest.ts'
import { migrationsOf, movingTables, settle } from './tables.ts'
import { verifyBackup } from './verify.ts'

/**
 * Takes a logical export into a database that has run the same migrations and holds no rows yet (逻辑导入). All or
 * nothing: one transaction. The folders saved along are the caller's to put in place.
 * @returns refusals: not-a-backup, backup-of-other-kind, backup-damaged, import-other-schema, import-over-rows
 */
export async function importDatabase(
  directory: string,
  owner: Connection,
  { onStep = () => {} }: { onStep?: OnStep } = {},
): Promise<Outcome<Manifest, DatabaseRefusal>> {
  onStep(steps.verify)
  const verified = await verifyBackup(directory)
  if (!verified.done) return verified
  const manifest = verified.value
  if (manifest.kind !== 'logical') return refuse({ code: 'backup-of-other-kind', path: directory, kind: manifest.kind })
  const client = await connect(owner, 'zhizhou import')
  try {
    await settle(client)
    const fit = await refuseUnfit(client, manifest)
    if (!fit.done) return fit
    await client.query('begin')
    await fill(client, directory, manifest, onStep)
    await client.query('commit')
    await client.query('analyze')
    return done(manifest)
  } finally {
    await client.end()
  }
}

async function refuseUnfit(client: pg.Client, manifest: Manifest): Promise<Outcome<void, DatabaseRefusal>> {
  const said = ({ name, checksum }: { name: string; checksum: string }) => `${name} ${checksum}`
  const there = new Map((manifest.migrations ?? []).map((migration) => [said(migration), migration.name]))
  const here = new Map((await migrationsOf(client)).map((migration) => [said(migration), migration.name]))
  const onlyHere = [...here].filter(([key]) => !there.has(key)).map(([, name]) => name)
  const onlyThere = [...there].filter(([key]) => !here.has(key)).map(([, name]) => name)
  if (onlyHere.length + onlyThere.length > 0) return refuse({ code: 'import-other-schema', here: onlyHere, there: onlyThere })
  for (const { name } of await movingTables(client)) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount) return refuse({ code: 'import-over-rows', table: name })
  }
  return done(undefined)
}

async function fill(client: pg.Client, directory: string, manifest: Manifest, onStep: OnStep) {
  const indexes = await takeIndexes(client)
  for (const table of manifest.tables ?? []) {
    onStep(steps.importTable(table.name))
    await fillTable(client, directory, table)
  }
  for (const { name, value } of manifest.sequences ?? []) await client.query('select setval($1::regclass, $2)', [name, value])
  onStep(steps.buildIndexes)
  await client.query(`select set_config('maintenance_work_mem', '512MB', true)`)
  for (const statement of indexes) await client.query(statement)
  const { rows } = await client.query(`select format('%I.%I', schemaname, matviewname) as name from pg_matviews`)
  for (const { name } of rows) await client.query(`refresh materialized view ${name}`)
}

async function fillTable(client: pg.Client, directory: string, { name, columns, rows, file }: ExportedTable) {
  const target = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  await pipeline(createReadStream(join(directory, file)), createZstdDecompress(), target)
  if (target.rowCount !== rows) throw new Error(`${name}: ${target.rowCount} rows came in, ${rows} were expected`)
}

/** Rows go in much faster without the indexes that hold nothing together; answers the statements that bring them back. */
async function takeIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string; comment: string | null }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition,
       'comment on index ' || x.indexrelid::regclass || ' is ' || quote_literal(obj_description(x.indexrelid, 'pg_class')) as comment
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')
       and not x.indisunique and not x.indisclustered
       and not exists (select from pg_inherits i where i.inhrelid = x.indexrelid)
     order by 1`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.flatMap(({ definition, comment }) => (comment === null ? [definition] : [definition, comment]))
}
