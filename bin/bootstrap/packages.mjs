/** Brings node_modules in line with package-lock.json. */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { npmInstall } from './npm.mjs'
import { root } from './runtime.mjs'
import { giveUp, say, whileSaying } from './say.mjs'
import { readStamp, stampFile, writeStamp } from './stamp.mjs'
import { leaveTurn, takeTurn } from './turn.mjs'

const lock = join(root, 'package-lock.json')
const modules = join(root, 'node_modules')

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
    if (madeFrom(hash, tools)) return leaveTurn()
    const whole = tools || (readStamp()?.tools ?? existsSync(join(modules, '.package-lock.json')))
    rmSync(stampFile, { force: true })
    const end = await whileSaying('正在安装依赖包', 'installing packages', () => npmInstall(whole))
    leaveTurn()
    if (end.interrupted) process.exit(130)
    if (end.code !== 0) explainFailure(end)
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

/** @param {{ words: string, offline: boolean }} end @returns {never} */
function explainFailure({ words, offline }) {
  if (offline)
    giveUp(
      '安装依赖包需要网络，但无法连接 npm 软件源。请检查网络或代理；也可用 npm config set registry 换一个可用的镜像，然后重试。',
      'Installing the packages needs the network, but the npm registry cannot be reached. Check the connection or proxy, or choose a mirror with npm config set registry, then try again.',
    )
  const errors = words.split('\n').filter((line) => line.startsWith('npm error'))
  say('依赖包安装失败，npm 的说明如下：', 'The packages could not be installed. npm says:')
  process.stderr.write(`${(errors.length ? errors.slice(0, 12) : words.split('\n').slice(-12)).join('\n')}\n`)
  process.exit(1)
}
