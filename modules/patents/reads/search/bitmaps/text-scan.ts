import { classOf } from '#kernel/words'
import { longest } from './keys.ts'

/**
 * Goes through texts in search form and tells what stands there, as often as it stands there, by numbers instead of strings, because a
 * register has hundreds of millions of pairs. Only characters of the first plane are told of; others are rare.
 */
export abstract class TextScan {
  /** A letter or digit. */
  protected abstract onCharacter(unit: number): void
  /** Two in a row, as one number of 32 bits; answers a number for the pair, or 0 where stretches that begin with it do not matter. */
  protected abstract onPair(pair: number): number
  /** A stretch longer by one than one that has this number; answers its number or 0. */
  protected abstract onLonger(stretch: number, unit: number): number
  /** The last of a run. */
  protected abstract onLast(unit: number): void
  /** Four digits in a row, as their number. */
  protected abstract onFour(four: number): void

  /** By length, the number of the stretch that ends at the character before. */
  readonly #ending = new Int32Array(longest + 1)

  protected scan(text: string): void {
    const ending = this.#ending.fill(0)
    let before = -1
    let digits = 0
    let four = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const isSurrogate = unit >= 0xd800 && unit < 0xdc00
      const kind = classOf(isSurrogate ? text.codePointAt(at)! : unit)
      digits = kind === 2 ? digits + 1 : 0
      if (kind === 0 || isSurrogate) {
        if (isSurrogate) at++
        // A rare character goes on with the run, a mark ends it.
        if (kind === 0 && before >= 0) this.onLast(before)
        before = -1
        ending.fill(0)
        continue
      }
      this.onCharacter(unit)
      for (let length = longest; length > 2; length--) {
        const shorter = ending[length - 1]!
        ending[length] = shorter === 0 ? 0 : this.onLonger(shorter, unit)
      }
      if (before >= 0) ending[2] = this.onPair((before << 16) | unit)
      before = unit
      four = kind === 2 ? (four * 10 + unit - 0x30) % 10_000 : 0
      if (digits >= 4) this.onFour(four)
    }
    if (before >= 0) this.onLast(before)
  }
}
