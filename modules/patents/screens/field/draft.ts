import { type PlainDate, readPlainDate } from '#kernel/time'
import type { Right } from '../../rules/fields.ts'
import type { AskedMark } from '../../rules/marks/index.ts'

/** A check while it is being made (正在核验): kept at every step, so that a phone that dies loses nothing. */
export interface MarkDraft {
  readonly step: 'number' | 'goods' | 'answer'
  /** As typed on the pad; unused where the whole mark is typed as text. */
  readonly digits: string
  /** What stands before the number on the goods. */
  readonly before: 'patent' | 'application' | 'pending' | 'nothing'
  /** The whole mark as typed by keyboard; null while the pad is used. */
  readonly text: string | null
  readonly claimed: Right | null
  readonly madeOn: string
  /** 生产日期看不清. */
  readonly undated: boolean
  readonly role: 'maker' | 'seller'
  readonly maker: string
  readonly photos: readonly string[]
}

export const emptyDraft: MarkDraft = {
  step: 'number',
  digits: '',
  before: 'patent',
  text: null,
  claimed: null,
  madeOn: '',
  undated: false,
  role: 'seller',
  maker: '',
  photos: [],
}

const written: Readonly<Record<MarkDraft['before'], (digits: string) => string>> = {
  patent: (digits) => `专利号：ZL ${digits}`,
  application: (digits) => `申请号：${digits}`,
  pending: (digits) => `专利申请，尚未授权 申请号：${digits}`,
  nothing: (digits) => digits,
}

/** The mark as it is printed, as far as the officer told. */
export function textOf({ text, digits, before }: Pick<MarkDraft, 'text' | 'digits' | 'before'>): string {
  return text ?? (digits === '' ? '' : written[before](digits))
}

/** What is asked of the rule: seen today, made on the day that was typed. */
export function askedOf(draft: MarkDraft, today: PlainDate): AskedMark {
  const madeOn = draft.undated ? null : readPlainDate(draft.madeOn)
  const maker = draft.maker.trim()
  return {
    text: textOf(draft),
    ...(draft.claimed ? { claimed: draft.claimed } : {}),
    ...(madeOn ? { madeOn } : {}),
    seenOn: today,
    role: draft.role,
    ...(maker ? { maker } : {}),
  }
}

/** What is wrong with the day typed, as a sentence; null where nothing is. */
export function dayTrouble({ madeOn, undated }: MarkDraft, today: PlainDate): string | null {
  if (undated || madeOn.trim() === '') return null
  const day = readPlainDate(madeOn)
  if (day === null) return '请按年月日填写，例如 2020-05-01 或者 20200501；看不清的请勾选“看不清”。'
  return day > today ? '生产日期晚于今天，请核对；确系如此标注的，请拍照后勾选“看不清”。' : null
}
