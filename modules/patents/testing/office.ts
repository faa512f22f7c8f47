import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { plainDate } from '#kernel/time'
import { permitBy } from '#modules/identity'
import { aRunner } from '#platform/acts'
import { aClock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { folderStore } from '#platform/files'
import { beginImport, undoImport } from '../acts/import-acts.ts'
import { sources } from '../formats/index.ts'
import { checkFile, type ImportWires, runImport, runUndo } from '../jobs/index.ts'
import { openPatentFile } from '../jobs/walk-file.ts'
import { type ImportRow, importBy } from '../store/imports.ts'

export const region = 622900
export const clerk = { id: 'os:tester', name: '测试员', via: 'command-line' } as const

/** An office with a database of its own, and the deeds of its import desk. */
export async function anOffice(day = '2020-08-25') {
  const database = await aDatabase<unknown>()
  const folder = mkdtempSync(join(tmpdir(), 'zhizhou-office-'))
  const clock = aClock(plainDate(day))
  const runner = aRunner({ kysely: database.app.kysely, key: Buffer.alloc(32, 7), clock, permit: permitBy({}) })
  const files = folderStore(folder)
  const wires: ImportWires = { wire: database.app, runner, files, clock }
  const request = () => ({ region, actor: clerk, idempotencyKey: uuidv7() })

  /** Imports a file as the command line does. */
  const take = async (path: string, sourceDay = '2020-08-25'): Promise<ImportRow> => {
    const stored = await files.put(createReadStream(path), 1e9)
    if (!stored.done) throw new Error(stored.refusal.code)
    const opened = await openPatentFile(files.path(stored.value.digest), basename(path))
    if (!opened.done) throw new Error(opened.refusal.sentence)
    await opened.value.close()
    const begun = await runner.run(beginImport, request(), {
      fileName: basename(path),
      ...stored.value,
      format: opened.value.format,
      sourceDay,
    })
    if (!begun.done) throw new Error(begun.refusal.code)
    await runImport(wires, region, begun.value.id)
    return row(begun.value.id)
  }
  const row = async (id: string): Promise<ImportRow> => {
    const found = await importBy(database.app.kysely, region, id)
    if (!found.done) throw new Error(found.refusal.code)
    return found.value
  }
  return {
    database,
    wires,
    runner,
    request,
    take,
    row,
    check: (path: string) => checkFile(wires, region, { path, name: basename(path) }),
    undo: async (id: string) => {
      const begun = await runner.run(undoImport, request(), {
        id,
        reason: '演示：导错文件',
        version: String((await row(id)).version),
      })
      if (!begun.done) throw new Error(begun.refusal.code)
      await runUndo(wires, region, id)
      return row(id)
    },
    /** The whole register as it stands, without ids, in a fixed order. */
    register: async (table = 'patents.record'): Promise<unknown[]> => {
      const { rows } = await database.owner.pool.query<{ r: Record<string, unknown> }>(
        `select to_jsonb(r) - 'id' as r from ${table} r order by application_number, publication_number, title, r::text`,
      )
      return rows.map((one) => JSON.stringify(one.r)).sort()
    },
    sources,
    folder,
    close: async () => {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
