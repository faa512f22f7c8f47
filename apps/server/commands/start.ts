import { resolve } from 'node:path'
import { firstStart } from '../first-start.ts'
import {
  freePortFrom,
  holderOfPort,
  type Instance,
  instanceThatStays,
  leaveWord,
  takeFolder,
  takeWordBack,
  whyNoPort,
} from '../instance.ts'
import { openProduct } from '../product.ts'
import { answer, remark, turnAway, type Voice } from './say.ts'

interface StartOptions extends Voice {
  readonly data: string
  readonly port?: number
  readonly host: string
  readonly empty: boolean
  readonly join: boolean
  readonly secure: boolean
}

const usualPort = 8080

/** `start`: database, tables, first start, server; stays until Ctrl-C, SIGTERM or the closing of its terminal. */
export async function start(options: StartOptions): Promise<void> {
  const dataDir = resolve(options.data)
  const other = await instanceThatStays(dataDir, () => remark('数据目录的上一个服务正在停止，请稍候……'))
  if (other && !options.join) return sendAway(dataDir, other)
  const port = await choosePort(options)
  if (port === null) {
    process.exitCode = 1
    return
  }
  const opened = await openProduct({ dataDir, onStep: remark })
  if (!opened.done) return turnAway(options, opened.refusal)
  // Of two that start at the same moment only one goes on.
  const first = other ? null : takeFolder(dataDir)
  if (first) {
    await opened.value.close()
    return sendAway(dataDir, first)
  }
  const began = opened.value.fresh
    ? await firstStart(opened.value, { demonstration: !options.empty, onStep: remark })
    : { logIn: null, living: opened.value }
  const product = began.living
  const { serve } = await import('../serve.ts')
  const served = await serve(product, { host: options.host, port, secure: options.secure })
  leaveWord(dataDir, { url: served.url })
  const stopped = new Promise<void>((done) => {
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      remark('正在停止服务……')
      done()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    // The terminal was closed. What is said from here on reaches nobody, and that must not break the stopping.
    process.on('SIGHUP', stop)
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  })
  announce(options, served.url, began.logIn)
  await stopped
  leaveWord(dataDir, { url: served.url, stopping: true })
  await served.close()
  await product.close()
  takeWordBack(dataDir)
  remark('服务已停止。')
  process.exit(0)
}

function sendAway(dataDir: string, { pid, url }: Instance): void {
  remark(
    url === null
      ? `数据目录 ${dataDir} 的服务正由另一个进程（进程${pid}）启动，请稍候再打开网页；要另开一个，请用 --data 指定其他目录。`
      : `数据目录 ${dataDir} 已有服务在运行（进程${pid}），请直接打开 ${url} ；要另开一个，请用 --data 指定其他目录。`,
  )
  process.exitCode = 1
}

async function choosePort({ host, port }: StartOptions): Promise<number | null> {
  const wanted = port ?? usualPort
  const why = await whyNoPort(host, wanted)
  if (why === null) return wanted
  if (why !== 'EADDRINUSE') {
    remark(
      why === 'EACCES'
        ? `当前用户无权使用端口${wanted}，请用 --port 指定1024以上的端口。`
        : `本机不能在地址 ${host} 上提供服务（${why}），请核对 --host。`,
    )
    return null
  }
  const holder = holderOfPort(wanted)
  const free = await freePortFrom(host, wanted + 1)
  const taken = `端口${wanted}已被${holder ?? '其他程序'}占用`
  if (free === null) {
    remark(`${taken}，其后二十个端口也不可用。请用 --port 指定其他端口。`)
    return null
  }
  if (port === undefined) {
    remark(`${taken}，改用端口${free}。`)
    return free
  }
  remark(`${taken}。可改用 --port ${free}。`)
  return null
}

function announce(voice: Voice, url: string, logIn: { account: string; password: string } | null): void {
  const lines = [
    `知州已启动　门户：${url}　办公端：${url}/app/`,
    'Zhizhou is running: the public portal and the office at the addresses above. Stop it with Ctrl-C.',
  ]
  if (logIn) {
    lines.push(`首次登录　账号：${logIn.account}　密码：${logIn.password}`)
    lines.push(
      'First log-in as above; it is shown this once and must be changed at the first sign-in. 此密码仅显示一次，登录后须立即修改。',
    )
  }
  answer(voice, { url, firstLogIn: logIn }, lines)
}
