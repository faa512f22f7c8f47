import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../product.ts'
import { defaultDataDir } from './default-folder.ts'
import { BadArguments } from './say.ts'

/** A whole number in bounds, or a clear sentence. */
const whole = (name: string, least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`${name}应为${least}至${most}的整数。`)
  return value
}

/** The command line (命令行): every command takes `--data DIR` and `--json`. */
export async function main(words: readonly string[]): Promise<void> {
  const program = new Command('zhizhou')
    .description('知州：地州知识产权业务系统')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  const common = (command: Command): Command =>
    command
      .addOption(new Option('--data <目录>', '数据目录').default(defaultDataDir))
      .option('--json', '以 JSON 输出', false)
      .option('--as <账号>', '以该账号的权限办理（默认以操作系统用户办理）')
      .helpOption('-h, --help', '显示帮助')
  common(program.command('start').description('启动服务'))
    .option('--port <端口>', '端口', whole('端口', 0, 65535))
    .option('--host <地址>', '监听地址', '127.0.0.1')
    .option('--empty', '首次启动时不载入演示数据', false)
    .option('--join', '数据目录已有服务时，作为另一个服务进程加入', false)
    .option('--secure', '位于 HTTPS 之后', false)
    .action(async (options) => (await import('./start.ts')).start(options))
  const importing = program.command('import').description('导入数据').exitOverride()
  common(importing.command('patents').description('导入专利数据文件').argument('<文件...>', '要导入的文件'))
    .option('--dry-run', '预检，不入库', false)
    .option('--source-day <日期>', '数据日期，默认为今天')
    .action(async (files, options) => (await import('./import.ts')).importPatents(files, options))
  common(
    importing.command('reference').description('导入分类名称等参考数据').argument('<文件>', 'IPC 名称文件（csv 或 csv.gz）'),
  ).action(async (file, options) => (await import('./import.ts')).importReference(file, options))
  common(program.command('undo-import').description('撤销整批导入').argument('<编号>', '导入编号'))
    .requiredOption('--reason <原因>', '撤销原因')
    .action(async (id, options) => (await import('./import.ts')).undoImported(id, options))
  const searching = program.command('search').description('检索').exitOverride()
  common(searching.command('patents').description('检索专利').argument('<检索式>', '检索式，批量检索用“-”'))
    .option('--county <代码>', '县市代码')
    .option('--status <状态>', '法律状态')
    .option('--limit <件数>', '最多件数', whole('件数', 1, 200), 20)
    .action(async (query, options) => (await import('./patents.ts')).searchCommand(query, options))
  const showing = program.command('show').description('查看').exitOverride()
  common(
    showing.command('patent').description('查看一件专利').argument('<号码>', '申请号、专利号或者公开（公告）号，批量查看用“-”'),
  )
    .option('--on <日期>', '该日的法律状态')
    .action(async (number, options) => (await import('./patents.ts')).showCommand(number, options))
  common(
    program
      .command('check-mark')
      .description('核验产品上的专利标识')
      .argument('<标识>', '标识上的全部文字和号码，批量核验用“-”，每行一个 JSON 对象'),
  )
    .option('--claimed <类别>', '标明的类别：invention、utility-model 或者 design')
    .option('--made <日期>', '生产日期')
    .option('--seen <日期>', '发现日期，默认为今天')
    .option('--role <身份>', 'maker（生产者）或者 seller（销售者）')
    .option('--maker <名称>', '标注的生产者')
    .option('--process', '称产品系依照专利方法获得')
    .option('--material', '标识在说明书、广告等材料中')
    .action(async (text, options) => (await import('./check-mark.ts')).checkMarkCommand(text, options))
  common(
    program
      .command('annuity')
      .description('查询年费；不查台账、按所给日期推算的用 --right，批量查询用“-”')
      .argument('<号码>', '申请号、专利号或者公开（公告）号'),
  )
    .option('--on <日期>', '截至该日，默认为今天')
    .action(async (number, options) => (await import('./annuity-register.ts')).annuityCommand(number, options))
  common(program.command('trademark-term').description('推算注册商标的有效期和续展期'))
    .requiredOption('--registered <日期>', '注册公告日')
    .option('--renewals <次数>', '已续展次数', whole('已续展次数', 0, 20), 0)
    .option('--on <日期>', '截至该日，默认为今天')
    .action(async (options) => (await import('./trademark-term.ts')).trademarkTermCommand(options))
  const exporting = program.command('export').description('导出').exitOverride()
  common(exporting.command('patents').description('导出专利').argument('[检索式]', '检索式，不填则导出全部'))
    .requiredOption('--out <文件>', '输出的 .xlsx 文件')
    .action(async (query, options) => (await import('./patents.ts')).exportCommand(query, options))
  // Answered before this file is loaded; named here for the help.
  program.command('check-number').description('识别并核对号码').argument('<号码>')
  program.command('limit').description('计算期限的届满日').argument('<期限编号>')
  common(program.command('backup').description('备份').argument('[目录]', '备份存放目录'))
    .option('--logical', '逻辑备份，用于更换数据库或者版本', false)
    .action(async (folder, options) => (await import('./keep.ts')).backupCommand(folder, options))
  common(program.command('restore').description('从备份恢复到新的数据目录').argument('<备份目录>', '备份目录')).action(
    async (folder, options) => (await import('./keep.ts')).restoreCommand(folder, options),
  )
  common(program.command('verify-trail').description('校验操作日志')).action(async (options) =>
    (await import('./keep.ts')).verifyCommand(options),
  )
  common(program.command('doctor').description('检查运行环境')).action(async (options) =>
    (await import('./keep.ts')).doctorCommand(options),
  )
  common(program.command('portal').description('开放或者关闭门户').argument('<on|off>')).action(async (word, options) =>
    (await import('./portal.ts')).switchPortal(word, options),
  )
  common(
    program
      .command('portal-set')
      .description('设置门户页头页脚的一项（name、host、phone、siteCode、icp……），内容为空则不再显示')
      .argument('<项目>')
      .argument('[内容]', '', ''),
  ).action(async (entry, text, options) => (await import('./portal.ts')).setPortalEntry(entry, text, options))
  const people = program.command('user').description('人员账号').exitOverride()
  common(people.command('list').description('列出账号')).action(async (options) => (await import('./user.ts')).listUsers(options))
  common(people.command('add').description('新增账号').argument('<账号>').argument('<姓名>')).action(
    async (account, name, options) => (await import('./user.ts')).addUser(account, name, options),
  )
  common(people.command('reset').description('重置密码').argument('<账号>')).action(async (account, options) =>
    (await import('./user.ts')).resetUser(account, options),
  )
  common(people.command('unlock').description('解除锁定').argument('<账号>')).action(async (account, options) =>
    (await import('./user.ts')).unlock(account, options),
  )
  common(people.command('disable').description('停用账号').argument('<账号>')).action(async (account, options) =>
    (await import('./user.ts')).setEnabled(account, false, options),
  )
  common(people.command('enable').description('启用账号').argument('<账号>')).action(async (account, options) =>
    (await import('./user.ts')).setEnabled(account, true, options),
  )
  common(people.command('grant').description('授予角色').argument('<账号>').argument('<角色>'))
    .option('--place <代码>', '县市代码')
    .action(async (account, role, options) => (await import('./user.ts')).grant(account, role, options))
  common(people.command('combine').description('是否允许三员由同一人兼任').argument('<on|off>')).action(async (word, options) =>
    (await import('./user.ts')).combine(word, options),
  )
  quiet(program)
  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError || error instanceof BadArguments) {
      if (error instanceof CommanderError && error.exitCode === 0) return
      process.stderr.write(`${plain(error)}\n`)
      process.exitCode = 2
      return
    }
    throw error
  }
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** One sentence of ours instead of commander's own. */
function quiet(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {} })
  command.configureHelp({ styleTitle: (title) => titles[title] ?? title })
  for (const part of command.commands) quiet(part)
}

function plain(error: Error & { code?: string }): string {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${named}”这个命令。用 zhizhou --help 查看全部命令。`
    case 'commander.unknownOption':
      return `没有“${named}”这个选项。在命令后加 --help 查看可用选项。`
    case 'commander.missingArgument':
      return `缺少参数“${named}”。在命令后加 --help 查看用法。`
    case 'commander.missingMandatoryOptionValue':
      return `缺少必填选项“${named}”。`
    case 'commander.optionMissingArgument':
      return `选项“${named}”后面缺少内容。`
    case 'commander.excessArguments':
      return '参数过多。在命令后加 --help 查看用法。'
    case 'commander.help':
      return '请写明要执行的命令。用 zhizhou --help 查看全部命令。'
    case 'commander.invalidArgument':
      return error.message.replace(/^.* is invalid\. /, '')
    default:
      return error.message.replace(/^error: /, '')
  }
}
