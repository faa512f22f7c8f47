/** What a unified social credit code (统一社会信用代码) says of itself. */
export interface CreditCode {
  /** Eighteen characters in capitals, as printed otherwise. */
  readonly code: string
  readonly checkDigit: { readonly given: string; readonly expected: string | null; readonly valid: boolean }
  /** Whether the organisation code inside (characters 9–17, GB 11714) agrees with its own check character. */
  readonly organisationValid: boolean
  /** Another code that passes both checks, where letters stand that GB 32100 does not use: O for 0, I for 1. Never taken by itself. */
  readonly suggestion: string | null
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Reads a unified social credit code (GB 32100-2015): full width, lower case, blanks, hyphens and words before it are accepted.
 * Null where the text has not the shape of one (18 characters, places 3–8 digits). A failing check is an answer that warrants
 * a warning, not a refusal: some early codes were issued wrongly.
 */
export function readCreditCode(text: string): CreditCode | null {
  if (text.length > 200) return null
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^[^0-9A-Z]+/u, '')
    .replace(/[\s\u200b-\u200f\ufeff号.。,;)\]】-]/gu, '')
  if (!/^[0-9A-Z]{2}[0-9OI]{6}[0-9A-Z]{10}$/.test(code)) return null
  const expected = expectedCheck(code)
  const given = code[17]!
  return {
    code,
    checkDigit: { given, expected, valid: expected === given },
    organisationValid: organisationCheck(code.slice(8, 16)) === code[16],
    suggestion: suggest(code),
  }
}

/** The 18th character of the first 17; null where one of them is not in the alphabet of GB 32100 (no I, O, S, V, Z). */
export function expectedCheck(code: string): string | null {
  let sum = 0
  for (let place = 0; place < 17; place++) {
    const value = alphabet.indexOf(code[place]!)
    if (value < 0) return null
    sum += value * weights[place]!
  }
  return alphabet[(31 - (sum % 31)) % 31]!
}

/** The check character of an organisation code's eight (组织机构代码, GB 11714): letters count A = 10 … Z = 35. */
export function organisationCheck(eight: string): string {
  let sum = 0
  for (let place = 0; place < 8; place++) sum += Number.parseInt(eight[place]!, 36) * organisationWeights[place]!
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

function suggest(code: string): string | null {
  if (!/[OI]/.test(code)) return null
  const mended = code.replace(/O/g, '0').replace(/I/g, '1')
  return expectedCheck(mended) === mended[17] && organisationCheck(mended.slice(8, 16)) === mended[16] ? mended : null
}
