import { parentPort, workerData } from 'node:worker_threads'
import { roaringLibraryInitialize } from 'roaring-wasm'
import { wire } from '#platform/database'
import { Stale } from './ask-database.ts'
import { Engine } from './engine.ts'
import type { Answer, Question, ThreadStart } from './questions.ts'
import { readSnapshot } from './snapshot.ts'

/** The thread that makes and keeps the bitmaps of one version: it ends with the version. */
const { connection, register, bounds, patience } = workerData as ThreadStart
const port = parentPort!
const { pool, withClient, close } = wire<unknown>(connection, { max: 3 })
pool.on('connect', (client) => void client.query(`SET statement_timeout = ${patience}; SET enable_seqscan = off`))

await roaringLibraryInitialize()
const snapshot = await withClient((client) => readSnapshot(client, register, bounds))
const engine = snapshot && new Engine(snapshot, pool, register, bounds)

port.postMessage({ version: snapshot?.version ?? null })
// Without a listener the thread ends by itself.
if (!engine) await close()
else {
  port.on('message', (question: Question) => {
    answer(engine, question).then(
      (found) => port.postMessage({ n: question.n, found } satisfies Answer),
      (error) =>
        port.postMessage({
          n: question.n,
          found: null,
          failure: error instanceof Stale ? 'stale' : String(error),
        } satisfies Answer),
    )
  })
}

function answer(from: Engine, question: Question): Promise<Answer['found']> {
  if (question.asks === 'facets') return from.facets(question.request)
  return from.page(question.request, question.sort, question.after, question.limit)
}
