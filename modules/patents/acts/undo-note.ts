import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { UndoNote } from '../contract.ts'
import { loadRecord } from '../reads/record/load-record.ts'
import { noteKind, noteLine } from '../reads/record/notes.ts'
import { called, lockedRegister, placeOfRecord, sourceIn, takeBack } from './deciding.ts'

/** 撤销登记: one note about a right's fees goes, and the status is reckoned without it. Refuses patent-unknown, note-unknown. */
export const undoNote = defineAct({
  word: 'patents.undo-note',
  label: '撤销登记',
  part: '专利台账',
  input: UndoNote.extend({ number: z.string().max(64) }),
  place: (context, input) => placeOfRecord(context, input.number),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const loaded = await loadRecord(client, context.region, input.number)
    if (!loaded.done) return loaded
    const record = loaded.value
    const note = record.observations.find((one) => record.decisions.get(one.id)?.id === input.note)
    const kind = note === undefined ? null : noteKind(record.decisions.get(note.id)!.subject)
    if (note === undefined || kind === null) return refuse({ code: 'note-unknown' })
    const id = await takeBack(context, client, [note], sourceIn(record))
    const { title, label } = called(record)
    return done({
      reply: { id },
      subject: { kind: 'patent', id, label: title },
      sentence: `撤销对${label}的登记（${noteLine(kind, note.fields)}），理由：${input.reason}`,
      facts: { about: kind },
    })
  },
})
