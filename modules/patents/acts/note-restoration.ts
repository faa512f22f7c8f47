import { z } from 'zod'
import { plainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'
import { NoteRestoration } from '../contract.ts'
import { placeOfRecord } from './deciding.ts'
import { writeNote } from './noting.ts'

/** 登记恢复权利: a lost right that was given back (专利法实施细则 第六条). Refuses what `writeNote` refuses. */
export const noteRestoration = defineAct({
  word: 'patents.note-restoration',
  label: '登记恢复权利',
  part: '专利台账',
  input: NoteRestoration.extend({ number: z.string().max(64) }),
  place: (context, input) => placeOfRecord(context, input.number),
  run: (context, input) =>
    writeNote(context, {
      number: input.number,
      reason: input.reason,
      subject: 'restoration',
      fields: { events: [{ on: plainDate(input.on), word: '专利权的恢复' }] },
      days: [plainDate(input.on)],
      sentence: (label) => `登记${label}于${input.on}恢复权利`,
    }),
})
