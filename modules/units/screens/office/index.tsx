import { type Screens, screenRoute } from '#ui'

/** What the units put into the office face. */
export const unitScreens: Screens = {
  part: 'units',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [{ to: '/units', zh: '机构', en: 'Units', section: 'system', needs: ['units.see'] }],
  routes: (frame) => [screenRoute(frame, '/units', ['units', 'audit'], () => import('./units.tsx'))],
}
