import { sql } from 'kysely'
import { z } from 'zod'
import { done } from '#kernel/outcome'
import { isPlainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'

/** 设定演示日期: only where the demonstration was loaded; a real office lives today. */
export const setDemonstrationDay = defineAct({
  word: 'demonstration.set-day',
  label: '设定演示日期',
  part: '系统',
  input: z.object({ day: z.string().refine(isPlainDate) }),
  run: async ({ tx, region }, input) => {
    await sql`
      insert into platform.setting (region_code, name, value)
      values (${region}, 'demonstration.day', ${JSON.stringify(input.day)})
      on conflict (region_code, name) do update set value = excluded.value, changed_at = now()`.execute(tx)
    return done({ reply: { day: input.day }, subject: null, sentence: `载入演示数据，演示日期为${input.day}` })
  },
})

export const demonstrationActs = [setDemonstrationDay] as const
