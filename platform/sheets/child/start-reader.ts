import { type ChildProcess, fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import type { SheetLimits } from '../limits.ts'
import { UnreadableSheet } from '../refusals.ts'
import type { Answer, Question, Task } from './answers.ts'

/** A thread or process that answers questions about one file. */
export interface Peer {
  ask(question: Question): Promise<Answer>
  stop(): Promise<void>
}

/** A worker thread with a heap of its own: a file that breaks it breaks nothing else. */
export function startThread(task: Task, limits: SheetLimits): Peer {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.threadMegabytes, maxYoungGenerationSizeMb: 16 },
  })
  const waiting = new Waiting()
  worker.on('message', (answer: Answer) => waiting.settle(answer))
  worker.on('error', (error: NodeJS.ErrnoException) =>
    waiting.fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableSheet({ code: 'too-much-memory' }, error) : error),
  )
  worker.on('exit', () => waiting.fail(new Error('the reading thread has ended')))
  return {
    ask: (question) => waiting.ask(() => worker.postMessage(question)),
    stop: async () => void (await worker.terminate()),
  }
}

/** A child process for .xls, whose parser holds all in memory and cannot be interrupted: it is killed when it takes too long. */
export function startChild(task: Task, limits: SheetLimits): Peer {
  const child = fork(new URL('../xls/xls-child.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${limits.childMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const waiting = new Waiting()
  const clock = setTimeout(() => {
    waiting.fail(new UnreadableSheet({ code: 'too-slow', seconds: limits.xlsSeconds }))
    child.kill('SIGKILL')
  }, limits.xlsSeconds * 1000)
  child.on('message', (answer: Answer) => {
    clearTimeout(clock)
    waiting.settle(answer)
  })
  child.on('error', (error) => waiting.fail(error))
  // V8 aborts the process where its heap is full.
  child.on('exit', () => waiting.fail(new UnreadableSheet({ code: 'too-much-memory' })))
  child.send(task)
  return {
    ask: (question) => waiting.ask(() => child.send(question)),
    stop: () => {
      clearTimeout(clock)
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

/** Questions not answered yet, in order. */
class Waiting {
  readonly #open: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  #failed: Error | null = null

  ask(send: () => void): Promise<Answer> {
    if (this.#failed) return Promise.reject(this.#failed)
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject })
      send()
    })
  }

  settle(answer: Answer): void {
    this.#open.shift()?.resolve(answer)
  }

  fail(error: Error): void {
    this.#failed ??= error
    for (const one of this.#open.splice(0)) one.reject(this.#failed)
  }
}
