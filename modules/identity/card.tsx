import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { openWire } from '#ui'
import type { IdentityRoutes, Session } from './contract.ts'

const ask = openWire<IdentityRoutes>()

/** Who is signed in, where and with which roles; asked for once and kept until it changes. */
export const sessionQuestion = queryOptions({
  queryKey: ['identity', 'session'],
  queryFn: (): Promise<Session> => ask('GET /api/identity/session'),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

/** The session, for any page inside the frame, which is drawn only when somebody is signed in. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuestion).data
}

/** Whether one of these acts is open to the reader anywhere. */
export function useMay(...words: readonly string[]): boolean {
  const { may } = useSession()
  return words.some((word) => may.includes(word))
}

/** The form by which one changes one's own password; loaded when it is first shown. */
export const PasswordForm = lazy(() => import('./screens/office/password-form.tsx'))
