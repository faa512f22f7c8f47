import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { movedSentence } from '../rules/moved-sentence.ts'
import { noteMoved } from '../store/moved-limits.ts'
import { part } from './count-kept-limits.ts'

/** 知悉期限变动: somebody took note that a limit moved. Refuses moved-unknown. */
export const noteMovedLimit = defineAct({
  word: 'calendar.note-moved-limit',
  label: '知悉期限变动',
  part,
  input: z.object({ id: z.number().int().positive() }),
  run: async (context, { id }) => {
    const moved = await noteMoved(context, id)
    if (!moved) return refuse({ code: 'moved-unknown' })
    return done({
      reply: { id },
      subject: { kind: 'limit', id: moved.limit, label: moved.title },
      sentence: `知悉期限变动：${movedSentence(moved)}`,
    })
  },
})
