import type pg from 'pg'
import { describeSchema } from './describe.ts'
import { fileText, readSchemaFiles, SCHEMA_FILES } from './files.ts'

/** The PostgreSQL schemas in which a database differs from database/schema: changed by hand, missing, or unknown. */
export async function schemaDrift(client: pg.ClientBase, directory = SCHEMA_FILES): Promise<string[]> {
  const here = new Map((await describeSchema(client)).map((text) => [text.name, fileText(text)]))
  const written = new Map(readSchemaFiles(directory).map(({ name, text }) => [name, text]))
  const names = new Set([...here.keys(), ...written.keys()])
  return [...names].filter((name) => here.get(name) !== written.get(name)).sort()
}
