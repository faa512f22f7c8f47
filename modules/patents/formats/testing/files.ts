import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { PatentFile, ReadRow } from '../patent-file.ts'
import { readPatentFile } from '../read-file.ts'

const folders: string[] = []

async function place(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhou-format-'))
  folders.push(folder)
  return join(folder, name)
}

export async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = await place(name)
  await writeFile(path, content)
  return path
}

export async function aZip(files: Readonly<Record<string, string | Uint8Array>>, name = '演示.zip'): Promise<string> {
  const path = await place(name)
  const zip = new yazl.ZipFile()
  for (const [entry, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), entry)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

/** A table as CSV. */
export function csv(rows: readonly (readonly string[])[], separator = ','): string {
  const cell = (text: string) => (/[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join(separator)).join('\r\n')
}

export async function removeFiles(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

type Account = Omit<PatentFile, 'rows' | 'close' | 'headings' | 'matched'> & { rows: ReadRow[] }

/** The whole account of a file that is understood. */
export async function account(path: string, name?: string): Promise<Account> {
  const read = await readPatentFile(path, name === undefined ? {} : { name })
  if (!read.done) throw new Error(`refused: ${JSON.stringify(read.refusal)}`)
  const { rows, close: _close, headings: _headings, matched: _matched, ...rest } = read.value
  return { ...rest, rows: await Array.fromAsync(rows) }
}

/** Why a file is refused as a whole. */
export async function refusalOf(path: string, name?: string): Promise<unknown> {
  const read = await readPatentFile(path, name === undefined ? {} : { name })
  if (read.done) {
    await read.value.close()
    throw new Error(`read as ${read.value.format}`)
  }
  return read.refusal
}
