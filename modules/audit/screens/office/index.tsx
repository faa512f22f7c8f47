import { type Screens, screenRoute } from '#ui'

/** What the trail puts into the office face. */
export const auditScreens: Screens = {
  part: 'audit',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [{ to: '/trail', zh: '操作日志', en: 'Trail', section: 'system', needs: ['audit.see'] }],
  routes: (frame) => [screenRoute(frame, '/trail', ['audit'], () => import('./trail.tsx'))],
}
