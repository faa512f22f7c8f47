import { type Screens, screenRoute } from '#ui'
import { catalogueTasks } from './tasks.ts'

const needs = ['catalogues.see']

/** What the catalogues of legal data put into the office face. */
export const catalogueScreens: Screens = {
  part: 'catalogues',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/catalogues/limits', zh: '期限目录', en: 'Limits', section: 'system', needs },
    { to: '/catalogues/fees', zh: '费用目录', en: 'Fees', section: 'system', needs },
    { to: '/catalogues/marks', zh: '标识核验判定规则', en: 'Rules of the mark check', section: 'system', needs },
    { to: '/catalogue-changes', zh: '目录变更审批', en: 'Catalogue changes', section: 'system', needs },
  ],
  tasks: catalogueTasks,
  routes: (frame) => [
    screenRoute(frame, '/catalogues/$name', ['catalogues'], () => import('./catalogue.tsx')),
    screenRoute(frame, '/catalogues/$name/propose', ['catalogues'], () => import('./propose.tsx')),
    screenRoute(frame, '/catalogues/$name/$entry', ['catalogues'], () => import('./entry.tsx')),
    screenRoute(frame, '/catalogue-changes', ['catalogues'], () => import('./changes.tsx')),
    screenRoute(frame, '/catalogue-changes/$id', ['catalogues', 'audit'], () => import('./change.tsx')),
  ],
}
