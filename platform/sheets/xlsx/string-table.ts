import { SpilledBytes } from './spilled-bytes.ts'

const chunk = 1024
const hotSlots = 8192
const hotLength = 128

/**
 * The shared strings (共享字符串表) of a workbook: a million abstracts must not sit in the heap, so the text is spilled
 * and only its offsets (4 bytes a string) stay. Short strings met again and again are kept as they are.
 */
export class StringTable {
  readonly #bytes: SpilledBytes
  /** Offsets within a chunk of strings, from the chunk's own base: 32 bits suffice for any 1024 cells. */
  readonly #offsets: Uint32Array[] = []
  readonly #bases: number[] = []
  readonly #hotIndex = new Int32Array(hotSlots).fill(-1)
  readonly #hotText: string[] = new Array(hotSlots).fill('')
  #count = 0

  constructor(folder: string, bytesKept = 32 * 1024 ** 2) {
    this.#bytes = new SpilledBytes(folder, bytesKept)
  }

  get count(): number {
    return this.#count
  }

  add(text: string): void {
    const within = this.#count % chunk
    if (within === 0) {
      this.#offsets.push(new Uint32Array(chunk))
      this.#bases.push(this.#bytes.length)
    }
    this.#offsets.at(-1)![within] = this.#bytes.length - this.#bases.at(-1)!
    this.#bytes.appendText(text)
    this.#count++
  }

  /** The string of this number, undefined where the table has none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined
    const slot = index % hotSlots
    if (this.#hotIndex[slot] === index) return this.#hotText[slot]
    const from = this.#start(index)
    const text = this.#bytes.textAt(from, (index + 1 < this.#count ? this.#start(index + 1) : this.#bytes.length) - from)
    if (text.length <= hotLength) {
      this.#hotIndex[slot] = index
      this.#hotText[slot] = text
    }
    return text
  }

  #start(index: number): number {
    const within = index % chunk
    const at = (index - within) / chunk
    return this.#bases[at]! + this.#offsets[at]![within]!
  }

  close(): void {
    this.#bytes.close()
  }
}
