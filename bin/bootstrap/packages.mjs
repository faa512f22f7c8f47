/** Brings node_modules in line with package-lock.json. */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './runtime.mjs'
import { giveUp, say, whileSaying } from './say.mjs'
import { readStamp, stampFile, writeStamp } from './stamp.mjs'

const lock = join(root, 'package-lock.json')
const modules = join(root, 'node_modules')
const turn = join(modules, '.zhizhou-installing')

/**
 * Installs what the lock asks for when node_modules was made from another one. Whoever only starts the product is spared
 * the tools of the tests; what is there once stays.
 * `npm ci` is not used: it insists on entries for every other platform, which some registries do not serve (docs/adr).
 * @param {{ tools: boolean }} wish `tools`: the development packages too
 */
export async function bringPackages({ tools }) {
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (madeFrom(hash, tools)) return writeStamp(hash, readStamp().tools)
  try {
    mkdirSync(modules, { recursive: true })
    await takeTurn()
    if (madeFrom(hash, tools)) return
    const whole = tools || (readStamp()?.tools ?? existsSync(join(modules, '.package-lock.json')))
    rmSync(stampFile, { force: true })
    const { code, words } = await whileSaying('正在安装依赖包', 'installing packages', () => npmInstall(whole))
    if (code !== 0) explainFailure(words)
    writeStamp(hash, whole)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
    giveUp(`没有写入 ${modules} 的权限，无法安装依赖包。`, `No right to write to ${modules}: the packages cannot be installed.`)
  }
}

/** @param {string} hash @param {boolean} tools */
function madeFrom(hash, tools) {
  const stamp = readStamp()
  return stamp?.hash === hash && (stamp.tools || !tools)
}

/** Runs npm on the Node that npm itself runs on; answers its exit code and what it said. @param {boolean} whole */
function npmInstall(whole) {
  const args = ['install', '--no-save', '--no-audit', '--no-fund', whole ? '--include=dev' : '--omit=dev']
  const node = process.env.npm_node_execpath ?? process.execPath
  return new Promise((resolve, reject) => {
    const npm = spawn(node, [npmProgram(), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let words = ''
    for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (text) => (words += text))
    npm.once('error', reject)
    npm.once('exit', (code) => resolve({ code, words }))
  })
}

/** npm's own file: named by npm when it called us, else found along PATH. */
function npmProgram() {
  const named = process.env.npm_execpath
  if (named && existsSync(named) && named.endsWith('npm-cli.js')) return named
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const beside = join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')
    if (existsSync(beside)) return beside
    if (process.platform !== 'win32' && existsSync(join(folder, 'npm'))) return realpathSync(join(folder, 'npm'))
  }
  const withNode = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (existsSync(withNode)) return withNode
  return giveUp(
    '找不到 npm：请安装 Node.js 自带的 npm 后重试。',
    'npm was not found: please install the npm that comes with Node.js.',
  )
}

const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|SOCKET_TIMEOUT/

/** @param {string} words what npm said @returns {never} */
function explainFailure(words) {
  if (offline.test(words))
    giveUp(
      '安装依赖包需要网络，但无法连接 npm 软件源。请检查网络或代理；也可用 npm config set registry 换一个可用的镜像，然后重试。',
      'Installing the packages needs the network, but the npm registry cannot be reached. Check the connection or proxy, or choose a mirror with npm config set registry, then try again.',
    )
  const errors = words.split('\n').filter((line) => line.startsWith('npm error'))
  say('依赖包安装失败，npm 的说明如下：', 'The packages could not be installed. npm says:')
  process.stderr.write(`${(errors.length ? errors.slice(0, 12) : words.split('\n').slice(-12)).join('\n')}\n`)
  process.exit(1)
}

/** Two commands started at once on a fresh clone must not install into each other: the second waits for the first. */
async function takeTurn() {
  const mine = `${turn}-${process.pid}`
  writeFileSync(mine, String(process.pid))
  process.once('exit', () => {
    if (holder() === process.pid) rmSync(turn, { force: true })
    rmSync(mine, { force: true })
  })
  for (let told = false; ; ) {
    try {
      return linkSync(mine, turn)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!alive(holder())) rmSync(turn, { force: true })
    else {
      if (!told) say('另一个命令正在安装依赖包，等待其完成…', 'Another command is installing the packages; waiting for it …')
      told = true
      await pause(500)
    }
  }
}

/** The process whose turn it is; 0 where it is nobody's. */
function holder() {
  try {
    return Number(readFileSync(turn, 'utf8'))
  } catch {
    return 0
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
