import type { PlainDate } from '#kernel/time'

export type DemoRight = 'invention' | 'utility-model' | 'design'

export type DemoStatus = 'pending' | 'in-force' | 'in-grace' | 'lapsed' | 'expired' | 'surrendered' | 'withdrawn' | 'rejected'

/** What was left wrong on purpose, so that the queues of the demonstration have something to show. */
export type DemoOddity =
  /** The address stops at the prefecture. */
  | 'no-county'
  /** The address can be read in two ways, or its township lies in another county than the one named. */
  | 'ambiguous-place'
  | 'two-places'
  /** The source's own county is another than the address's. */
  | 'county-disagrees'
  /** No address at all, only the source's own county. */
  | 'no-address'
  /** The holder moved away. */
  | 'outside'
  /** The application number is printed with a wrong check digit. */
  | 'wrong-check-digit'
  /** Known from a source without application numbers; the invention filed with it has one. */
  | 'number-unknown'
  /** Filed for a branch (分公司). */
  | 'branch'

/** One announcement of legal status (法律状态公告). */
export interface DemoEvent {
  readonly on: PlainDate
  readonly word: string
  /** The notice's text as CNIPA runs it together. */
  readonly text: string
}

/** One annuity paid (已缴年费). */
export interface DemoPayment {
  readonly year: number
  readonly on: PlainDate
  /** In yuan, late fee included. */
  readonly amount: number
}

/** One invented application (演示专利申请). */
export interface DemoPatent {
  readonly right: DemoRight
  /** With `CN` and a right check digit, also where a source prints another. */
  readonly applicationNumber: string
  /** The last document published; absent where there is none. */
  readonly publication?: { readonly number: string; readonly on: PlainDate }
  readonly filedOn: PlainDate
  readonly grantedOn?: PlainDate
  /** The day on which the right or the application ended. */
  readonly endedOn?: PlainDate
  /** What the gazette announced, in order of days. */
  readonly events: readonly DemoEvent[]
  /** The annuities paid, in order of their years. */
  readonly payments: readonly DemoPayment[]
  readonly status: DemoStatus
  readonly title: string
  readonly english: string
  readonly abstract: string
  /** The trade's field of technology in Chinese. */
  readonly field: string
  /** In the form `A01K 7/02`; empty for designs. */
  readonly ipc: readonly string[]
  /** In the form `09-03`; only designs. */
  readonly locarno?: string
  readonly applicants: readonly string[]
  readonly inventors: readonly string[]
  /** The first applicant's, invented with the name; people have none. */
  readonly creditCode?: string
  readonly address?: string
  /** The county in the source's own column, where it is filled. */
  readonly countyWord?: string
  /** The county that the invented holder sits in; null where he moved away. */
  readonly county: number | null
  readonly agency?: string
  readonly agent?: string
  readonly oddity?: DemoOddity
}
