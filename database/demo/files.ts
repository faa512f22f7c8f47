import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlainDate } from '#kernel/time'
import { sourceDays } from './source-days.ts'
import { cnipaTable } from './table-cnipa.ts'
import { eventsTable } from './table-events.ts'
import { googleTable } from './table-google.ts'
import { patsnapTable } from './table-patsnap.ts'
import { paymentsTable } from './table-payments.ts'
import type { DemoTable } from './tables.ts'

/** A file of the demonstration, to be taken in like any other. */
export interface DemoFile {
  readonly path: string
  readonly format: 'cnipa-search' | 'cnipa-cases' | 'patsnap' | 'google'
  /** The day that the import is to be told the file speaks of. */
  readonly sourceDay: PlainDate
}

/**
 * Writes the demonstration prefecture's patents into a folder, as the five files an office would bring: CSV in UTF-8 with a byte
 * order mark. After importing all of them the register holds exactly 2,683 records.
 */
export async function demoFiles(folder: string): Promise<DemoFile[]> {
  await mkdir(folder, { recursive: true })
  const files: readonly (readonly [DemoFile, DemoTable])[] = [
    [
      { path: join(folder, '演示-国家知识产权局检索结果.csv'), format: 'cnipa-search', sourceDay: sourceDays.cnipa },
      cnipaTable(),
    ],
    [{ path: join(folder, '演示-法律状态公告.csv'), format: 'cnipa-search', sourceDay: sourceDays.cnipa }, eventsTable()],
    [{ path: join(folder, '演示-已缴年费.csv'), format: 'cnipa-cases', sourceDay: sourceDays.cnipa }, paymentsTable()],
    [{ path: join(folder, '演示-智慧芽导出.csv'), format: 'patsnap', sourceDay: sourceDays.patsnap }, patsnapTable()],
    [{ path: join(folder, '演示-Google专利检索.csv'), format: 'google', sourceDay: sourceDays.google }, googleTable()],
  ]
  for (const [{ path }, table] of files) await writeFile(path, asCsv(table))
  return files.map(([file]) => file)
}

function asCsv({ preamble, headings, rows }: DemoTable): string {
  const lines = [...preamble, headings, ...rows].map((cells) => cells.map(quoted).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
