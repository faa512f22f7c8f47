import type { TaskSource } from '#ui'
import { ask } from './wire.ts'

/** 今天要办: limits that moved with the calendar or the law and nobody has taken note of. */
export const calendarTasks: readonly TaskSource[] = [
  {
    needs: ['calendar.note-moved-limit'],
    ask: async () => {
      const { rows } = await ask('GET /api/calendar/moved-limits')
      return [
        {
          to: '/limits',
          count: rows.filter((row) => row.seenBy === null).length,
          zh: '届满日有变动的期限',
          en: 'Limits that moved',
          why: { zh: '工作日历或者期限规定变更后重新计算所得。', en: 'Counted again after a change of calendar or rule.' },
        },
      ]
    },
  },
]
