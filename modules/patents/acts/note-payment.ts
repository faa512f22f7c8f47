import { z } from 'zod'
import { yuan } from '#kernel/money'
import type { Refusal } from '#kernel/outcome'
import { type PlainDate, plainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'
import { NotePayment } from '../contract.ts'
import type { LoadedRecord } from '../reads/record/load-record.ts'
import type { Payment } from '../rules/fields.ts'
import { paymentLine } from '../rules/printed.ts'
import { grantDayOf, identityOf } from '../rules/project.ts'
import { patentYear, termEnd } from '../rules/terms.ts'
import { placeOfRecord } from './deciding.ts'
import { writeNote } from './noting.ts'

/**
 * 登记缴费: an annuity that was paid, as a receipt or the official system shows. One paid after its grace is kept and carries nothing.
 * Refuses bibliography-missing, year-before-grant, year-beyond-term, paid-before-filing, and what `writeNote` refuses.
 */
export const notePayment = defineAct({
  word: 'patents.note-payment',
  label: '登记缴费',
  part: '专利台账',
  input: NotePayment.extend({ number: z.string().max(64) }),
  place: (context, input) => placeOfRecord(context, input.number),
  run: (context, input) => {
    const payment: Payment = {
      year: input.year,
      on: plainDate(input.on),
      ...(input.amount === null ? {} : { amount: yuan(input.amount) }),
      ...(input.receipt ? { receipt: input.receipt } : {}),
    }
    return writeNote(context, {
      number: input.number,
      reason: input.reason,
      subject: `payment:${input.year}`,
      fields: { payments: [payment] },
      days: [payment.on],
      sentence: (label) => `登记${label}的年费缴纳情况（${paymentLine(payment)}）`,
      fits: (record) => unfit(record, payment),
    })
  },
})

function unfit(record: LoadedRecord, { year, on }: Payment): Refusal | null {
  const filedOn = record.folded.filedOn?.value as PlainDate | undefined
  const end = termEnd({ right: identityOf(record.folded).right, filedOn: filedOn ?? null })
  if (filedOn === undefined || end === null) return { code: 'bibliography-missing' }
  if (on < filedOn) return { code: 'paid-before-filing' }
  if (year === 'compensation') return null
  const grantedOn = grantDayOf(record.folded)
  const first = grantedOn === null ? 1 : patentYear(filedOn, grantedOn)
  if (year < first) return { code: 'year-before-grant', year, first } as Refusal
  return year > end.years ? ({ code: 'year-beyond-term', year, last: end.years, basis: end.basis } as Refusal) : null
}
