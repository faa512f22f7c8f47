import { openWire, type Screens, screenRoute } from '#ui'
import type { AuditRoutes } from '../../contract.ts'

const ask = openWire<AuditRoutes>()

/** What the trail puts into the office face. */
export const auditScreens: Screens = {
  part: 'audit',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/trail', zh: '操作日志', en: 'Trail', section: 'system', needs: ['audit.see'] },
    { to: '/erasures', zh: '日志明细删除', en: 'Erasing of details', section: 'system', needs: ['audit.see-erasures'] },
  ],
  tasks: [
    {
      needs: ['audit.approve-erasure'],
      ask: async () => {
        const { rows } = await ask('GET /api/audit/erasures')
        const waiting = rows.filter(({ next }) => next.some(({ act, sentence }) => act === 'approve' && sentence === null))
        return [
          {
            to: '/erasures',
            zh: '日志明细删除待批准',
            en: 'Erasings to approve',
            why: {
              zh: '有人申请删除日志明细，请核对理由后批准或者退回。',
              en: 'Somebody asks for words of the trail to be erased.',
            },
            count: waiting.length,
          },
        ]
      },
    },
  ],
  routes: (frame) => [
    screenRoute(frame, '/trail', ['audit'], () => import('./trail.tsx')),
    screenRoute(frame, '/erasures', ['audit'], () => import('./erasures.tsx')),
  ],
}
