import type { Right } from './fields.ts'

/** The parts of a Chinese publication or grant number (公开号, 公告号). */
export interface PublicationNumber {
  /** Seven digits until 2007, nine since. */
  readonly digits: string
  /** A, B, C, U, Y, S, D with an ordinal where printed (`B1`); empty where the source leaves it out. */
  readonly kind: string
}

const rights: Readonly<Record<string, Right>> = { 1: 'invention', 2: 'utility-model', 3: 'design' }
const kindsOf: Readonly<Record<Right, string>> = { invention: 'ABC', 'utility-model': 'UY', design: 'SD' }

/** Splits what stands behind CN: `109417194B`, `2810109`, `1030000A`. Null where it is no publication number. */
export function splitPublication(bare: string): PublicationNumber | null {
  const found = /^([123]\d{8}|[123]\d{6})-?([A-Z]\d?)?$/.exec(bare)
  return found ? { digits: found[1]!, kind: found[2] ?? '' } : null
}

/** By the first digit (1 发明, 2 实用新型, 3 外观设计); null where the kind letter says otherwise. */
export function rightOfPublication({ digits, kind }: PublicationNumber): Right | null {
  const right = rights[digits[0]!] ?? null
  return right && (!kind || kindsOf[right].includes(kind[0]!)) ? right : null
}

/**
 * Whether the document announces a grant (授权公告). C, Y and D do; B, U and S do since the kind codes of 2010, when numbers had
 * nine digits, and did not before 1993 (审定公告, pre-grant publications), when they had seven. Without a letter, utility models
 * and designs are published by their grant alone since 1993. Null where neither number nor day tells.
 */
export function announcesGrant({ digits, kind }: PublicationNumber, on?: string): boolean | null {
  if (kind.startsWith('A')) return false
  if (/^[CYD]/.test(kind)) return true
  if (/^[BUS]/.test(kind)) return digits.length === 9
  if (kind || digits.startsWith('1')) return null
  return digits.length === 9 || (on !== undefined && on >= '1993-01-01') ? true : null
}
