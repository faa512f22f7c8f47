import { type Screens, screenRoute } from '#ui'
import { patentTasks } from './tasks.ts'

/** What the patent register puts into the office face. */
export const patentScreens: Screens = {
  part: 'patents',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/patents', zh: '专利', en: 'Patents', section: 'registers', needs: ['patents.see'] },
    { to: '/imports', zh: '导入', en: 'Import', section: 'registers', needs: ['patents.import.see'] },
    { to: '/queues/disagreements', zh: '来源不一致', en: 'Sources disagree', section: 'queues', needs: ['patents.decide-field'] },
    { to: '/queues/twins', zh: '疑似重复', en: 'Possible duplicates', section: 'queues', needs: ['patents.decide-twin'] },
    { to: '/queues/places', zh: '县市不明', en: 'County unclear', section: 'queues', needs: ['patents.decide-county'] },
  ],
  tasks: patentTasks,
  routes: (frame) => [
    screenRoute(frame, '/patents', ['patents'], () => import('./search.tsx')),
    screenRoute(frame, '/patents/searches', ['patents'], () => import('./saved-searches.tsx')),
    screenRoute(frame, '/patents/searches/$id', ['patents'], () => import('./search-changes.tsx')),
    screenRoute(frame, '/patents/$number', ['patents', 'audit'], () => import('./record.tsx')),
    screenRoute(frame, '/imports', ['patents'], () => import('./imports.tsx')),
    screenRoute(frame, '/imports/new', ['patents'], () => import('./import-new.tsx')),
    screenRoute(frame, '/imports/$id', ['patents'], () => import('./import.tsx')),
    screenRoute(frame, '/queues/disagreements', ['patents'], () => import('./disagreements.tsx')),
    screenRoute(frame, '/queues/twins', ['patents'], () => import('./twins.tsx')),
    screenRoute(frame, '/queues/places', ['patents'], () => import('./places.tsx')),
  ],
}
