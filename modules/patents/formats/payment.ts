import { readMoney } from '#kernel/money'
import type { PlainDate } from '#kernel/time'
import type { Payment } from '../rules/fields.ts'
import { oneLine } from './values.ts'

/** The patent year that the name of a fee tells (发明专利第4年年费, 第4年度年费); null where it names none. */
function yearIn(text: string): number | null {
  const found = /(?<!\d)(\d{1,2})\s*(?:年|$)/u.exec(text.normalize('NFKC'))
  return found ? Number(found[1]) : null
}

/** Whether the fee is an annuity itself; its late fee (年费滞纳金) is paid beside it and buys no year. */
const isAnnuity = (kind: string): boolean => kind.includes('年费') && !kind.includes('滞纳金')

/** What is the matter with a row of payments. */
export type PaymentFault = 'year-missing' | 'day-missing' | 'amount-unreadable'

/** The annuity that one row of paid fees tells; null for other fees. */
export function readPayment(row: {
  readonly kind: string
  readonly year: string
  readonly on: PlainDate | undefined
  readonly amount: string
  readonly receipt: string
}): Payment | PaymentFault | null {
  if (!isAnnuity(row.kind)) return null
  const year = row.kind.includes('补偿期') ? 'compensation' : (yearIn(row.year) ?? yearIn(row.kind))
  if (year === null) return 'year-missing'
  if (row.on === undefined) return 'day-missing'
  const amount = row.amount === '' ? undefined : readMoney(row.amount)
  if (amount === null) return 'amount-unreadable'
  const receipt = oneLine(row.receipt)
  return { year, on: row.on, ...(amount === undefined ? {} : { amount }), ...(receipt ? { receipt } : {}) }
}
