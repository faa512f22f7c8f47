import type pg from 'pg'
import { type AttachedRow, type Catalogue, type RelationRow, readCatalogue, type SchemaRow, type TypeRow } from './catalogue.ts'
import { inOrder } from './order.ts'
import { commentOn, tableText } from './table-text.ts'

/** One PostgreSQL schema as executable SQL, and the schemas that must be made before it. */
export interface SchemaText {
  readonly name: string
  readonly needs: readonly string[]
  readonly sql: string
}

/**
 * Writes the product's part of a database as canonical SQL: the same tables always give the same text, and the text,
 * executed on an empty database, gives the same tables. One text per PostgreSQL schema, in an order in which they can
 * be executed.
 */
export async function describeSchema(client: pg.ClientBase): Promise<SchemaText[]> {
  const catalogue = await readCatalogue(client)
  const texts = catalogue.schemas.map((schema) => ({
    name: schema.name,
    needs: schema.needs,
    sql: schemaText(catalogue, schema),
  }))
  return inOrder(
    texts,
    ({ name }) => name,
    ({ needs }) => needs,
  ).sorted
}

function schemaText(catalogue: Catalogue, schema: SchemaRow): string {
  const mine = <Row extends { schema: string }>(rows: readonly Row[]) => rows.filter((row) => row.schema === schema.name)
  const relations = mine(catalogue.relations)
  const tables = relations.filter(({ kind }) => kind === 'r' || kind === 'p')
  const keysOf = (table: RelationRow) =>
    catalogue.constraints.filter((c) => c.relation === table.oid && c.kind === 'f').map((c) => c.target)
  const { sorted, late } = inOrder(
    tables,
    ({ oid }) => oid,
    (table) => [...table.needs, ...keysOf(table)],
  )
  const grants = mine(catalogue.grants)
  const statements = [
    `CREATE SCHEMA ${schema.name};`,
    ...commentOn(`SCHEMA ${schema.name}`, schema.comment),
    ...grants
      .filter(({ relation }) => relation === null)
      .filter(({ statement }) => statement.includes(' ON SCHEMA '))
      .map(ended),
  ]
  const parts = [
    statements.join('\n'),
    ...mine(catalogue.types).map(typeText),
    ...relations.filter(({ kind }) => kind === 'S').map((sequence) => sequenceText(catalogue, sequence)),
    ...mine(catalogue.functions).map((routine) =>
      [`${routine.definition};`, ...commentOn(routine.label, routine.comment)].join('\n'),
    ),
    ...sorted.map((table) => tableText(catalogue, table, (target) => !late.has(`${table.oid} ${target}`))),
    ...lateKeys(catalogue, tables, late),
    ...catalogue.sequences.flatMap(({ relation, ownedBy }) => {
      const sequence = relations.find(({ oid }) => oid === relation)
      return sequence && ownedBy ? [`ALTER SEQUENCE ${schema.name}.${sequence.name} OWNED BY ${ownedBy};`] : []
    }),
    ...viewsInOrder(relations).map((view) => viewText(catalogue, view)),
    ...grants.filter(({ relation, statement }) => relation === null && !statement.includes(' ON SCHEMA ')).map(ended),
  ]
  return `${parts.join('\n\n')}\n`
}

const ended = ({ statement }: { statement: string }) => `${statement};`

function typeText(type: TypeRow): string {
  const name = `${type.schema}.${type.name}`
  const made = {
    e: () => `CREATE TYPE ${name} AS ENUM (\n  ${type.labels?.join(',\n  ')}\n);`,
    c: () => `CREATE TYPE ${name} AS (\n  ${type.fields?.join(',\n  ')}\n);`,
    d: () => `CREATE DOMAIN ${name} AS ${[type.base, ...(type.checks ?? [])].join('\n  ')};`,
  }
  return [made[type.kind](), ...commentOn(`${type.kind === 'd' ? 'DOMAIN' : 'TYPE'} ${name}`, type.comment)].join('\n')
}

function sequenceText(catalogue: Catalogue, sequence: RelationRow): string {
  const made = catalogue.sequences.find(({ relation }) => relation === sequence.oid)?.definition
  const grants = catalogue.grants.filter(({ relation }) => relation === sequence.oid).map(ended)
  return [`${made};`, ...commentOn(`SEQUENCE ${sequence.schema}.${sequence.name}`, sequence.comment), ...grants].join('\n')
}

/** Keys that close a circle are added when all tables stand. */
function lateKeys(catalogue: Catalogue, tables: readonly RelationRow[], late: ReadonlySet<string>): string[] {
  return catalogue.constraints
    .filter(({ relation, target, kind }) => kind === 'f' && late.has(`${relation} ${target}`))
    .map(({ relation, name, definition }) => {
      const table = tables.find(({ oid }) => oid === relation)
      return `ALTER TABLE ${table?.schema}.${table?.name}\n  ADD CONSTRAINT ${name} ${definition};`
    })
}

function viewsInOrder(relations: readonly RelationRow[]): RelationRow[] {
  const views = relations.filter(({ kind }) => kind === 'v' || kind === 'm')
  return inOrder(
    views,
    ({ oid }) => oid,
    ({ needs }) => needs,
  ).sorted
}

function viewText(catalogue: Catalogue, view: RelationRow): string {
  const name = `${view.schema}.${view.name}`
  const kind = view.kind === 'm' ? 'MATERIALIZED VIEW' : 'VIEW'
  const options = view.options ? ` WITH (${view.options.join(', ')})` : ''
  const attached: AttachedRow[] = catalogue.attached.filter(({ relation }) => relation === view.oid)
  const columns = catalogue.columns.filter(({ relation }) => relation === view.oid)
  return [
    `CREATE ${kind} ${name}${options} AS\n${view.definition}`,
    ...commentOn(`${kind} ${name}`, view.comment),
    ...columns.flatMap((column) => commentOn(`COLUMN ${name}.${column.name}`, column.comment)),
    ...attached.flatMap(({ definition, label, comment }) => [`${definition};`, ...commentOn(label, comment)]),
    ...catalogue.grants.filter(({ relation }) => relation === view.oid).map(ended),
  ].join('\n')
}
