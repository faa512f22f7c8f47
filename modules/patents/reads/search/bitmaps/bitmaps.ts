import { Worker } from 'node:worker_threads'
import type { Connection } from '#platform/database'
import { type Bounds, usualBounds } from './bounds.ts'
import type { FoundFacets, FoundPage } from './engine.ts'
import type { Answer, FacetsQuestion, PageQuestion, ThreadStart } from './questions.ts'
import type { Register } from './snapshot.ts'

/**
 * The register as compressed bitmaps in a thread of this process (检索位图): common terms, filters and facets are answered from them.
 * They are of one version of the register; for another one PostgreSQL answers while new ones are made.
 */
export interface SearchBitmaps {
  readonly register: Register
  readonly bounds: Bounds
  /** Null where PostgreSQL is to answer: no bitmaps yet, the register has changed, or the question is too fine for them. */
  readonly page: (question: Omit<PageQuestion, 'asks'>) => Promise<FoundPage | null>
  readonly facets: (question: Omit<FacetsQuestion, 'asks'>) => Promise<FoundFacets | null>
  /** To be told when the register was seen at another version than the bitmaps'. */
  readonly renew: () => void
  /** The version they are of; waits while they are being made. Null where the register is too small for them. */
  readonly ready: () => Promise<string | null>
  readonly close: () => Promise<void>
}

export interface BitmapOptions {
  readonly bounds?: Bounds
  /** Milliseconds a statement of theirs may run. */
  readonly patience?: number
  /** Told when making them failed; PostgreSQL goes on answering. */
  readonly onError?: (error: Error) => void
}

/** Times the making took that pass before they are made again, so that a register that changes all the time does not keep a core busy. */
const restFactor = 5
/** Milliseconds after which a register that was too small is looked at again. */
const lookAgain = 60_000

export function openBitmaps(
  connection: Connection,
  register: Register,
  { bounds = usualBounds, patience = 5_000, onError = () => {} }: BitmapOptions = {},
): SearchBitmaps {
  let closed = false
  let current = start()
  let timer: NodeJS.Timeout | undefined

  function start(): Generation {
    return new Generation({ connection, register, bounds, patience }, onError)
  }

  function renew(): void {
    if (closed || timer || current.making) return
    current.close()
    const rest = Math.max(0, current.tookUntil + restFactor * current.took - performance.now())
    timer = setTimeout(() => {
      timer = undefined
      current = start()
    }, rest)
    timer.unref()
  }

  async function ask<Found>(question: PageQuestion | FacetsQuestion): Promise<Found | null> {
    if (closed || timer) return null
    if (current.madeNothing && performance.now() - current.tookUntil > lookAgain) renew()
    const { found, failure } = await current.ask(question)
    if (failure === 'stale') renew()
    else if (failure) onError(new Error(failure))
    return found as Found | null
  }

  return {
    register,
    bounds,
    page: (question) => ask<FoundPage>({ asks: 'page', ...question }),
    facets: (question) => ask<FoundFacets>({ asks: 'facets', ...question }),
    renew,
    ready: async () => {
      while (timer) await new Promise((resolve) => setTimeout(resolve, 20))
      return current.version
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await current.close()
    },
  }
}

/** The bitmaps of one version and the thread that holds them. */
class Generation {
  /** Resolves when they are made. */
  readonly version: Promise<string | null>
  making = true
  madeNothing = false
  /** Milliseconds the making took, and when it ended. */
  took = 0
  tookUntil = 0
  readonly #thread: Worker
  readonly #waiting = new Map<number, (answer: Omit<Answer, 'n'>) => void>()
  #asked = 0
  #ended = false

  constructor(workerData: ThreadStart, onError: (error: Error) => void) {
    const started = performance.now()
    this.#thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData,
      name: 'search-bitmaps',
      // Its wealth lies in the bitmaps' own memory; what JavaScript holds is for the moment.
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 },
    })
    this.#thread.unref()
    this.version = new Promise((resolve) => {
      const made = (version: string | null) => {
        if (!this.making) return
        this.making = false
        this.madeNothing = version === null
        this.tookUntil = performance.now()
        this.took = this.tookUntil - started
        resolve(version)
      }
      this.#thread.on('message', (message: { version: string | null } | Answer) => {
        if ('version' in message) made(message.version)
        else this.#settle(message)
      })
      this.#thread.on('error', (error) => onError(error))
      this.#thread.on('exit', () => {
        this.#ended = true
        made(null)
        for (const n of this.#waiting.keys()) this.#settle({ n, found: null })
      })
    })
  }

  async ask(question: PageQuestion | FacetsQuestion): Promise<Omit<Answer, 'n'>> {
    if (this.making || this.#ended) return { found: null }
    const n = this.#asked++
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve)
      this.#thread.postMessage({ n, ...question })
    })
  }

  async close(): Promise<void> {
    this.#ended = true
    await this.#thread.terminate()
  }

  #settle({ n, ...answer }: Answer): void {
    this.#waiting.get(n)?.(answer)
    this.#waiting.delete(n)
  }
}
