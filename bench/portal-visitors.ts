import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** Visitors who ask for pages over and over, each as soon as the last is there; on a thread, so that the server has its own. */
export interface Visits {
  readonly urls: readonly string[]
  readonly visitors: number
  readonly seconds: number
}

export interface Visited {
  readonly pages: number
  readonly seconds: number
  /** Bytes of bodies as they came over the wire. */
  readonly bytes: number
}

const { urls, visitors, seconds } = workerData as Visits
const agent = new Agent({ keepAlive: true, maxSockets: visitors })
let [pages, bytes, next] = [0, 0, 0]

const visit = (url: string) =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => {
        pages++
        resolve()
      })
    }).on('error', reject)
  })

const start = performance.now()
await Promise.all(
  Array.from({ length: visitors }, async () => {
    while (performance.now() - start < seconds * 1000) await visit(urls[next++ % urls.length]!)
  }),
)
agent.destroy()
parentPort?.postMessage({ pages, bytes, seconds: (performance.now() - start) / 1000 } satisfies Visited)
