import type { TaskSource } from '#ui'
import { ask } from './wire.ts'

/** What waits for the reader: checks that the register could not answer. */
export const markCheckTasks: readonly TaskSource[] = [
  {
    needs: ['mark-checks.verify'],
    ask: async () => {
      const { count } = await ask('GET /api/mark-checks', { query: { state: 'waiting', limit: 1 } })
      return [
        {
          to: '/queues/marks',
          zh: '待联网核查清单',
          en: 'Marks to be verified',
          why: {
            zh: '台账不能认定的标识，请到国家知识产权局官方系统核查后补录结果。',
            en: 'Marks that the register could not answer wait for what the national source says.',
          },
          count,
        },
      ]
    },
  },
]
