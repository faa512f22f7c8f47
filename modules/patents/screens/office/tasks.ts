import { openWire, type TaskSource } from '#ui'
import type { PatentRoutes } from '../../contract.ts'

const ask = openWire<PatentRoutes>()

const queues = [
  {
    queue: 'disagreements',
    act: 'patents.decide-field',
    zh: '来源不一致',
    en: 'Sources disagree',
    why: { zh: '不同来源对同一项内容说法不同，请选定以哪一个为准。', en: 'Sources differ about one value: choose which holds.' },
  },
  {
    queue: 'twins',
    act: 'patents.decide-twin',
    zh: '疑似重复',
    en: 'Possible duplicates',
    why: {
      zh: '两条记录可能是同一件专利，请核对后合并或者分开。',
      en: 'Two records may be one patent: join them or keep them apart.',
    },
  },
  {
    queue: 'places',
    act: 'patents.decide-county',
    zh: '县市不明',
    en: 'County unclear',
    why: { zh: '地址不能确定县市，不核定就不计入任何县市的统计。', en: 'Counted for no county until somebody says which.' },
  },
] as const

/** What waits for the reader in the patent register: imports that stand still, and the questions that imports left. */
export const patentTasks: readonly TaskSource[] = [
  {
    needs: ['patents.import.start'],
    ask: async () => {
      const { rows } = await ask('GET /api/patents/imports', { query: { limit: 50 } })
      const inState = (...states: readonly string[]) => rows.filter(({ state }) => states.includes(state)).length
      return [
        {
          to: '/imports',
          zh: '导入中断',
          en: 'Imports broken off',
          why: { zh: '文件没有导入完，请查看原因，重新导入或者撤销。', en: 'Look at the reason; import again or undo.' },
          count: inState('failed'),
          urgent: true,
        },
        {
          to: '/imports',
          zh: '已预检，等待导入',
          en: 'Checked, not yet imported',
          why: { zh: '预检已完成，请核对结果后开始导入或者放弃。', en: 'Look at the dry run, then start or drop it.' },
          count: inState('checked'),
        },
      ]
    },
  },
  {
    needs: queues.map(({ act }) => act),
    ask: async (may) => {
      const counts = await ask('GET /api/patents/queues')
      return queues
        .filter(({ act }) => may.includes(act))
        .map(({ queue, zh, en, why }) => ({ to: `/queues/${queue}`, zh, en, why, count: counts[queue] }))
    },
  },
]
