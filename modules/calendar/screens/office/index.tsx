import { type Screens, screenRoute } from '#ui'
import { calendarTasks } from './tasks.ts'

const needs = ['calendar.see']

/** What the calendar and the limits put into the office face. */
export const calendarScreens: Screens = {
  part: 'calendar',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/calendar', zh: '工作日历', en: 'Calendar', section: 'system', needs },
    { to: '/limits/count', zh: '期限测算', en: 'Count a limit', section: 'system', needs },
    { to: '/limits', zh: '在办期限', en: 'Running limits', section: 'system', needs },
  ],
  tasks: calendarTasks,
  routes: (frame) => [
    screenRoute(frame, '/calendar', ['calendar'], () => import('./year.tsx')),
    screenRoute(frame, '/calendar/notice', ['calendar'], () => import('./notice.tsx')),
    screenRoute(frame, '/limits/count', ['calendar'], () => import('./count.tsx')),
    screenRoute(frame, '/limits', ['calendar'], () => import('./kept.tsx')),
  ],
}
