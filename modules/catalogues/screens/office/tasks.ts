import type { TaskSource } from '#ui'
import { ask } from './wire.ts'

/** 今天要办: changes that wait for this reader's approval, and own proposals that came back. */
export const catalogueTasks: readonly TaskSource[] = [
  {
    needs: ['catalogues.approve'],
    ask: async () => {
      const { rows } = await ask('GET /api/catalogue-changes', { query: { state: 'pending' } })
      const mine = rows.filter(({ next }) => next.some(({ act, sentence }) => act === 'approve' && sentence === null))
      return [
        {
          to: '/catalogue-changes',
          count: mine.length,
          zh: '目录变更待审批',
          en: 'Changes of catalogues to approve',
          why: { zh: '批准以前仍按现行内容办理。', en: 'Until approved the present contents hold.' },
        },
      ]
    },
  },
  {
    needs: ['catalogues.propose'],
    ask: async () => {
      const { rows } = await ask('GET /api/catalogue-changes', { query: { state: 'returned' } })
      const mine = rows.filter(({ next }) => next.some(({ act, sentence }) => act === 'propose' && sentence === null))
      return [
        {
          to: '/catalogue-changes',
          search: { state: 'returned' },
          count: mine.length,
          zh: '被退回的目录变更',
          en: 'Returned changes of catalogues',
          why: { zh: '请修改后重新提出，或者撤回。', en: 'Amend and propose again, or withdraw.' },
        },
      ]
    },
  },
]
