import { openWire, type TaskSource } from '#ui'
import type { FrameRoutes } from './contract.ts'

const ask = openWire<FrameRoutes>()

/** What waits for the reader about the machine itself: 运行状况 that is not well, such as a backup that is missing. */
export const ownTasks: readonly TaskSource[] = [
  {
    needs: ['running.see'],
    ask: async () => {
      const { checks } = await ask('GET /api/running')
      const unwell = checks.filter(({ state }) => state !== 'good')
      const names = unwell.map(({ name }) => name).join('、')
      return [
        {
          to: '/running',
          zh: '运行状况需要注意',
          en: 'Running state',
          why: { zh: `${names}：请查看说明，由系统管理员处理。`, en: `${names}: see what is to be done.` },
          count: unwell.length,
          urgent: unwell.some(({ state }) => state === 'bad'),
        },
      ]
    },
  },
]
