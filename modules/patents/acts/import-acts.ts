import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { isPlainDate, type PlainDate } from '#kernel/time'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { addJob } from '#platform/jobs'
import { sources } from '../formats/index.ts'
import { importProcedure } from '../rules/import-procedure.ts'
import { type ImportRow, importFor } from '../store/imports.ts'

const part = '导入'
const id = z.string().max(64)
const subjectOf = (row: { id: string; fileName: string }) => ({ kind: 'import', id: row.id, label: row.fileName })
const plainDay = z
  .string()
  .refine(isPlainDate, '请按 2026-11-22 的格式填写日期')
  .transform((day) => day as PlainDate)

/** 上传并预检: the file is in the store already; a job looks through it without writing anything to the register. */
export const uploadImport = defineAct({
  word: 'patents.import.upload',
  label: '上传并预检',
  part,
  input: z.object({
    fileName: z.string().min(1).max(255),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number().int().positive(),
    sourceDay: plainDay.nullable(),
  }),
  run: async ({ tx, region, actor, now }, input) => {
    const row = { id: uuidv7(), fileName: input.fileName }
    await sql`
      insert into platform.stored_file (digest, size) values (decode(${input.digest}, 'hex'), ${input.size}) on conflict do nothing`.execute(
      tx,
    )
    await sql`
      insert into patents.import (region_code, id, state, file_name, file_digest, file_size, source_day, started_by, started_at)
      values (${region}, ${row.id}, 'checking', ${input.fileName}, decode(${input.digest}, 'hex'), ${input.size}, ${input.sourceDay},
              ${actor.name}, ${now})`.execute(tx)
    await addJob(tx, 'patents.check-import', { region, id: row.id }, `check ${row.id}`)
    return done({
      reply: { id: row.id },
      subject: subjectOf(row),
      sentence: `上传“${input.fileName}”（SHA-256 ${input.digest.slice(0, 16)}…）并预检`,
    })
  },
})

/** 开始导入. Refuses import-unknown, not-in-this-state, source-day-missing, source-day-late, stale. */
export const startImport = defineAct({
  word: 'patents.import.start',
  label: '开始导入',
  part,
  input: z.object({ id, version: z.string(), sourceDay: plainDay.nullable() }),
  run: async (context, input) => {
    const { tx, region, today } = context
    const found = await importFor(context, input.id, 'start')
    const row = found.done ? found : await importFor(context, input.id, 'resume')
    if (!row.done) return row
    // What broke off in its check has no layout, and what broke off in its undoing is to be undone.
    if (row.value.state === 'failed' && row.value.failedIn !== 'reading')
      return refuse({ code: 'not-in-this-state', label: importProcedure.states.failed })
    const looked = await upToDate(context, { kind: 'import', id: input.id }, input.version)
    if (!looked.done) return looked
    const sourceDay = input.sourceDay ?? row.value.sourceDay
    if (sourceDay === null) return refuse({ code: 'source-day-missing' })
    if (sourceDay > today) return refuse({ code: 'source-day-late', today })
    await beginReading(context, row.value, sourceDay)
    await addJob(tx, 'patents.read-import', { region, id: input.id }, `read ${input.id}`)
    return done({
      reply: { id: input.id },
      subject: subjectOf(row.value),
      sentence: `开始导入“${row.value.fileName}”，数据日期${sourceDay}`,
    })
  },
})

async function beginReading({ tx, region }: ActContext, row: ImportRow, sourceDay: PlainDate): Promise<void> {
  const source = row.format === null ? null : sources[row.format]
  await sql`
    update patents.import
    set state = 'reading', source_day = ${sourceDay}, failure = null, failed_in = null,
        rank = ${source?.rank ?? row.rank}, publishable = ${source?.publishable ?? row.publishable}
    where region_code = ${region} and id = ${row.id}`.execute(tx)
}

/** 放弃 before anything was written. Refuses import-unknown, not-in-this-state, stale. */
export const dropImport = defineAct({
  word: 'patents.import.drop',
  label: '放弃导入',
  part,
  input: z.object({ id, version: z.string() }),
  run: async (context, input) => {
    const row = await importFor(context, input.id, 'drop')
    if (!row.done) return row
    const looked = await upToDate(context, { kind: 'import', id: input.id }, input.version)
    if (!looked.done) return looked
    if (row.value.rowsDone > 0) return refuse({ code: 'not-in-this-state', label: '已导入部分数据，请撤销整批导入' })
    await sql`update patents.import set state = 'dropped' where region_code = ${context.region} and id = ${input.id}`.execute(
      context.tx,
    )
    return done({ reply: { id: input.id }, subject: subjectOf(row.value), sentence: `放弃导入“${row.value.fileName}”` })
  },
})

/** 撤销整批导入: its values go, what they had shadowed comes back; the trail keeps both. Refuses import-unknown, not-in-this-state, stale. */
export const undoImport = defineAct({
  word: 'patents.import.undo',
  label: '撤销整批导入',
  part,
  input: z.object({ id, reason: z.string().trim().min(1).max(500), version: z.string() }),
  run: async (context, input) => {
    const row = await importFor(context, input.id, 'undo')
    if (!row.done) return row
    const looked = await upToDate(context, { kind: 'import', id: input.id }, input.version)
    if (!looked.done) return looked
    await sql`
      update patents.import set state = 'undoing', failure = null, failed_in = null
      where region_code = ${context.region} and id = ${input.id}`.execute(context.tx)
    await addJob(context.tx, 'patents.undo-import', { region: context.region, id: input.id }, `undo ${input.id}`)
    return done({
      reply: { id: input.id },
      subject: subjectOf(row.value),
      sentence: `撤销“${row.value.fileName}”的整批导入，原因：${input.reason}`,
    })
  },
})

/** The marks that a job makes at its own start and finish. Done by the product; nobody else is asked. */
export const markImport = defineAct({
  word: 'patents.import.mark',
  label: '记录导入进展',
  part,
  input: z.object({ id, act: z.enum(['check', 'fail', 'finish', 'finish-undo']), failure: z.string().nullable() }),
  run: async (context, input) => {
    const row = await importFor(context, input.id, input.act)
    if (!row.done) return row
    const { tx, region, now } = context
    const to = ({ check: 'checked', fail: 'failed', finish: 'finished', 'finish-undo': 'undone' } as const)[input.act]
    await sql`
      update patents.import
      set state = ${to}, failure = ${input.failure}, failed_in = case when ${to} = 'failed' then state end,
          finished_at = case when ${to} = 'finished' then ${now} else finished_at end,
          undone_at = case when ${to} = 'undone' then ${now} else undone_at end
      where region_code = ${region} and id = ${input.id}`.execute(tx)
    // New applicants' names are learnt behind it, names that only an undone import brought are forgotten; several imports ask once.
    if (input.act === 'finish') await addJob(tx, 'enterprises.learn-names', { region }, `names ${region}`)
    if (input.act === 'finish-undo') await addJob(tx, 'enterprises.forget-names', { region }, `names gone ${region}`)
    await context.announce({ fact: 'import-moved', register: 'patents', id: input.id, state: to })
    const { account } = row.value
    const sums = account
      ? `：读取${account.read}行，新增${account.new}件，变更${account.changed}件，相同${account.same}件，未导入${account.refused}行`
      : ''
    const sentence = {
      check: `“${row.value.fileName}”预检完成`,
      fail: `“${row.value.fileName}”中断：${input.failure ?? ''}`,
      finish: `“${row.value.fileName}”导入完成${sums}`,
      'finish-undo': `“${row.value.fileName}”整批导入已撤销`,
    }[input.act]
    return done({ reply: { id: input.id }, subject: subjectOf(row.value), sentence, facts: { account } })
  },
})

/** 导入 straight from the command line, without an upload's dry run: begun here, gone on with by who called. */
export const beginImport = defineAct({
  word: 'patents.import.begin',
  label: '命令行导入',
  part,
  input: z.object({
    fileName: z.string().min(1).max(255),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number().int().positive(),
    format: z.string(),
    sourceDay: plainDay,
  }),
  run: async ({ tx, region, actor, now }, input) => {
    const row = { id: uuidv7(), fileName: input.fileName }
    const source = sources[input.format as keyof typeof sources]
    await sql`
      insert into platform.stored_file (digest, size) values (decode(${input.digest}, 'hex'), ${input.size}) on conflict do nothing`.execute(
      tx,
    )
    await sql`
      insert into patents.import
        (region_code, id, state, file_name, file_digest, file_size, format, rank, publishable, source_day, started_by, started_at)
      values
        (${region}, ${row.id}, 'reading', ${input.fileName}, decode(${input.digest}, 'hex'), ${input.size}, ${input.format}, ${source.rank},
         ${source.publishable}, ${input.sourceDay}, ${actor.name}, ${now})`.execute(tx)
    return done({
      reply: { id: row.id },
      subject: subjectOf(row),
      sentence: `开始导入“${input.fileName}”，数据日期${input.sourceDay}`,
    })
  },
})
