import { type PlainDate, plainDate } from '#kernel/time'

export type NationalStatus =
  | 'not-found'
  | 'pending'
  | 'in-force'
  | 'lapsed'
  | 'expired'
  | 'invalidated'
  | 'surrendered'
  | 'withdrawn'
  | 'rejected'

export const nationalStatusNames: Readonly<Record<NationalStatus, string>> = {
  'not-found': '查无此号',
  pending: '申请在审',
  'in-force': '专利权有效',
  lapsed: '未缴年费终止',
  expired: '期限届满终止',
  invalidated: '宣告无效',
  surrendered: '放弃',
  withdrawn: '撤回、视为撤回',
  rejected: '驳回',
}

/** What a clerk read off the national source (联网核查结果). Days that it did not show are null. */
export interface NationalResult {
  readonly status: NationalStatus
  /** The day it was looked up. */
  readonly lookedUpOn: PlainDate
  readonly source: string
  readonly holders: readonly string[]
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly announcedOn: PlainDate | null
}

interface Span {
  readonly from: PlainDate
  readonly status: Exclude<NationalStatus, 'not-found'>
  readonly because: string
}

/** The shape that the check asks a register for; structurally that of modules/patents. */
export interface NationalEntry {
  readonly number: string
  readonly right: 'invention' | 'utility-model' | 'design' | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
  readonly holders: readonly string[]
  readonly spans: readonly Span[]
  readonly asOf: PlainDate
  readonly endAnnouncedOn: PlainDate | null
  readonly endDayKnown: boolean
  readonly source: string
}

/** What the national source says, as the rule of the check asks it; null where it does not know the number. */
export function nationalEntry(
  result: NationalResult,
  { number, right, year }: { readonly number: string; readonly right: NationalEntry['right']; readonly year: number | null },
): NationalEntry | null {
  if (result.status === 'not-found') return null
  const filed = result.filedOn ?? (year === null ? null : plainDate(year, 1, 1))
  const first = filed ?? result.grantedOn ?? result.lookedUpOn
  const ended = ends.has(result.status)
  const spans: Span[] = []
  if (filed !== null) spans.push({ from: filed, status: 'pending', because: 'filed' })
  if (result.grantedOn !== null && result.grantedOn >= first)
    spans.push({ from: result.grantedOn, status: 'in-force', because: 'granted' })
  else if (result.status === 'in-force') spans.push({ from: result.lookedUpOn, status: 'in-force', because: 'verified' })
  if (ended) spans.push({ from: result.endedOn ?? first, status: result.status, because: 'verified' })
  if (result.status === 'withdrawn' || result.status === 'rejected')
    spans.push({ from: result.endedOn ?? first, status: result.status, because: 'verified' })
  return {
    number,
    right,
    filedOn: result.filedOn,
    grantedOn: result.grantedOn,
    holders: result.holders,
    spans: spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    asOf: result.lookedUpOn,
    endAnnouncedOn: result.announcedOn,
    endDayKnown: !ended || result.endedOn !== null,
    source: result.source,
  }
}

const ends: ReadonlySet<NationalStatus> = new Set(['lapsed', 'expired', 'invalidated', 'surrendered'])
