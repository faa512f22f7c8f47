import type { Right } from './fields.ts'
import { type ApplicationNumber, isApplicationBody, rightOfBody, splitApplication, yearOfBody } from './numbers-application.ts'
import { cleanNumber } from './numbers-clean.ts'
import { announcesGrant, rightOfPublication, splitPublication } from './numbers-publication.ts'

export { checkDigit, supplyCheckDigit } from './numbers-check-digit.ts'
export { groupNumber } from './numbers-group.ts'

export type NumberKind =
  | 'application-number'
  | 'patent-number'
  | 'publication-number'
  | 'credit-code'
  | 'trademark-number'
  | 'unknown'

/** What a number says of itself; the answer of `check-number`. What is not said is null. */
export interface NumberReading {
  readonly kind: NumberKind
  /** `201610259567.X`, `ZL201610259567.X`, `CN109417194B`; a wrong check digit stays as printed, a missing one is supplied. */
  readonly canonical: string | null
  /** Null for kinds without one. A missing digit: given and valid null, expected filled. */
  readonly checkDigit: CheckDigit | null
  readonly right: Right | null
  /** 申请年. */
  readonly year: number | null
}

export interface CheckDigit {
  readonly given: string | null
  readonly expected: string | null
  readonly valid: boolean | null
}

const unknown: NumberReading = { kind: 'unknown', canonical: null, checkDigit: null, right: null, year: null }

/**
 * Reads a Chinese application, patent, publication or trademark number in any form met on paper, on web pages and in
 * exports: full width, lower case, blanks and line breaks anywhere, words before it, dot or prefix missing.
 * Masked or lost digits, the body of an application number with a kind letter and foreign numbers are `unknown`.
 * A wrong check digit is an answer (`valid: false`), not a refusal. Credit codes are read in modules/enterprises.
 * Sources: ZC 0006-2003 (application numbers), EPO numbering notes for China (publication numbers).
 */
export function readNumber(text: string): NumberReading {
  const { bare: written, words } = cleanNumber(text)
  const bare = written.replace(/^CN(?=ZL)/, '')
  if (words.includes('商标')) return /^G?\d{1,9}[A-Z]?$/.test(bare) ? mark(bare) : unknown
  if (bare.startsWith('ZL')) {
    const found = splitApplication(bare.slice(2).replace(/^[-.:]?(?:CN)?/, ''))
    return found ? application(found, 'patent-number') : unknown
  }
  if (bare.startsWith('CN')) return behindCountry(bare.slice(2).replace(/^[-.:]/, ''))
  if (/专利|公开|公告|公布/.test(words)) return behindCountry(bare)
  if (/^\d{5,8}$/.test(bare)) return mark(bare)
  if (/^\d{9}$/.test(bare)) return nineDigits(bare)
  if (/^G\d{1,7}[A-Z]?$/.test(bare) || splitOffMark(bare)) return mark(bare)
  return behindCountry(bare)
}

function behindCountry(rest: string): NumberReading {
  const found = splitApplication(rest)
  // Nine digits are an old application number without its dot only if the check digit agrees or nothing else fits.
  if (found && (found.given === found.expected || !splitPublication(rest))) return application(found, 'application-number')
  return publication(rest)
}

/** `113783949` satisfies the old arithmetic by chance; its year, 11, tells that it is a publication number. */
function nineDigits(bare: string): NumberReading {
  const found = splitApplication(bare)
  if (found && found.given === found.expected) return application(found, 'application-number')
  return { ...unknown, kind: 'publication-number', canonical: `CN${bare}`, right: publication(bare).right }
}

function application({ body, given, expected }: ApplicationNumber, kind: 'application-number' | 'patent-number'): NumberReading {
  return {
    kind,
    canonical: `${kind === 'patent-number' ? 'ZL' : ''}${body}.${given ?? expected}`,
    checkDigit: { given, expected, valid: given === null ? null : given === expected },
    right: rightOfBody(body),
    year: yearOfBody(body),
  }
}

function publication(rest: string): NumberReading {
  const found = splitPublication(rest)
  if (!found) return unknown
  return {
    ...unknown,
    kind: 'publication-number',
    canonical: `CN${found.digits}${found.kind}`,
    right: rightOfPublication(found),
  }
}

const mark = (bare: string): NumberReading => ({ ...unknown, kind: 'trademark-number', canonical: bare })

/** A part split off a mark's application carries a letter (45678901A); the body of a patent application with one is neither. */
function splitOffMark(bare: string): boolean {
  return /^\d{8}A$/.test(bare) && !isApplicationBody(bare.slice(0, 8))
}

/**
 * The key by which rows of one right meet: the 8 or 12 digits of the application or patent number, here known to be one,
 * so that `86108023` needs no prefix. A missing check digit does no harm; null where the digit is wrong or it is no such number.
 */
export function applicationBody(text: string): string | null {
  const { bare } = cleanNumber(text)
  const found = splitApplication(bare.replace(/^(?:CN|ZL)+[-.:]?/, ''))
  return found && (found.given === null || found.given === found.expected) ? found.body : null
}

/**
 * The key of a publication number that stands where one is expected: `CN109417194B`, `US11355780B2`, `WO2014166440A1`.
 * Until 1988 the application's eight digits were printed with a kind letter (`CN86108023A`): here, and only here, that is one.
 * Null where nothing identifies a publication.
 */
export function publicationKey(text: string): string | null {
  const bare = cleanNumber(text).bare.replace(/[-./,()]/g, '')
  const chinese = splitPublication(bare.replace(/^CN/, ''))
  if (chinese) return `CN${chinese.digits}${chinese.kind}`
  // Until 1988 the application number; and what a compiler hung on behind the kind letter (CN104671642A501).
  if (/^(?:CN)?(?:8[5-8][123]\d{5}[ABUS]|[123]\d{8}[A-Z]\d{2,3})$/.test(bare)) return `CN${bare.replace(/^CN/, '')}`
  return /^(?!CN|ZL)[A-Z]{2}[A-Z]{0,2}\d{4,14}(?:[A-Z]\d?)?$/.test(bare) ? bare : null
}

/** Whether this Chinese publication number announces a grant (see `announcesGrant`); null also where it is none. */
export function isGrantNumber(text: string, on?: string): boolean | null {
  const found = splitPublication(
    cleanNumber(text)
      .bare.replace(/[-./,()]/g, '')
      .replace(/^CN/, ''),
  )
  return found && announcesGrant(found, on)
}

/** 发明, 实用新型 or 外观设计 by an application, patent or publication number that stands where one is expected; null where it does not tell. */
export function rightOf(text: string): Right | null {
  const body = applicationBody(text)
  return body ? rightOfBody(body) : readNumber(text).right
}
