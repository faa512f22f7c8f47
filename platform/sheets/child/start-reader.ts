import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { SheetLimits } from '../limits.ts'
import { UnreadableSheet } from '../refusals.ts'
import type { Answer, Question, Task } from './answers.ts'

/** A child process that answers questions about one file, in order. */
export interface Reader {
  ask(question: Question): Promise<Answer>
  stop(): Promise<void>
}

/**
 * Starts it with a heap of its own and the right to read, and to write temporary files, and nothing else. A child and no
 * worker thread: a thread whose heap is full can end the whole server, whatever its resourceLimits say
 * (docs/adr/2026-11-22-own-xlsx-reader.md); a child can be killed, by us or by its own heap, and only its file is refused.
 */
export function startReader(task: Task, limits: SheetLimits): Reader {
  const child = fork(new URL('./reader.ts', import.meta.url), {
    execArgv: [
      `--max-old-space-size=${task.kind === 'xls' ? limits.xlsHeapMegabytes : limits.heapMegabytes}`,
      // Rows live for moments; a wide nursery would only let them, and the chunks they came from, pile up.
      '--max-semi-space-size=8',
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${join(task.temporaryFolder, '*')}`,
    ],
    // None of our settings: a file's reader needs no passwords.
    env: { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const waiting = new Waiting(limits.answerSeconds, () => child.kill('SIGKILL'))
  let lastWords = ''
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    lastWords = (lastWords + words).slice(-2000)
  })
  child.on('message', (answer: Answer) => waiting.settle(answer))
  child.on('error', (error) => waiting.fail(error))
  // V8 aborts a process whose heap is full (134 where there are no signals); a system short of memory kills it.
  child.on('close', (code, signal) => {
    const isMemory = signal !== null || code === 134
    waiting.fail(
      isMemory ? new UnreadableSheet({ code: 'too-much-memory' }) : new Error(`the reader has ended (${code}): ${lastWords}`),
    )
  })
  child.send(task)
  return {
    ask: (question) => waiting.ask(() => child.send(question)),
    stop: () => {
      waiting.fail(new Error('the file is closed'))
      return ended(child)
    },
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exit
}

/** Questions not answered yet, in order, and the clock over the oldest. */
class Waiting {
  readonly #open: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  readonly #seconds: number
  readonly #kill: () => void
  #clock: NodeJS.Timeout | undefined
  #failed: Error | null = null

  constructor(seconds: number, kill: () => void) {
    this.#seconds = seconds
    this.#kill = kill
  }

  ask(send: () => void): Promise<Answer> {
    if (this.#failed) return Promise.reject(this.#failed)
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject })
      if (this.#open.length === 1) this.#wind()
      send()
    })
  }

  settle(answer: Answer): void {
    this.#open.shift()?.resolve(answer)
    clearTimeout(this.#clock)
    if (this.#open.length > 0) this.#wind()
  }

  fail(error: Error): void {
    clearTimeout(this.#clock)
    this.#failed ??= error
    for (const one of this.#open.splice(0)) one.reject(this.#failed)
  }

  #wind(): void {
    this.#clock = setTimeout(() => {
      this.fail(new UnreadableSheet({ code: 'too-slow', seconds: this.#seconds }))
      this.#kill()
    }, this.#seconds * 1000)
  }
}
