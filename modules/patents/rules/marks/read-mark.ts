import type { Right } from '../fields.ts'
import { kindWords, plainMark, saysNotGranted, saysProcess, speaksOfApplication, speaksOfPatent } from './mark-words.ts'
import { type PrintedNumber, printedNumbers } from './printed-numbers.ts'

/** One number of a mark with the words that belong to it. */
export interface MarkedNumber extends PrintedNumber {
  /** The Chinese kind words (专利权类别) that stand with it; null where none do. */
  readonly kind: Right | null
}

/** A mark taken apart: its numbers and what its words claim. */
export interface ReadMark {
  readonly numbers: readonly MarkedNumber[]
  /** The words claim a patent (专利), or only an application; null where neither is named. */
  readonly claims: 'patent' | 'application' | null
  /** 「专利申请，尚未授权」 stands there. */
  readonly notGranted: boolean
  /** The goods are said to come from a patented process. */
  readonly process: boolean
  /** The first kind word, for marks without a number. */
  readonly kind: Right | null
}

/** Reads whatever is printed on goods (标识). Never fails; a mark without a number has none. */
export function readMark(text: string): ReadMark {
  const plain = plainMark(text)
  const numbers = printedNumbers(plain)
  const kinds = kindWords(plain)
  const notGranted = saysNotGranted(plain)
  const application = notGranted || speaksOfApplication(plain)
  const patent = !notGranted && (speaksOfPatent(plain) || numbers.some((one) => one.called === 'patent'))
  return {
    numbers: numbers.map((one, index) => ({ ...one, kind: kindOf(kinds, numbers, index) })),
    claims: patent ? 'patent' : application ? 'application' : null,
    notGranted,
    process: saysProcess(plain),
    kind: kinds[0]?.right ?? null,
  }
}

/**
 * Kind words stand before their numbers, and then hold for those that follow (发明专利：ZL…、ZL…), or behind each number
 * (ZL…（发明）); what stands before the first number tells which.
 */
function kindOf(
  kinds: readonly { readonly right: Right; readonly at: number }[],
  numbers: readonly PrintedNumber[],
  index: number,
): Right | null {
  const number = numbers[index]!
  const before = kinds.some((kind) => kind.at < numbers[0]!.end)
  if (before) return kinds.findLast((kind) => kind.at < number.end)?.right ?? null
  const next = numbers[index + 1]?.at ?? Number.POSITIVE_INFINITY
  return kinds.find((kind) => kind.at >= number.end && kind.at < next)?.right ?? null
}
