import type { DatabaseRefusal } from './refusals.ts'

type Sentences = { readonly [Code in DatabaseRefusal['code']]: (refusal: Extract<DatabaseRefusal, { code: Code }>) => string }

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1048576)} MB`

/** Refusal → sentence, in Chinese. */
export const databaseWords: Sentences = {
  'no-postgres-programs': ({ platform, directory }) =>
    directory
      ? `目录 ${directory} 中没有 PostgreSQL 程序（postgres、initdb）。`
      : `没有找到适用于 ${platform} 的 PostgreSQL 程序。请重新运行 npm install，或安装系统自带的 PostgreSQL，或用 DATABASE_URL 指定已有的数据库。`,
  'postgres-programs-do-not-run': ({ directory, reason }) =>
    `${directory} 中的 PostgreSQL 程序无法在本机运行（${reason}）。请安装系统自带的 PostgreSQL，或用 DATABASE_URL 指定已有的数据库。`,
  'postgres-too-old': ({ major, oldest }) => `PostgreSQL ${major} 版本过低，至少需要 ${oldest}。`,
  'data-of-other-major': ({ found, programs, directory }) =>
    `数据目录 ${directory} 由 PostgreSQL ${found} 建立，当前程序是 PostgreSQL ${programs}，不能直接打开。请用原版本执行逻辑导出，再导入新版本。`,
  'data-damaged': ({ directory }) => `数据目录 ${directory} 不完整，缺少 PG_VERSION 文件。请从备份恢复，不要在其中新建数据库。`,
  'no-access': ({ path, user }) => `当前用户（${user}）无权读写 ${path}。请用建立该数据目录的用户运行。`,
  'no-folder': ({ path }) => `${path} 不能用作数据目录：它不是文件夹，或者那里不能新建文件夹。请用 --data 指定其他目录。`,
  'folder-closed-to-server': ({ path, user }) =>
    `数据库服务以用户 ${user} 运行，但进不了目录 ${path}。请执行 chmod o+x ${path}，或用 --data 换一个数据目录（如 /var/lib/zhizhou）。`,
  'disk-full': ({ path, freeBytes, neededBytes }) =>
    `${path} 所在磁盘空间不足：剩余 ${megabytes(freeBytes)}，至少需要 ${megabytes(neededBytes)}。`,
  'keys-missing': ({ path }) => `数据库已存在，但口令文件 ${path} 丢失。请从备份恢复 keys 目录。`,
  'keys-wrong': ({ path }) => `口令文件 ${path} 与数据库不符，可能来自另一个数据目录。请从备份恢复 keys 目录。`,
  'no-passwd-entry': ({ uid }) =>
    `当前用户编号 ${uid} 在系统用户表中没有记录，PostgreSQL 无法以此身份建立数据库。请换一个有记录的用户，或用 DATABASE_URL 指定已有的数据库。`,
  'no-server-account': ({ tried }) =>
    `PostgreSQL 不能以 root 运行，系统中又没有可用的用户（${tried.join('、')}）。请新建系统用户 zhizhou，或用 DATABASE_URL 指定已有的数据库。`,
  'new-database-failed': ({ reason }) => `建立数据库失败：${reason}`,
  'server-did-not-start': ({ reason, log }) => `数据库没有启动成功：${reason}（日志：${log}）`,
  'server-does-not-answer': ({ reason }) => `数据库正在运行，但没有应答：${reason}`,
  'another-start-hangs': ({ path, pid }) =>
    `另一个进程（编号 ${pid}）正在启动数据库，久未完成。请先结束该进程；如确认它已不存在，可删除 ${path} 后重试。`,
  'bad-database-url': ({ name }) => `${name} 不是有效的 PostgreSQL 地址，应形如 postgres://用户:口令@主机:5432/数据库。`,
  'database-unreachable': ({ where, reason }) => `连不上数据库 ${where}：${reason}`,
  'database-not-utf8': ({ encoding }) => `数据库的字符集是 ${encoding}，必须是 UTF8。请以 ENCODING 'UTF8' 重新建库。`,
  'migration-changed': ({ name }) =>
    `数据库结构文件 ${name} 在执行之后被改动过，与数据库不再一致。请恢复原文件，改动应另写新文件。`,
  'migration-missing': ({ name }) =>
    `数据库执行过结构文件 ${name}，但程序中没有它。数据库可能来自更新的版本，请升级程序后再打开。`,
  'migration-failed': ({ name, reason }) => `执行数据库结构文件 ${name} 失败，已撤回：${reason}`,
  'role-missing': ({ role }) =>
    `数据库中没有角色 ${role}，当前用户又无权新建。请数据库管理员执行：CREATE ROLE ${role} LOGIN PASSWORD '……'，或设置 DATABASE_OWNER_URL。`,
  'backup-needs-embedded': () => '物理备份只适用于内置数据库。使用 DATABASE_URL 时请用逻辑导出，或由数据库管理员备份。',
  'target-not-empty': ({ path }) => `目录 ${path} 已有内容，不会覆盖。请换一个空目录。`,
  'not-a-backup': ({ path }) => `${path} 不是本系统的备份：没有可读的 manifest.json。`,
  'backup-of-other-kind': ({ path, kind }) =>
    kind === 'physical' ? `${path} 是物理备份，请用“恢复”，不能用“导入”。` : `${path} 是逻辑导出，请用“导入”，不能用“恢复”。`,
  'backup-damaged': ({ path, files, count }) =>
    `备份 ${path} 已损坏：${count} 个文件缺失或内容不符（${files.join('、')}${count > files.length ? ' 等' : ''}）。`,
  'import-over-rows': ({ table }) => `目标数据库的表 ${table} 已有数据，不会覆盖。请导入到新建的数据库。`,
  'import-other-schema': ({ here, there }) =>
    `导出文件与目标数据库的结构不同，不能导入。仅目标有：${here.join('、') || '无'}；仅导出文件有：${there.join('、') || '无'}。请使用相同版本的程序。`,
}

const english: Sentences = {
  'no-postgres-programs': ({ platform, directory }) =>
    directory
      ? `The directory ${directory} holds no PostgreSQL programs (postgres, initdb).`
      : `No PostgreSQL programs for ${platform} were found. Run npm install again, install the system's PostgreSQL, or name a database with DATABASE_URL.`,
  'postgres-programs-do-not-run': ({ directory, reason }) =>
    `The PostgreSQL programs in ${directory} do not run here (${reason}). Install the system's PostgreSQL, or name a database with DATABASE_URL.`,
  'postgres-too-old': ({ major, oldest }) => `PostgreSQL ${major} is too old; at least ${oldest} is needed.`,
  'data-of-other-major': ({ found, programs, directory }) =>
    `The data in ${directory} belong to PostgreSQL ${found}, the programs are PostgreSQL ${programs}. Export with the old version and import into the new one.`,
  'data-damaged': ({ directory }) => `The data folder ${directory} is incomplete (no PG_VERSION). Restore it from a backup.`,
  'no-access': ({ path, user }) =>
    `The current user (${user}) may not read and write ${path}. Run as the user who made the data folder.`,
  'no-folder': ({ path }) =>
    `${path} cannot be the data folder: it is no folder, or none can be made there. Choose another with --data.`,
  'folder-closed-to-server': ({ path, user }) =>
    `The database server runs as ${user} and cannot enter ${path}. Run chmod o+x ${path}, or choose another folder with --data (such as /var/lib/zhizhou).`,
  'disk-full': ({ path, freeBytes, neededBytes }) =>
    `The disk of ${path} is too full: ${megabytes(freeBytes)} free, ${megabytes(neededBytes)} needed.`,
  'keys-missing': ({ path }) =>
    `The database exists, but its password file ${path} is gone. Restore the keys folder from a backup.`,
  'keys-wrong': ({ path }) => `The password file ${path} does not fit the database. Restore the keys folder from a backup.`,
  'no-passwd-entry': ({ uid }) =>
    `User id ${uid} has no passwd entry, so PostgreSQL cannot create a database as it. Use another user, or name a database with DATABASE_URL.`,
  'no-server-account': ({ tried }) =>
    `PostgreSQL refuses to run as root and none of these accounts exists: ${tried.join(', ')}. Create a system user zhizhou, or name a database with DATABASE_URL.`,
  'new-database-failed': ({ reason }) => `The database could not be created: ${reason}`,
  'server-did-not-start': ({ reason, log }) => `The database server did not start: ${reason} (log: ${log})`,
  'server-does-not-answer': ({ reason }) => `The database server runs but does not answer: ${reason}`,
  'another-start-hangs': ({ path, pid }) =>
    `Another process (${pid}) has been starting the database for too long. End it first; if it is gone, delete ${path}.`,
  'bad-database-url': ({ name }) => `${name} is not a PostgreSQL address such as postgres://user:password@host:5432/database.`,
  'database-unreachable': ({ where, reason }) => `Cannot connect to the database ${where}: ${reason}`,
  'database-not-utf8': ({ encoding }) => `The database's encoding is ${encoding}; it must be UTF8.`,
  'migration-changed': ({ name }) =>
    `Migration ${name} was changed after it had run. Restore the file and write a new one instead.`,
  'migration-missing': ({ name }) =>
    `The database has run migration ${name}, which this program does not have. Upgrade the program.`,
  'migration-failed': ({ name, reason }) => `Migration ${name} failed and was rolled back: ${reason}`,
  'role-missing': ({ role }) =>
    `The database has no role ${role} and this user may not create it. Ask for CREATE ROLE ${role} LOGIN PASSWORD '…', or set DATABASE_OWNER_URL.`,
  'backup-needs-embedded': () => 'A physical backup is for the embedded database. With DATABASE_URL use the logical export.',
  'target-not-empty': ({ path }) => `The folder ${path} is not empty and is not overwritten. Choose an empty one.`,
  'not-a-backup': ({ path }) => `${path} is not a backup of this product: it has no readable manifest.json.`,
  'backup-of-other-kind': ({ path, kind }) =>
    kind === 'physical'
      ? `${path} is a physical backup: restore it, do not import it.`
      : `${path} is a logical export: import it, do not restore it.`,
  'backup-damaged': ({ path, files, count }) =>
    `The backup ${path} is damaged: ${count} files are missing or changed (${files.join(', ')}${count > files.length ? ' …' : ''}).`,
  'import-over-rows': ({ table }) => `The target's table ${table} has rows and is not overwritten. Import into a new database.`,
  'import-other-schema': ({ here, there }) =>
    `The export and the target have run different migrations. Only here: ${here.join(', ') || 'none'}; only in the export: ${there.join(', ') || 'none'}.`,
}

/** The sentence a person reads for a refusal of the database, Chinese unless asked otherwise. */
export function databaseSentence(refusal: DatabaseRefusal, language: 'zh' | 'en' = 'zh'): string {
  const sentences = language === 'zh' ? databaseWords : english
  return (sentences[refusal.code] as (refusal: DatabaseRefusal) => string)(refusal)
}

/** What is said while something takes longer than a moment. */
export const steps = {
  waitForOther: '正在等待另一个进程启动数据库',
  copyPrograms: '正在复制数据库程序到数据目录',
  newDatabase: '首次运行，正在建立数据库',
  start: '正在启动数据库',
  recover: '数据库上次未正常关闭，正在恢复',
  waitForStop: '正在等待上一次的数据库停止',
  stop: '正在停止数据库',
  waitForMigration: '正在等待另一个进程更新数据库结构',
  migrate: (name: string) => `正在更新数据库结构：${name}`,
  jobTables: '正在准备后台任务表',
  copyDatabase: '正在备份数据库',
  finishBackup: '正在结束数据库备份',
  copyFolder: (name: string) => `正在备份文件：${name}`,
  verify: '正在校验备份',
  restoreDatabase: '正在恢复数据库文件',
  restoreFolder: (name: string) => `正在恢复文件：${name}`,
  exportTable: (name: string) => `正在导出数据表：${name}`,
  importTable: (name: string) => `正在导入数据表：${name}`,
  buildIndexes: '正在重建索引',
} as const

/** Told of every step that may take over a second, in Chinese. */
export type OnStep = (step: string) => void
