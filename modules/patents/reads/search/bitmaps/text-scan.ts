import { classOf } from '#kernel/words'

/**
 * Goes through texts in search form and tells what stands there, as often as it stands there, by numbers instead of strings, because a
 * register has hundreds of millions of pairs. Only characters of the first plane are told of; others break nothing but are rare.
 */
export abstract class TextScan {
  /** A letter or digit. */
  protected abstract onCharacter(unit: number): void
  /** Two in a row, as one number of 32 bits; answers a number for the pair, or 0 where triples that begin with it do not matter. */
  protected abstract onPair(pair: number): number
  /** Three in a row, by the number of the first two. */
  protected abstract onTriple(pair: number, unit: number): void
  /** The last of a run. */
  protected abstract onLast(unit: number): void
  /** Four digits in a row, as their number. */
  protected abstract onFour(four: number): void

  protected scan(text: string): void {
    // The character before in the run, or -1; the number of the pair that ends with it, or 0.
    let before = -1
    let pairBefore = 0
    let digits = 0
    let four = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const isSurrogate = unit >= 0xd800 && unit < 0xdc00
      const kind = classOf(isSurrogate ? text.codePointAt(at)! : unit)
      digits = kind === 2 ? digits + 1 : 0
      if (isSurrogate) at++
      if (kind === 0) {
        if (before >= 0) this.onLast(before)
        before = -1
      } else if (isSurrogate) {
        before = -1
      } else {
        this.onCharacter(unit)
        if (before >= 0) {
          if (pairBefore !== 0) this.onTriple(pairBefore, unit)
          pairBefore = this.onPair((before << 16) | unit)
        }
        before = unit
        four = (four * 10 + unit - 0x30) % 10_000
        if (digits >= 4) this.onFour(four)
        if (kind !== 2) four = 0
      }
      if (before < 0) pairBefore = 0
    }
    if (before >= 0) this.onLast(before)
  }
}
