import { type Screens, screenRoute } from '#ui'
import { identityTasks } from './tasks.ts'

/** What accounts and roles put into the office face. */
export const identityScreens: Screens = {
  part: 'identity',
  words: { zh: () => import('./zh.ts'), en: () => import('./en.ts') },
  menu: [
    { to: '/users', zh: '人员', en: 'People', section: 'system', needs: ['identity.see'] },
    { to: '/roles', zh: '角色与权限', en: 'Roles', section: 'system', needs: ['identity.see'] },
  ],
  tasks: identityTasks,
  routes: (frame) => [
    screenRoute(frame, '/users', ['identity'], () => import('./users.tsx')),
    screenRoute(frame, '/users/new', ['identity'], () => import('./user-new.tsx')),
    screenRoute(frame, '/users/$id', ['identity', 'audit'], () => import('./user.tsx')),
    screenRoute(frame, '/roles', ['identity'], () => import('./roles.tsx')),
    screenRoute(frame, '/me', ['identity'], () => import('./me.tsx')),
  ],
}
