import { spawn } from 'node:child_process'

/** No step of the suite lasts this long; one that does hangs, and is stopped so that the others still count. */
const longest = 15 * 60_000

/** Runs a program with this terminal; its exit code, or null when it was stopped. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      timeout: longest,
    })
    child.once('error', (error) => {
      console.error(error.message)
      resolve(null)
    })
    child.once('exit', (code) => resolve(code))
  })
}
