import { anywhere, longest, stretch } from './keys.ts'
import { NumberTable } from './number-table.ts'
import { TextScan } from './text-scan.ts'

/** The most pairs and the most longer stretches that are covered; numbers of keys are kept in 16 bits. */
const mostPairs = 8_000
const mostLonger = 10_000

/**
 * The share that other keys than pairs must have, in that of pairs. Characters alone are seldom asked for and take much room;
 * stretches of three and four are what people look for (传感器, 搅拌装置), and not to be told by their pairs.
 */
const shares = { characters: 20, lasts: 5, fours: 1, longer: [0, 0, 0, 0.8, 1, 2, 2] }

/**
 * The keys that stand in at least this share of sample texts. A pair that is not among them is so rare that PostgreSQL finds it quickly.
 * With a stretch the shorter ones that it begins with are among them.
 */
export function chooseKeys(sample: readonly string[], share: number): string[] {
  const least = Math.max(2, share * sample.length)
  const counted = new PairCount()
  for (const text of sample) counted.take(text)
  const pairs = counted.pairs.frequent(least).slice(0, mostPairs)
  const stretches = pairs.map((pair) => String.fromCharCode(pair >>> 16, pair & 0xffff))
  const longer = new Map<number, number>()
  for (let [length, from] = [3, 0]; length <= longest; length++) {
    const counts = new LongerCount(pairs, longer, from)
    for (const text of sample) counts.take(text)
    from = stretches.length
    for (const key of counts.longer.frequent(least * shares.longer[length]!).slice(0, mostLonger)) {
      longer.set(key, stretches.push(stretches[(key >>> 16) - 1]! + String.fromCharCode(key & 0xffff)))
    }
  }
  return [
    ...counted.characters.frequent(least * shares.characters).map((unit) => anywhere(String.fromCharCode(unit))),
    ...counted.lasts.frequent(least * shares.lasts).map((unit) => String.fromCharCode(unit)),
    ...counted.fours.frequent(least * shares.fours).map((four) => String(four).padStart(4, '0')),
    ...stretches.map((characters, at) => (at < pairs.length ? characters : stretch(characters))),
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

  protected onLonger(): number {
    return 0
  }

  protected onLast(unit: number): void {
    this.lasts.add(unit, this.#text)
  }

  protected onFour(four: number): void {
    this.fours.add(four, this.#text)
  }
}

/** Counts the stretches longer by one than those chosen last. */
class LongerCount extends TextScan {
  readonly longer = new Counts()
  readonly #pairs: NumberTable
  readonly #known: NumberTable
  /** Stretches with a number beyond this are those chosen last. */
  readonly #from: number
  #text = 0

  constructor(pairs: readonly number[], longer: ReadonlyMap<number, number>, from: number) {
    super()
    this.#pairs = new NumberTable(new Map(pairs.map((pair, at) => [pair, at + 1])))
    this.#known = new NumberTable(longer)
    this.#from = from
  }

  take(text: string): void {
    this.#text++
    this.scan(text)
  }

  protected onCharacter(): void {}

  protected onPair(pair: number): number {
    return this.#pairs.get(pair)
  }

  protected onLonger(stretch: number, unit: number): number {
    const key = (stretch << 16) | unit
    if (stretch > this.#from) this.longer.add(key, this.#text)
    return this.#known.get(key)
  }

  protected onLast(): void {}

  protected onFour(): void {}
}
