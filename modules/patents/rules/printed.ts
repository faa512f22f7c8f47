import { fen, formatYuan } from '#kernel/money'
import type { FeeReduction, LegalEvent, OpenLicence, PatentFields, Payment, Priority, Publication, Right } from './fields.ts'
import { rightNames } from './names.ts'

/** A field's value printed for reading: one line for each member of a list. */
export function linesOf(field: keyof PatentFields, value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (field === 'right') return [rightNames[value as Right]]
  if (field === 'publications') return (value as readonly Publication[]).map(({ number, on }) => spaced(number, on))
  if (field === 'priorities')
    return (value as readonly Priority[]).map(({ number, country, on }) =>
      spaced(on, number.startsWith(country ?? '') ? '' : country, number),
    )
  if (field === 'events') return (value as readonly LegalEvent[]).map(({ on, word, text }) => spaced(on, word, text))
  if (field === 'payments') return (value as readonly Payment[]).map(paymentLine)
  if (field === 'reductions')
    return (value as readonly FeeReduction[]).map(({ rate, on }) => `${on} 减缴${Math.round(rate * 100)}%`)
  if (field === 'openLicences')
    return (value as readonly OpenLicence[]).map(({ from, to, licensees }) =>
      spaced(`${from} 至 ${to ?? '今'}`, licensees && `被许可人：${licensees.join('、')}`),
    )
  if (field === 'extra')
    return Object.entries(value as Readonly<Record<string, string>>).map(([heading, text]) => `${heading}：${text}`)
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

/** 2020-03-10 第8年度 2,000元 票据号. */
export const paymentLine = ({ year, on, amount, receipt }: Payment): string =>
  spaced(
    on,
    year === 'compensation' ? '补偿期' : `第${year}年度`,
    amount === undefined ? '' : `${formatYuan(fen(amount))}元`,
    receipt,
  )

const spaced = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ')

const lists: ReadonlySet<keyof PatentFields> = new Set([
  'publications',
  'applicants',
  'holders',
  'inventors',
  'agents',
  'priorities',
  'ipc',
  'locarno',
  'cpc',
  'events',
  'payments',
  'reductions',
  'openLicences',
  'family',
  'references',
])

/** Whether one line is one member of a list. */
export const isList = (field: keyof PatentFields): boolean => lists.has(field)
