/** Calls npm without a shell, the same on every system. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './runtime.mjs'
import { giveUp } from './say.mjs'
import { giveTurnTo } from './turn.mjs'

/**
 * Runs npm on the Node that npm itself runs on; answers its exit code and what it said,
 * `offline` where the network was given up, `interrupted` where somebody stopped it.
 * npm would ask for every package several times before it believes that there is no network, and take half an hour.
 * @param {boolean} whole
 * @returns {Promise<{ code: number | null, words: string, offline: boolean, interrupted: boolean }>}
 */
export function npmInstall(whole) {
  const patience = ['--loglevel=http', '--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-factor=3']
  const args = ['install', '--no-save', '--no-audit', '--no-fund', whole ? '--include=dev' : '--omit=dev', ...patience]
  const node = process.env.npm_node_execpath ?? process.execPath
  return new Promise((resolve, reject) => {
    const npm = spawn(node, [npmProgram(), ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    giveTurnTo(npm.pid)
    let interrupted = false
    const stop = () => {
      interrupted = true
      npm.kill()
    }
    for (const signal of endings) process.once(signal, stop)
    let words = ''
    let failingSince = 0
    let offline = false
    createInterface({ input: npm.stderr }).on('line', (line) => {
      if (!line.startsWith('npm http')) words += `${line}\n`
      else if (!unreachable.test(line)) failingSince = 0
      else if (!failingSince) failingSince = Date.now()
      else if (Date.now() - failingSince > 4000) offline = npm.kill()
    })
    npm.once('error', reject)
    npm.once('close', (code) => {
      for (const signal of endings) process.off(signal, stop)
      resolve({ code, words, offline: offline || unreachable.test(words), interrupted })
    })
  })
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP']
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|SOCKET_TIMEOUT/

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
