import { Agent, request } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

export interface Asked {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly seconds: number
  /** Who ask at once, each over a connection of its own. */
  readonly users: number
}

/** Answers a second that a URL gives to so many users, asked by a thread of its own. Refuses where an answer is not 200. */
export function answersPerSecond(asked: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: asked })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}

async function ask({ url, headers = {}, seconds, users }: Asked): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  const until = performance.now() + seconds * 1000
  let answered = 0
  const once = () =>
    new Promise<void>((resolve, reject) => {
      request(url, { agent, headers: { ...headers } }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
        answer.resume().once('end', resolve)
      })
        .once('error', reject)
        .end()
    })
  await Promise.all(
    Array.from({ length: users }, async () => {
      while (performance.now() < until) {
        await once()
        answered++
      }
    }),
  )
  agent.destroy()
  return answered / seconds
}

if (!isMainThread) parentPort!.postMessage(await ask(workerData as Asked))
