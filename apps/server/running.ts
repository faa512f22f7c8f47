import { readdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Running } from '../office/contract.ts'
import { type Product, version } from './product.ts'

const since = new Date()

/** 运行状况: what an administrator looks at, each line with what to do where it is not well. */
export async function running(product: Product): Promise<Running> {
  const { pool } = product.wire
  const size = await pool.query<{ size: number }>('select pg_database_size(current_database()) as size')
  const jobs = await pool.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where attempts < max_attempts) as waiting, count(*) filter (where attempts >= max_attempts) as failed
     from graphile_worker.jobs`,
  )
  const processes = await pool.query<{ n: number }>(
    `select count(distinct client_addr::text || coalesce(application_name, '')) as n
     from pg_stat_activity where datname = current_database() and application_name like 'zhizhou%'`,
  )
  const disk = await statfs(product.dataDir).then(
    (found) => found.bavail * found.bsize,
    () => null,
  )
  const lastBackupAt = lastBackup(product.dataDir)
  const checks: Running['checks'] = [
    {
      name: '操作日志保护',
      state: product.database.guarded ? 'good' : 'attention',
      sentence: product.database.guarded
        ? '业务账户只能追加日志，不能修改或者删除。'
        : '业务账户同时是数据表的所有者，日志缺少库内保护。请设置 DATABASE_OWNER_URL，使用独立的业务账户。',
    },
    {
      name: '磁盘空间',
      state: disk === null ? 'attention' : disk < 2 * 1024 ** 3 ? 'bad' : disk < 10 * 1024 ** 3 ? 'attention' : 'good',
      sentence:
        disk === null
          ? '未能读取磁盘剩余空间。'
          : disk < 10 * 1024 ** 3
            ? `数据目录所在磁盘剩余${(disk / 1024 ** 3).toFixed(1)}吉字节，请清理或者扩容。`
            : '磁盘剩余空间充足。',
    },
    {
      name: '备份',
      state: lastBackupAt === null ? 'attention' : Date.now() - lastBackupAt.getTime() > 7 * 86_400_000 ? 'attention' : 'good',
      sentence:
        lastBackupAt === null
          ? '尚未备份。请在服务器上执行“zhizhou backup”，并将备份复制到其他介质。'
          : `最近一次备份为${lastBackupAt.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}。`,
    },
  ]
  return {
    version,
    since: since.toISOString(),
    database: `${product.database.kind === 'embedded' ? '内置' : '外部'} PostgreSQL ${product.database.version}`,
    databaseSize: size.rows[0]!.size,
    diskFree: disk,
    processes: Math.max(1, processes.rows[0]!.n),
    jobsWaiting: jobs.rows[0]!.waiting,
    jobsFailed: jobs.rows[0]!.failed,
    lastBackupAt: lastBackupAt?.toISOString() ?? null,
    checks,
  }
}

/** Backups are folders named by their UTC time. */
function lastBackup(dataDir: string): Date | null {
  try {
    const names = readdirSync(join(dataDir, 'backups')).filter(
      (name) => /^\d{8}T?\d{6}Z?/.test(name) || /^\d{4}-\d{2}-\d{2}/.test(name),
    )
    const last = names.sort().at(-1)
    if (!last) return null
    const digits = last.replace(/\D/g, '')
    return new Date(
      `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}T${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12, 14) || '00'}Z`,
    )
  } catch {
    return null
  }
}
