import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { readPlainDate } from '#kernel/time'
import { type Account, checkFile, importBy, importClassTitles, importFile, runUndo, undoImport } from '#modules/patents'
import type { Actor } from '#platform/acts'
import type { Product } from '../product.ts'
import { answer, BadArguments, inPlace, remark, type Voice } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

interface ImportOptions extends CommonOptions {
  readonly dryRun: boolean
  readonly sourceDay?: string
}

/** `import patents FILE…`: one file → its account, several → an array of them, `{ refusal }` in the place of a refused one. */
export async function importPatents(files: readonly string[], options: ImportOptions): Promise<void> {
  for (const file of files) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new BadArguments(`没有找到文件“${file}”。`)
  }
  const day = options.sourceDay === undefined ? null : readPlainDate(options.sourceDay)
  if (options.sourceDay !== undefined && day === null) throw new BadArguments('数据日期请按 2026-11-22 的格式填写。')
  await withProduct(options, async (product, actor) => {
    const told: object[] = []
    for (const file of files) {
      const taken = options.dryRun
        ? await dryRun(product, file)
        : await take(product, actor, file, day ?? product.clock.today(), options)
      if (taken.done) told.push(taken.value)
      else if (files.length === 1) return taken
      else {
        // Each file is an import of its own: what went in before or goes in after is told all the same.
        const refusal = await inPlace(taken.refusal)
        process.exitCode = 1
        told.push({ refusal })
        if (!options.json) remark(`${basename(file)}：${refusal.sentence}`)
      }
      if (taken.done && !options.json) answer(options, null, [inWords(basename(file), taken.value)])
    }
    if (options.json) answer(options, told.length === 1 ? told[0] : told, [])
    return undefined
  })
}

async function dryRun(product: Product, file: string): Promise<Outcome<Account & { importId: null }, Refusal>> {
  const checked = await checkFile(product, product.region, { path: resolve(file), name: basename(file) })
  if (checked.account === null) return refuse({ code: 'unreadable', sentence: checked.failure } as Refusal)
  return done({ ...checked.account, importId: null })
}

async function take(
  product: Product,
  actor: Actor,
  file: string,
  sourceDay: string,
  voice: Voice,
): Promise<Outcome<Account & { importId: string }, Refusal>> {
  const stored = await product.files.put(createReadStream(file), 16 * 1024 ** 3)
  if (!stored.done) return stored
  let told = performance.now()
  const onProgress = (rows: number) => {
    if (voice.json || performance.now() - told < 1000) return
    told = performance.now()
    remark(`已导入${rows}行……`)
  }
  const taken = await importFile(
    { ...product, onProgress },
    { region: product.region, actor },
    { ...stored.value, name: basename(file), sourceDay: sourceDay as never },
  )
  return taken.done ? done({ ...taken.value.account!, importId: taken.value.id }) : taken
}

function inWords(name: string, account: Account & { importId: string | null }): string {
  const lines = [
    `${name}：读取${account.read}行，新增${account.new}件，变更${account.changed}件，相同${account.same}件，未导入${account.refused}行。`,
  ]
  if (account.unknownHeadings.length > 0) lines.push(`  未识别的列：${account.unknownHeadings.join('、')}`)
  if (account.missingHeadings.length > 0) lines.push(`  缺少的列：${account.missingHeadings.join('、')}`)
  if (account.lost)
    lines.push(
      `  提示：文件中有${account.lost.characters}个字符已损坏（显示为“\ufffd”），涉及${account.lost.rows}行；号码以外的照样导入，可以重新导出后再导入。`,
    )
  for (const { row, reason } of account.refusedRows.slice(0, 20)) lines.push(`  第${row}行：${reason}`)
  lines.push(account.importId === null ? '  以上为预检结果，没有写入台账。' : `  导入编号：${account.importId}`)
  return lines.join('\n')
}

/** `undo-import ID --reason …`. */
export async function undoImported(id: string, options: CommonOptions & { readonly reason: string }): Promise<void> {
  await withProduct(options, async (product, actor) => {
    const row = await importBy(product.wire.kysely, product.region, id)
    if (!row.done) return row
    const begun = await product.runner.run(
      undoImport,
      { region: product.region, actor, idempotencyKey: uuidv7() },
      { id, reason: options.reason, version: String(row.value.version) },
    )
    if (!begun.done) return begun
    await runUndo(product, product.region, id)
    answer(options, { importId: id, undone: true }, [`“${row.value.fileName}”的整批导入已撤销。`])
    return undefined
  })
}

/** `import reference FILE`: Chinese titles of IPC codes, the whole file or nothing of it. Refuses what is no such table. */
export async function importReference(file: string, options: CommonOptions): Promise<void> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new BadArguments(`没有找到文件“${file}”。`)
  const digest = await digestOfFile(file)
  await withProduct(options, async (product, actor) => {
    const ran = await product.runner.run(
      importClassTitles,
      { region: product.region, actor, idempotencyKey: uuidv7() },
      { path: resolve(file), fileName: basename(file), digest },
    )
    if (!ran.done) return ran
    answer(options, { titles: ran.value.titles }, [`已导入${ran.value.titles}条分类名称。`])
    return undefined
  })
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex')
}
