import { cpSync, existsSync, statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { done, type Outcome, type Refusal } from '#kernel/outcome'
import {
  backUp,
  connect,
  exportDatabase,
  importDatabase,
  migrate,
  openDatabase,
  readManifest,
  restoreBackup,
  schemaDrift,
} from '#platform/database'
import { verifyTrail } from '#platform/trail'
import { livingInstance } from '../instance.ts'
import { type Product, version } from '../product.ts'
import { answer, remark, turnAway } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

/** `backup [DIR]`: database, files and keys, while the product works. `--logical` for another engine or version. */
export async function backupCommand(
  folder: string | undefined,
  options: CommonOptions & { readonly logical: boolean },
): Promise<void> {
  await withProduct(options, async (product) => {
    const target = folder === undefined ? { within: join(product.dataDir, 'backups') } : { directory: resolve(folder) }
    const head = await product.wire.pool.query<{ n: number; hash: string }>(
      `select n, encode(hash, 'hex') as hash from trail.head where region_code = $1`,
      [product.region],
    )
    const logical = options.logical || product.database.kind === 'external'
    const saving = {
      target,
      folders: foldersOf(product, logical),
      facts: { version, trail: head.rows[0] ?? null },
      ...(options.json ? {} : { onStep: remark }),
    }
    const saved = logical ? await exportDatabase(product.database.owner, saving) : await backUp(product.database, saving)
    if (!saved.done) return saved
    answer(
      options,
      { directory: saved.value.directory, kind: saved.value.manifest.kind, files: saved.value.manifest.files.length },
      [`备份完成：${saved.value.directory}`, '请将整个目录复制到其他介质保存，并定期用 zhizhou restore 演练恢复。'],
    )
    return undefined
  })
}

function foldersOf(product: Product, logical: boolean): Record<string, string> {
  const files = join(product.dataDir, 'files')
  const keys = join(product.dataDir, 'keys')
  return { ...(existsSync(files) ? { files } : {}), ...(logical && existsSync(keys) ? { keys } : {}) }
}

/** `restore BACKUP --data DIR`: into a folder that holds nothing yet; then everything is proved. */
export async function restoreCommand(folder: string, options: CommonOptions): Promise<void> {
  const dataDir = resolve(options.data)
  const onStep = options.json ? undefined : remark
  const manifest = readManifest(resolve(folder))
  if (!manifest.done) return turnAway(options, manifest.refusal)
  if (manifest.value.kind === 'physical') {
    const restored = await restoreBackup(resolve(folder), dataDir, onStep ? { onStep } : {})
    if (!restored.done) return turnAway(options, restored.refusal)
  } else {
    const filled = await fillFrom(resolve(folder), dataDir, onStep)
    if (!filled.done) return turnAway(options, filled.refusal)
  }
  await withProduct(options, async (product) => {
    const verdict = await verdictOf(product)
    answer(options, { dataDir, trail: verdict }, [`已恢复到 ${dataDir}。`, inWords(verdict)])
    if (!verdict.ok) process.exitCode = 1
    return undefined
  })
}

/** A logical export into an empty database: tables first, then rows, then the folders saved along. */
async function fillFrom(folder: string, dataDir: string, onStep?: (step: string) => void): Promise<Outcome<void, Refusal>> {
  for (const name of ['keys', 'files']) {
    const [from, to] = [join(folder, name), join(dataDir, name)]
    // The new cluster's own passwords stay; only the product's keys come along.
    if (existsSync(from))
      cpSync(from, to, { recursive: true, force: false, filter: (path) => !/(owner|app)[^/\\]*password/.test(path) })
  }
  const opened = await openDatabase({
    dataDir,
    url: process.env.DATABASE_URL || undefined,
    ownerUrl: process.env.DATABASE_OWNER_URL || undefined,
    onStep,
  })
  if (!opened.done) return opened
  try {
    const migrated = await migrate(opened.value.owner, onStep ? { onStep } : {})
    if (!migrated.done) return migrated
    const imported = await importDatabase(folder, opened.value.owner, onStep ? { onStep } : {})
    return imported.done ? done(undefined) : imported
  } finally {
    await opened.value.close()
  }
}

const verdictOf = (product: Product) =>
  verifyTrail(product.wire.pool, product.key, product.region, product.anchors.read(product.region))

/** `verify-trail`: exit 1 where the chain is broken. */
export async function verifyCommand(options: CommonOptions): Promise<void> {
  await withProduct(options, async (product) => {
    const verdict = await verdictOf(product)
    answer(options, verdict, [inWords(verdict)])
    if (!verdict.ok) process.exitCode = 1
    return undefined
  })
}

function inWords(verdict: Awaited<ReturnType<typeof verdictOf>>): string {
  return verdict.ok
    ? `操作日志完整，共${verdict.entries}条${verdict.erased > 0 ? `，其中${verdict.erased}条的明细已依法删除` : ''}。`
    : `操作日志校验不通过：第${verdict.firstBad!.n}条${verdict.firstBad!.why}。请保留现场并报告审计管理员。`
}

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly sentence: string
}

/** `doctor`: what is well and what is not, each with what to do; exit 1 where something is bad. */
export async function doctorCommand(options: CommonOptions): Promise<void> {
  await withProduct(options, async (product) => {
    const checks: Check[] = [
      { name: '运行环境', ok: Number(process.versions.node.split('.')[0]) >= 22, sentence: `Node.js ${process.versions.node}` },
      {
        name: '数据库',
        ok: true,
        sentence: `${product.database.kind === 'embedded' ? '内置' : '外部'} PostgreSQL ${product.database.version}`,
      },
      await schemaCheck(product),
      {
        name: '日志保护',
        ok: product.database.guarded,
        sentence: product.database.guarded
          ? '业务账户只能追加操作日志。'
          : '业务账户就是数据表所有者，操作日志缺少库内保护。请另建业务账户并设置 DATABASE_OWNER_URL。',
      },
      await trailCheck(product),
      diskCheck(product.dataDir),
      serviceCheck(product.dataDir),
    ]
    answer(
      options,
      { ok: checks.every((check) => check.ok), checks },
      checks.map((check) => `${check.ok ? '正常' : '注意'}　${check.name}：${check.sentence}`),
    )
    if (checks.some((check) => !check.ok)) process.exitCode = 1
    return undefined
  })
}

async function schemaCheck(product: Product): Promise<Check> {
  const client = await connect(product.database.owner, 'zhizhou doctor')
  try {
    const drift = await schemaDrift(client)
    return {
      name: '表结构',
      ok: drift.length === 0,
      sentence:
        drift.length === 0 ? '与程序一致。' : `${drift.join('、')} 与程序不一致，可能被人改动过，请从备份恢复或者联系维护人员。`,
    }
  } finally {
    await client.end()
  }
}

async function trailCheck(product: Product): Promise<Check> {
  const verdict = await verdictOf(product)
  return { name: '操作日志', ok: verdict.ok, sentence: inWords(verdict) }
}

function diskCheck(dataDir: string): Check {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  return {
    name: '磁盘',
    ok: free > 2 * 1024 ** 3,
    sentence: `数据目录所在磁盘剩余${(free / 1024 ** 3).toFixed(1)}吉字节${free > 2 * 1024 ** 3 ? '。' : '，请清理或者扩容。'}`,
  }
}

function serviceCheck(dataDir: string): Check {
  const instance = livingInstance(dataDir)
  return {
    name: '服务',
    ok: true,
    sentence: instance ? (instance.url === null ? '正在启动。' : `正在运行：${instance.url}`) : '未在运行。',
  }
}
