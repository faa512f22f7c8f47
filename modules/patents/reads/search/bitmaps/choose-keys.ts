import { anywhere, three } from './keys.ts'
import { NumberTable } from './number-table.ts'
import { TextScan } from './text-scan.ts'

/** The most pairs and triples that are covered; numbers of keys are kept in 16 bits. */
const mostPairs = 8_000
const mostTriples = 8_000

/** Characters alone are seldom asked for and take much room, triples are many: the share they must have, in those of pairs. */
const rarer = { characters: 20, lasts: 5, triples: 2 }

/**
 * The keys that stand in at least this share of sample texts. A pair that is not among them is so rare that PostgreSQL finds it quickly.
 * Triples are covered only where both their pairs are.
 */
export function chooseKeys(sample: readonly string[], share: number): string[] {
  const least = Math.max(2, share * sample.length)
  const pairs = new PairCount()
  for (const text of sample) pairs.take(text)
  const chosen = pairs.pairs.frequent(least).slice(0, mostPairs)
  const triples = new TripleCount(chosen)
  for (const text of sample) triples.take(text)
  const letters = (pair: number) => String.fromCharCode(pair >>> 16, pair & 0xffff)
  const units = (counts: Counts, rarer: number) => counts.frequent(least * rarer)
  return [
    ...units(pairs.characters, rarer.characters).map((unit) => anywhere(String.fromCharCode(unit))),
    ...units(pairs.lasts, rarer.lasts).map((unit) => String.fromCharCode(unit)),
    ...units(pairs.fours, 1).map((four) => String(four).padStart(4, '0')),
    ...chosen.map(letters),
    ...triples.triples
      .frequent(least * rarer.triples)
      .slice(0, mostTriples)
      .map((triple) => three(letters(chosen[(triple >>> 16) - 1]!) + String.fromCharCode(triple & 0xffff))),
  ]
}

/** In how many texts each number stood, numbers of 32 bits. */
class Counts {
  #keys = new Int32Array(1 << 12)
  #counts = new Uint32Array(1 << 12)
  #last = new Uint32Array(1 << 12)
  #size = 0

  /** Counts a number for a text, once; texts are numbered from 1. */
  add(key: number, text: number): void {
    const at = this.#place(key)
    if (this.#last[at] === text) return
    if (this.#counts[at] === 0 && ++this.#size * 2 > this.#keys.length) {
      this.#grow()
      this.add(key, text)
      return
    }
    this.#keys[at] = key
    this.#last[at] = text
    this.#counts[at]!++
  }

  /** The numbers that stood in at least so many texts, commonest first. */
  frequent(least: number): number[] {
    const places = Array.from(this.#keys.keys()).filter((at) => this.#counts[at]! >= least)
    return places.sort((a, b) => this.#counts[b]! - this.#counts[a]!).map((at) => this.#keys[at]! >>> 0)
  }

  #place(key: number): number {
    const mask = this.#keys.length - 1
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (this.#counts[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const [keys, counts, last] = [this.#keys, this.#counts, this.#last]
    this.#keys = new Int32Array(keys.length * 4)
    this.#counts = new Uint32Array(keys.length * 4)
    this.#last = new Uint32Array(keys.length * 4)
    this.#size = 1
    for (let from = 0; from < keys.length; from++) {
      if (counts[from] === 0) continue
      const at = this.#place(keys[from]!)
      this.#keys[at] = keys[from]!
      this.#counts[at] = counts[from]!
      this.#last[at] = last[from]!
      this.#size++
    }
  }
}

class PairCount extends TextScan {
  readonly characters = new Counts()
  readonly lasts = new Counts()
  readonly fours = new Counts()
  readonly pairs = new Counts()
  #text = 0

  take(text: string): void {
    this.#text++
    this.scan(text)
  }

  protected onCharacter(unit: number): void {
    this.characters.add(unit, this.#text)
  }

  protected onPair(pair: number): number {
    this.pairs.add(pair, this.#text)
    return 0
  }

  protected onTriple(): void {}

  protected onLast(unit: number): void {
    this.lasts.add(unit, this.#text)
  }

  protected onFour(four: number): void {
    this.fours.add(four, this.#text)
  }
}

class TripleCount extends TextScan {
  readonly triples = new Counts()
  readonly #pairs: NumberTable
  #text = 0

  constructor(pairs: readonly number[]) {
    super()
    this.#pairs = new NumberTable(new Map(pairs.map((pair, at) => [pair, at + 1])))
  }

  take(text: string): void {
    this.#text++
    this.scan(text)
  }

  protected onCharacter(): void {}

  protected onPair(pair: number): number {
    return this.#pairs.get(pair)
  }

  protected onTriple(pair: number, unit: number): void {
    // Both pairs, or a term with the triple would have a rare pair anyway.
    this.triples.add((pair << 16) | unit, this.#text)
  }

  protected onLast(): void {}

  protected onFour(): void {}
}
