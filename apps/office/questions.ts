import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '#ui'

/** What was asked is kept a little; a refusal is an answer and is not asked again by itself. */
export const questions = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      retry: (times, error) => times < 1 && error instanceof ProblemError && error.problem.status === 0,
    },
  },
})
