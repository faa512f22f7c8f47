import { readFileSync } from 'node:fs'

/**
 * Is a process with this number running? A zombie is not: its parent merely has not read its end, and in a container
 * whose first process reaps nobody it would count as alive for ever.
 */
export function isRunning(pid: number): boolean {
  const stat = linuxStat(pid)
  if (stat) return stat.state !== 'Z' && stat.state !== 'X'
  if (process.platform === 'linux') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When the process was born, in the kernel's ticks; tells it from another that got its number later. Null where unknown. */
export function bornAt(pid: number): string | null {
  return linuxStat(pid)?.born ?? null
}

function linuxStat(pid: number): { state: string; born: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', born: fields[19] ?? '' }
  } catch {
    return null
  }
}
