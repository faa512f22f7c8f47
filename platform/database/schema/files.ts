import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { SchemaText } from './describe.ts'
import { inOrder } from './order.ts'

/** The schema as it is now (现行结构), one file per PostgreSQL schema. */
export const SCHEMA_FILES = fileURLToPath(new URL('../../../database/schema', import.meta.url))

/** The text of a file: where it comes from, what it needs, what it makes. */
export function fileText({ name, needs, sql }: SchemaText): string {
  const head = `-- ${name}, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.\n`
  const after = needs.length > 0 ? `-- after: ${needs.join(', ')}\n` : ''
  return `${head}${after}\n${sql}`
}

/** Writes the files anew and removes those of schemas that are gone. */
export function writeSchemaFiles(texts: readonly SchemaText[], directory = SCHEMA_FILES): void {
  mkdirSync(directory, { recursive: true })
  const names = new Set(texts.map(({ name }) => `${name}.sql`))
  for (const name of sqlFiles(directory)) if (!names.has(name)) rmSync(join(directory, name))
  for (const text of texts) writeFileSync(join(directory, `${text.name}.sql`), fileText(text))
}

/** The files as they lie there, in an order in which they can be executed. */
export function readSchemaFiles(directory = SCHEMA_FILES): { name: string; text: string }[] {
  const files = sqlFiles(directory).map((file) => ({
    name: file.replace(/\.sql$/, ''),
    text: readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n'),
  }))
  return inOrder(
    files,
    ({ name }) => name,
    ({ text }) => /^-- after: (.*)$/m.exec(text)?.[1]?.split(', ') ?? [],
  ).sorted
}

/** Makes the product's tables in an empty database, straight from the files. */
export async function executeSchemaFiles(client: pg.ClientBase, directory = SCHEMA_FILES): Promise<void> {
  await client.query('begin; set local check_function_bodies = off')
  for (const { text } of readSchemaFiles(directory)) await client.query(text)
  await client.query('commit')
}

function sqlFiles(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory).filter((name) => name.endsWith('.sql'))
}
