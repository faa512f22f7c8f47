import { type Screens, screenRoute } from '#ui'
import { markCheckTasks } from './tasks.ts'

/** What the mark checks put into the office face. */
export const markCheckScreens: Screens = {
  part: 'mark-checks',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/marks', zh: '标识核验', en: 'Mark check', section: 'desks', needs: ['mark-checks.see'] },
    { to: '/mark-lists', zh: '批量核验', en: 'Lists of marks', section: 'desks', needs: ['mark-checks.check-list'] },
    { to: '/mark-checks', zh: '核验记录', en: 'Mark checks kept', section: 'desks', needs: ['mark-checks.see'] },
    { to: '/queues/marks', zh: '待联网核查清单', en: 'Marks to be verified', section: 'queues', needs: ['mark-checks.see'] },
  ],
  tasks: markCheckTasks,
  routes: (frame) => [
    screenRoute(frame, '/marks', ['mark-checks'], () => import('./try-mark.tsx')),
    screenRoute(frame, '/marks/table', ['mark-checks'], () => import('./table.tsx')),
    screenRoute(frame, '/mark-checks', ['mark-checks'], () => import('./checks.tsx')),
    screenRoute(frame, '/mark-checks/$id', ['mark-checks', 'audit'], () => import('./check.tsx')),
    screenRoute(frame, '/queues/marks', ['mark-checks'], () => import('./worklist.tsx')),
    screenRoute(frame, '/mark-lists', ['mark-checks'], () => import('./lists.tsx')),
    screenRoute(frame, '/mark-lists/$id', ['mark-checks'], () => import('./list.tsx')),
  ],
}
