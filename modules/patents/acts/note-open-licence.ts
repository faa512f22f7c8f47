import { z } from 'zod'
import { refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'
import { NoteOpenLicence } from '../contract.ts'
import { placeOfRecord } from './deciding.ts'
import { writeNote } from './noting.ts'

/** 登记开放许可: from when to when it was in use; the end may lie ahead. Refuses span-backwards, and what `writeNote` refuses. */
export const noteOpenLicence = defineAct({
  word: 'patents.note-open-licence',
  label: '登记开放许可',
  part: '专利台账',
  input: NoteOpenLicence.extend({ number: z.string().max(64) }),
  place: (context, input) => placeOfRecord(context, input.number),
  run: async (context, input) => {
    const from = plainDate(input.from)
    const to = input.to === null ? null : plainDate(input.to)
    if (to !== null && to < from) return refuse({ code: 'span-backwards' })
    const { licensees } = input
    const whose = licensees.length === 0 ? '' : `，被许可人：${licensees.join('、')}`
    return writeNote(context, {
      number: input.number,
      reason: input.reason,
      subject: 'open-licence',
      fields: { openLicences: [{ from, ...(to === null ? {} : { to }), ...(licensees.length === 0 ? {} : { licensees }) }] },
      days: [from],
      sentence: (label) => `登记${label}自${from}${to === null ? '起' : `至${to}`}实施开放许可${whose}`,
    })
  },
})
