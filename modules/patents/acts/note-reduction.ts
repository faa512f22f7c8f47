import { z } from 'zod'
import { plainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'
import { NoteReduction } from '../contract.ts'
import { placeOfRecord } from './deciding.ts'
import { writeNote } from './noting.ts'

/** 登记费减: a reduction that was approved, from that day on for annuities not yet due. Refuses what `writeNote` refuses. */
export const noteReduction = defineAct({
  word: 'patents.note-reduction',
  label: '登记费减',
  part: '专利台账',
  input: NoteReduction.extend({ number: z.string().max(64) }),
  place: (context, input) => placeOfRecord(context, input.number),
  run: (context, input) =>
    writeNote(context, {
      number: input.number,
      reason: input.reason,
      subject: 'reduction',
      fields: { reductions: [{ rate: input.rate, on: plainDate(input.on) }] },
      days: [plainDate(input.on)],
      sentence: (label) => `登记${label}于${input.on}获准费用减缴${Math.round(input.rate * 100)}%`,
    }),
})
