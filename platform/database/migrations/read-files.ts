import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One migration file (结构文件). */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text with plain line ends, so that a checkout on Windows is the same file. */
  readonly checksum: string
  /** Headed `-- outside transaction`: for what PostgreSQL refuses inside one, such as CREATE INDEX CONCURRENTLY. */
  readonly outsideTransaction: boolean
}

/** The product's own migrations. */
export const MIGRATIONS = fileURLToPath(new URL('../../../database/migrations', import.meta.url))

/** Reads the .sql files of a directory in the order of their names. */
export function readMigrations(directory: string = MIGRATIONS): Migration[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n')
    const checksum = createHash('sha256').update(sql).digest('hex')
    return { name, sql, checksum, outsideTransaction: /^-- outside transaction\b/.test(sql) }
  })
}

/** One text for all of them together: whoever has the same has the same schema. */
export function checksumOf(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex')
}

/** The statements of a file that runs outside a transaction; there each ends with a semicolon at the end of a line. */
export function statementsOf(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--.*$/gm, '').trim() !== '')
}
