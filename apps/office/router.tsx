import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { sessionQuestion } from '#card/identity'
import { bearToken, nameProduct, needWords, ProblemError, readSearch, screenRoute, whenSignedOut, writeSearch } from '#ui'
import { Broken, Missing } from './broken.tsx'
import { Frame } from './frame.tsx'
import { questions } from './questions.ts'
import { parts } from './screens.ts'

const root = createRootRoute({
  component: Outlet,
  beforeLoad: () => needWords('ui', 'office'),
  errorComponent: Broken as ErrorRouteComponent,
  notFoundComponent: Missing,
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    const session = await questions.ensureQueryData(sessionQuestion).catch((cause: unknown) => {
      if (cause instanceof ProblemError && cause.problem.code === 'signed-out') return null
      throw cause
    })
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } as never })
    bearToken(session.csrfToken)
    nameProduct(session.productName)
    if (session.mustChangePassword) throw redirect({ to: '/first-password', search: { next: location.href } as never })
  },
}) as unknown as AnyRoute

export const router = createRouter({
  basepath: '/app',
  routeTree: root.addChildren([
    screenRoute(root, '/sign-in', [], () => import('./sign-in.tsx')),
    screenRoute(root, '/first-password', ['identity'], () => import('./first-password.tsx')),
    frame.addChildren([
      screenRoute(frame, '/', ['patents'], () => import('./workbench.tsx')),
      screenRoute(frame, '/running', [], () => import('./running.tsx')),
      screenRoute(frame, '/portal-settings', [], () => import('./portal.tsx')),
      screenRoute(frame, '/help', [], () => import('./help.tsx')),
      ...parts.flatMap((part) => part.routes(frame)),
    ]),
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: Broken as ErrorRouteComponent,
  defaultNotFoundComponent: Missing,
  defaultPendingMs: 300,
})

// A session that ended while somebody worked leads to the sign-in page and back again.
whenSignedOut(() => {
  if (!questions.getQueryData(sessionQuestion.queryKey)) return
  questions.removeQueries({ queryKey: sessionQuestion.queryKey })
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href, ended: 'true' } as never })
})
