import { type Screens, screenRoute } from '#ui'
import { enterpriseTasks } from './tasks.ts'

/** What the holders of rights put into the office face. */
export const enterpriseScreens: Screens = {
  part: 'enterprises',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/holders', zh: '权利人', en: 'Holders', section: 'registers', needs: ['enterprises.see'] },
    { to: '/queues/names', zh: '名称疑似相同', en: 'Names alike', section: 'queues', needs: ['enterprises.decide-likely'] },
  ],
  tasks: enterpriseTasks,
  routes: (frame) => [
    screenRoute(frame, '/holders', ['enterprises'], () => import('./holders.tsx')),
    screenRoute(frame, '/holders/$id', ['enterprises', 'audit'], () => import('./holder.tsx')),
    screenRoute(frame, '/queues/names', ['enterprises'], () => import('./likely.tsx')),
  ],
}
