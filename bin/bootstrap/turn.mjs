/** Two commands started at once on a fresh clone must not install into each other: the second waits for the first. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './runtime.mjs'
import { say } from './say.mjs'

const turn = join(root, 'node_modules', '.zhizhou-installing')
const mine = `${turn}-${process.pid}`

/** Waits until nobody installs, then it is our turn. A holder that died has no turn any more. */
export async function takeTurn() {
  writeFileSync(mine, String(process.pid))
  for (let told = false; !claimed(); ) {
    if (alive(holder())) {
      if (!told) say('另一个命令正在安装依赖包，等待其完成…', 'Another command is installing the packages; waiting for it …')
      told = true
      await pause(500)
    } else rmSync(turn, { force: true })
  }
  rmSync(mine, { force: true })
}

/** The turn lasts as long as this process lives, even when we are killed before it ends. @param {number} pid */
export function giveTurnTo(pid) {
  writeFileSync(mine, String(pid))
  renameSync(mine, turn)
}

export function leaveTurn() {
  rmSync(turn, { force: true })
}

function claimed() {
  try {
    linkSync(mine, turn)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** The process whose turn it is; 0 where it is nobody's, or was taken longer ago than any installation lasts. */
function holder() {
  try {
    return Date.now() - statSync(turn).mtimeMs > 900_000 ? 0 : Number(readFileSync(turn, 'utf8'))
  } catch {
    return 0
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0) && !endedUnseen(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A process that ended and that nobody waits for (a container without init) still has its number. @param {number} pid */
function endedUnseen(pid) {
  const state = `/proc/${pid}/stat`
  return existsSync(state) && /\) Z /.test(readFileSync(state, 'utf8'))
}
