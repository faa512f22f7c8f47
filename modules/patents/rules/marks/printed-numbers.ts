import { type NumberReading, readNumber } from '../numbers.ts'
import { isApplicationBody } from '../numbers-application.ts'

/** A number as it stands in the text of a mark. */
export interface PrintedNumber {
  /** What stands there, as searched. */
  readonly printed: string
  readonly at: number
  readonly end: number
  /** `unknown` where digits are lost, masked or too many. */
  readonly reading: NumberReading
  /** How the number itself is called there: ZL or 专利号, 申请号, or by nothing. */
  readonly called: 'patent' | 'application' | 'nothing'
  /** Whether ZL stands before it. */
  readonly zl: boolean
}

const digits = (count: number) => `\\d(?:\\s*\\d){${count - 1}}`
// Behind the body: the check digit with its dot or hyphen, with nothing between, or after a blank where no further digits follow.
const check = '(?:\\s*[.-]\\s*([\\dX])(?![\\dA-Z])|([\\dX])(?![\\dA-Z])|\\s([\\dX])(?!\\s*[\\dA-Z]))'
const prefix = '(?<!\\d)((?:CN)?\\s*ZL|CN)?[\\s.:#-]{0,12}'
const short = '(?:8\\s*[5-9]|9\\s*\\d|0\\s*[0-3])\\s*[12389](?:\\s*\\d){5}'
const lost = '×*#?□○●◇_＿■▇█~'

const shapes: readonly { readonly shape: RegExp; readonly read: (found: RegExpExecArray) => NumberReading | null }[] = [
  // 12 digits since 2003-10, in any groups.
  {
    shape: new RegExp(`${prefix}(2\\s*0(?:\\s*\\d){10})(?:${check}|(?![\\d]|\\s?-?\\s?[A-Z](?![A-Z])))`, 'g'),
    read: (found) => readApplication(found[1], found[2]!, found[3] ?? found[4] ?? found[5]),
  },
  // 8 digits before, behind ZL or CN, or with a dotted check digit.
  {
    shape: new RegExp(
      `(?<![\\dA-Z])((?:CN)?\\s*ZL|CN)[\\s.:#-]{0,12}(${short})(?:${check}|(?![\\d]|\\s?-?\\s?[A-Z](?![A-Z])))`,
      'g',
    ),
    read: (found) => readApplication(found[1], found[2]!, found[3] ?? found[4] ?? found[5]),
  },
  {
    shape: new RegExp(`(?<![\\dA-Z.])(${short})\\s*\\.\\s*([\\dX])(?![\\dA-Z])`, 'g'),
    read: (found) => readApplication(undefined, found[1]!, found[2]),
  },
  {
    shape: new RegExp(`专利(?:申请)?号(?:码)?[\\s.:#-]{0,12}(${short})(?:${check}|(?![\\d]))`, 'g'),
    read: (found) => readApplication(undefined, found[1]!, found[2] ?? found[3] ?? found[4]),
  },
  // 公开号, 公告号, behind CN, behind the word, or by their kind letter.
  {
    shape: /(?<![\dA-Z])CN\s*-?\s*([123](?:\s*\d){8}|[123](?:\s*\d){6})\s*-?\s*([ABCUYSD]\d?)?(?![\dA-Z])/g,
    read: (found) => readPublication(found[1]!, found[2]),
  },
  {
    shape: /(?:公开|公告|公布)[^\d]{0,8}([123](?:\s*\d){8}|[123](?:\s*\d){6})\s*-?\s*([ABCUYSD]\d?)?(?![\dA-Z])/g,
    read: (found) => readPublication(found[1]!, found[2]),
  },
  {
    shape: /(?<![\dA-Z])([123]\d{8}|[123]\d{6})([ABCUYSD]\d?)(?![\dA-Z])/g,
    read: (found) => readPublication(found[1]!, found[2]),
  },
  // Behind ZL or 专利号 stands something that is no number any more.
  {
    shape: new RegExp(
      `(?:(?<![\\dA-Z])ZL|专利(?:申请)?号(?:码)?)[\\s.:#-]{0,12}[\\d${lost}][\\dX${lost}.\\s-]*[A-Z]?(?![\\dA-Z])`,
      'g',
    ),
    read: () => unread,
  },
  {
    shape: new RegExp(`(?<![\\dA-Z])(?:CN\\s*)?(?:\\d[\\d\\s]*[${lost}]{2,20}|[${lost}]{2,20}\\s*\\d)[\\dX${lost}.\\s]*`, 'g'),
    read: () => unread,
  },
  {
    shape: new RegExp(`(?<![\\dA-Z])(?:CN\\s*)?${digits(12)}\\s?-?\\s?[A-Z](?![A-Z])`, 'g'),
    read: () => unread,
  },
]

const unread: NumberReading = { kind: 'unknown', canonical: null, checkDigit: null, right: null, year: null }

function readApplication(before: string | undefined, body: string, given: string | undefined): NumberReading | null {
  const bare = body.replace(/\s+/g, '')
  if (!isApplicationBody(bare)) return before === undefined ? null : unread
  return readNumber(`${before?.includes('ZL') ? 'ZL' : 'CN'}${bare}${given === undefined ? '' : `.${given}`}`)
}

const readPublication = (number: string, kind: string | undefined): NumberReading =>
  readNumber(`CN${number.replace(/\s+/g, '')}${kind ?? ''}`)

/** The patent, application and publication numbers in a plain mark (`plainMark`), in the order in which they stand. */
export function printedNumbers(plain: string): PrintedNumber[] {
  let rest = plain
  const found: PrintedNumber[] = []
  for (const { shape, read } of shapes) {
    for (const hit of rest.matchAll(shape)) {
      const reading = read(hit)
      if (reading === null) continue
      const end = hit.index + hit[0].length
      found.push({
        printed: hit[0].trim(),
        at: hit.index,
        end,
        reading,
        called: calledBy(plain, hit.index, hit[0]),
        zl: hit[0].includes('ZL'),
      })
    }
    // What has been read is not read again as something else.
    for (const one of found) rest = rest.slice(0, one.at) + '\n'.repeat(one.end - one.at) + rest.slice(one.end)
  }
  return found.length > 0 ? found.sort((a, b) => a.at - b.at) : alone(plain)
}

function calledBy(plain: string, at: number, printed: string): PrintedNumber['called'] {
  if (printed.includes('ZL')) return 'patent'
  const before = /(专利号|申请号|专利证(?:书)?号?|PATENT|公开|公告|公布)[^\d]{0,12}$/.exec(
    plain.slice(Math.max(0, at - 24), at) + (/^\D*/.exec(printed)?.[0] ?? ''),
  )?.[1]
  if (before === undefined) return 'nothing'
  return before === '申请号' ? 'application' : /公/.test(before) ? 'nothing' : 'patent'
}

/** Nothing but one number, in a form that only stands by itself: nine digits, eight, a credit code. */
function alone(plain: string): PrintedNumber[] {
  const reading = readNumber(plain)
  const whole = plain.trim()
  if (reading.kind === 'unknown') {
    // A run of digits that is no number of a patent, and nothing else.
    return /^[\d\s.-]{5,}[A-Z]?$/.test(whole)
      ? [{ printed: whole, at: 0, end: plain.length, reading, called: 'nothing', zl: false }]
      : []
  }
  return [{ printed: whole, at: 0, end: plain.length, reading, called: 'nothing', zl: false }]
}
