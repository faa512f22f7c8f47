import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import type { Counted } from '#kernel/register'
import { type Kept, nearKeys } from './observations.ts'
import { type ImportSource, meetBatch, observationOf, type RowIn } from './take-batch.ts'

/**
 * A dry run (预检): meets the rows of a file with the register and with one another and counts, writing nothing to the
 * database. The file's own rows are kept in a temporary file, found again by 52-bit hashes of their keys and contents, so that
 * a million rows take some ten bytes of memory each. A chance meeting of hashes costs one look at the row and nothing else.
 */
export class Trial {
  readonly #client: PoolClient
  readonly #source: ImportSource
  readonly #folder = mkdtempSync(join(tmpdir(), 'zhizhou-trial-'))
  readonly #file = openSync(join(this.#folder, 'rows'), 'w+')
  #end = 0
  readonly #offsets: number[] = []
  readonly #sizes: number[] = []
  /** Rows of one group form a ring: each points to the next. */
  readonly #ring: number[] = []
  readonly #last = new Map<number, number>()

  constructor(client: PoolClient, source: ImportSource) {
    this.#client = client
    this.#source = source
  }

  /** Counts a batch of rows as if it were taken in. */
  async take(rows: readonly RowIn[]): Promise<Readonly<Record<Counted, number>>> {
    const incoming = rows.map((row) => observationOf(this.#source, row))
    const seen = this.#seenNear(incoming.flatMap(signsOf))
    const signs = [...new Set([...incoming, ...seen].flatMap(signsOf))]
    const stored = await nearKeys(
      this.#client,
      this.#source.region,
      [...new Set([...incoming, ...seen].flatMap((one) => one.keys))],
      [...new Set([...incoming, ...seen].map((one) => one.digest))],
    )
    // Rows of the register may lead to further rows of the file.
    const further = this.#seenNear(stored.flatMap(signsOf).filter((sign) => !signs.includes(sign)))
    const met = meetBatch(together([...stored, ...seen, ...further]), incoming)
    for (const one of incoming) this.#remember(one)
    return met.counts
  }

  close(): void {
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #remember(one: Kept): void {
    const line = Buffer.from(JSON.stringify(one))
    writeSync(this.#file, line, 0, line.length, this.#end)
    const at = this.#offsets.push(this.#end) - 1
    this.#sizes.push(line.length)
    this.#end += line.length
    this.#ring.push(at)
    for (const sign of signsOf(one)) {
      const hash = hashOf(sign)
      const other = this.#last.get(hash)
      // Two rings become one by crossing their links; the same ring would be cut, so it is left alone.
      if (other !== undefined && !this.#inRing(at, other)) {
        const next = this.#ring[at]!
        this.#ring[at] = this.#ring[other]!
        this.#ring[other] = next
      }
      this.#last.set(hash, at)
    }
  }

  #inRing(a: number, b: number): boolean {
    for (let at = this.#ring[a]!; at !== a; at = this.#ring[at]!) if (at === b) return true
    return a === b
  }

  #seenNear(signs: readonly string[]): Kept[] {
    const found = new Map<number, Kept>()
    for (const sign of signs) {
      const start = this.#last.get(hashOf(sign))
      if (start === undefined || found.has(start)) continue
      let at = start
      do {
        found.set(at, this.#read(at))
        at = this.#ring[at]!
      } while (at !== start)
    }
    // The same content said twice is one observation.
    return [...new Map([...found.values()].map((one) => [one.digest, one])).values()]
  }

  #read(at: number): Kept {
    const line = Buffer.alloc(this.#sizes[at]!)
    readSync(this.#file, line, 0, line.length, this.#offsets[at]!)
    return { ...(JSON.parse(line.toString()) as Kept), recordId: undefined }
  }
}

/** Rows of one content have the same keys; only where there is none must the content itself be found again. */
const signsOf = (one: Kept): readonly string[] => (one.keys.length > 0 ? one.keys : [one.digest])

/** Rows of the file and of the register with one content are one; groups are found by the kernel from the keys. */
function together(all: readonly Kept[]): Kept[] {
  return [...new Map(all.map((one) => [one.digest, one])).values()]
}

/** 52 bits of FNV-1a over two lanes: enough that a million rows hardly ever meet by chance. */
function hashOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + i), 0x85ebca6b)
  }
  return (a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff)
}
