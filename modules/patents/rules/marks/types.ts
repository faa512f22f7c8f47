import type { PlainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import type { Licence } from '../licences.ts'
import type { CheckDigit } from '../numbers.ts'
import type { StatusSpan } from '../status.ts'

/** What a mark check (专利标识核验) may answer; J1a–J5 are the acts of 专利法实施细则 第一百零一条. */
export const markOutcomes = [
  'ok',
  'irregular-mark',
  'J1a',
  'J1b',
  'J1c',
  'J2',
  'J3',
  'J4',
  'J5',
  'refer-to-infringement',
  'not-in-register',
  'needs-verification',
] as const
export type MarkOutcome = (typeof markOutcomes)[number]

/** What is asked: the mark as it is printed and what the officer knows of the goods. Everything but the text may be unknown. */
export interface AskedMark {
  /** Whatever stands on the goods: kind words, one or several numbers in any form, or nothing that can be read. */
  readonly text: string
  /** The kind of right claimed on the goods (标明的类别), where it is not part of the text. */
  readonly claimed?: Right | undefined
  /** The day the goods were made (生产日期). */
  readonly madeOn?: PlainDate | undefined
  /** The day the goods were seen (发现日期). */
  readonly seenOn?: PlainDate | undefined
  /** The day of the check: stands for the day seen where nobody says when that was. */
  readonly today?: PlainDate | undefined
  /** Whom the check is about; `maker` where nobody says. */
  readonly role?: 'maker' | 'seller' | undefined
  /** The maker's name as printed (标注的生产者). */
  readonly maker?: string | undefined
  /** Whether the goods are said to be made by a patented process (专利方法). */
  readonly process?: boolean | undefined
  /** Where the mark stands: on the goods or their package, or in manuals, advertisements and contracts (说明书等材料). */
  readonly printedOn?: 'goods' | 'material' | undefined
  /** What the maker could show of the holder's permission (许可), where it was asked. */
  readonly permission?: 'given' | 'none' | 'disputed' | undefined
  /** False where an officer found that the goods are not what the patent covers (不是该专利的产品). */
  readonly covered?: boolean | undefined
  /** True where the national source was asked and does not know the number (联网核查查无此号). */
  readonly absent?: boolean | undefined
  /** What an officer himself established and no register can tell: forged papers (J4) or other confusion (J5). */
  readonly found?: 'J4' | 'J5' | undefined
}

/**
 * What a register knows of one number; small enough to be built from the compact copy on the phone. `spans` as the register
 * folded them; where only the present state is known, one span from the filing day with `endDayKnown: false`.
 */
export interface RegisterEntry {
  /** 申请号 with its check digit, without ZL. */
  readonly number: string
  readonly right: Right | null
  readonly filedOn: PlainDate | null
  /** 授权公告日; null where the register does not know it. */
  readonly grantedOn?: PlainDate | null | undefined
  /** 专利权人, or the applicants; empty where the copy does not carry them. */
  readonly holders: readonly string[]
  /** Whose licences are known (许可): goods of a licensee bear nobody else's number. */
  readonly licences?: readonly Licence[] | undefined
  readonly spans: readonly StatusSpan[]
  /** The latest day of which a source of this entry speaks. */
  readonly asOf: PlainDate
  /** The day on which the end of the right was announced; null or absent where the register does not know it. */
  readonly endAnnouncedOn?: PlainDate | null | undefined
  /** False where only the fact of an end is known, not its day. */
  readonly endDayKnown?: boolean | undefined
  /** Where the entry comes from, as the office calls it. */
  readonly source?: string | undefined
}

/** Looks a number up: the 8 or 12 digits of an application or patent number (`201610259567`), or a publication number (`CN109417194B`). */
export type MarkRegister = (key: string) => RegisterEntry | null

/** One row of the decision table (判定规则), a version of it: what is answered in one case. */
export interface MarkRow {
  /** The case: `check-digit`, `ended` … */
  readonly id: string
  /** Versions of a row share an id; the day of the act picks one. */
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
  /** The article on which the row rests. */
  readonly basis: string
  readonly body: MarkRowBody
}

export interface MarkRowBody {
  /** Where the row stands in the order of decision: 1 … */
  readonly order: number
  /** 环节: what is being asked at that point. */
  readonly step: string
  /** The case in words: 校验位不符. */
  readonly when: string
  readonly outcome: MarkOutcome
  /** Which day picks the version whose article is cited; null: no article is cited to the party. */
  readonly clauseOf: 'made' | 'seen' | null
  /** What is answered, with `{facts}`. */
  readonly sentence: string
  /** What the officer does next, with `{facts}`. */
  readonly next: string
}

export type MarkTable = readonly MarkRow[]

export interface MarkAnswer {
  /** The number as the register writes it, a wrong check digit as printed; null where none can be read. */
  readonly canonical: string | null
  readonly right: Right | null
  readonly checkDigit: CheckDigit | null
  readonly outcome: MarkOutcome
  /** The article of the day of the act; null where nothing is held against anybody. */
  readonly clause: string | null
  readonly sentence: string
  readonly next: string
}

/** What the check found, with the row of the table that answered and, of a text with several numbers, each one's answer. */
export interface CheckedMark extends MarkAnswer {
  readonly row: string
  readonly each: readonly (MarkAnswer & { readonly row: string })[]
}
