import type { TaskSource } from '#ui'
import { ask } from './wire.ts'

/** What waits for the reader about holders: pairs of names that may be one. */
export const enterpriseTasks: readonly TaskSource[] = [
  {
    needs: ['enterprises.decide-likely'],
    ask: async () => {
      const { count } = await ask('GET /api/enterprises/likely', { query: { limit: 1 } })
      return [
        {
          to: '/queues/names',
          zh: '名称疑似相同',
          en: 'Names alike',
          why: { zh: '两个名称可能是同一家单位或者同一人，请核对。', en: 'Two names may be one holder’s.' },
          count,
        },
      ]
    },
  },
]
