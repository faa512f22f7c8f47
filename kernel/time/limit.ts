import type { PlainDate } from './plain-date.ts'

/** H hour, D calendar day (日), WD working day (工作日), M month, Y year. */
export type LimitUnit = 'H' | 'D' | 'WD' | 'M' | 'Y'

/** A length of time; half a month (`.5 M`) is 15 days. */
export interface Span {
  readonly n: number
  readonly unit: LimitUnit
}

/** One step by which a limit may be extended (延长). Without a number whoever extends names the day. */
export interface ExtensionStep {
  readonly n: number | null
  readonly unit: LimitUnit | null
  /** The step may be shorter than its number. */
  readonly max?: boolean
}

/** What of a limit (期限) is needed to count it. The day of the event itself never counts. */
export interface LimitTerms extends Span {
  /** `after`: so long from the event on. `before`: so long ahead of it (WD: so many whole working days lie between). */
  readonly counted: 'after' | 'before'
  /** Whether an end that is no working day moves to the next one (顺延); says nothing of hours and of `before`. */
  readonly roll: boolean
  readonly extend: readonly ExtensionStep[]
  /** The deed may be done only within so long before the end: the window opens then. */
  readonly opens?: Span
  /** So long after the end it may still be done, at a price (宽限期). */
  readonly grace?: Span
}

/** Days that do not count (不计入期限), first and last included. */
export type Period = readonly [PlainDate, PlainDate]

/** What is known of one running limit. */
export interface LimitRun {
  /** The day of the event. */
  readonly from: PlainDate
  /** Its time of day `HH:mm`; only limits in hours ask for it. */
  readonly at?: string
  readonly suspended?: readonly Period[]
  /** How many extension steps were taken, from the first. */
  readonly extended?: number
  /** The day named by whoever took the last of them. */
  readonly extendedTo?: PlainDate
}

export type LimitStepKind =
  /** The day of the event, which does not count. */
  | 'start'
  | 'counted'
  /** Not worked and so not counted; only in limits of working days. */
  | 'day-off'
  | 'suspended'
  /** Counted by an extension. */
  | 'extended'
  /** From the end on to the working day it moves to. */
  | 'rolled'
  /** Before an event: the last day that leaves the whole number between. */
  | 'due'
  | 'hours'
  /** A suspension, or the part of one, that met no running limit. */
  | 'unused'
  | 'window'
  | 'grace'

/**
 * Why the due day is where it is. The steps follow one another without gap from the event to the due day, and their days
 * add up to the distance; `window`, `grace` and `unused` stand beside them.
 */
export interface LimitStep {
  readonly kind: LimitStepKind
  readonly from: PlainDate
  readonly to: PlainDate
  /** By how many calendar days the step moves the end. */
  readonly days: number
  /** Of `extended`: which extension, from 1. */
  readonly extension?: number
}

export interface CountedLimit {
  readonly dueOn: PlainDate
  /** `YYYY-MM-DDTHH:mm`; of limits in hours only. */
  readonly dueAt: string | null
  readonly opensOn: PlainDate | null
  readonly graceEndsOn: PlainDate | null
  /** The end before it rolled. */
  readonly endsOn: PlainDate
  /** A day was used whose year's arrangement of holidays is not out. */
  readonly provisional: boolean
  readonly steps: readonly LimitStep[]
}

export type LimitRefusal =
  | { readonly code: 'needs-time-of-day' }
  | { readonly code: 'needs-extended-to'; readonly step: number }
  | { readonly code: 'no-such-extension'; readonly asked: number; readonly steps: number }
  | { readonly code: 'extended-to-not-later'; readonly day: PlainDate; readonly end: PlainDate }
  | { readonly code: 'extended-to-too-late'; readonly day: PlainDate; readonly latest: PlainDate }
  | { readonly code: 'runs-on'; readonly unit: LimitUnit; readonly counted: 'after' | 'before' }
