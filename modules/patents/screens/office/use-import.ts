import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressOf } from '#ui'
import type { Import, ImportProgress, ImportState } from '../../contract.ts'
import { ask } from './wire.ts'

const moving = new Set<ImportState>(['checking', 'reading', 'undoing'])
const keyOf = (id: string) => ['patents', 'imports', 'one', id]

/**
 * One import, followed while it moves: by events from the server, and by asking every two seconds where events do not
 * get through.
 */
export function useImport(id: string) {
  const questions = useQueryClient()
  const answer = useQuery({
    queryKey: keyOf(id),
    queryFn: () => ask('GET /api/patents/imports/:id', { params: { id } }),
    refetchInterval: ({ state }) => (state.data && moving.has(state.data.state) ? 2000 : false),
  })
  const going = answer.data !== undefined && moving.has(answer.data.state)
  useEffect(() => {
    if (!going) return
    const events = new EventSource(addressOf('GET /api/patents/imports/:id/progress', { params: { id } }))
    events.onmessage = (event: MessageEvent<string>) => {
      const progress = JSON.parse(event.data) as ImportProgress
      questions.setQueryData<Import>(keyOf(id), (before) => before && { ...before, ...progress })
      if (!moving.has(progress.state)) void questions.invalidateQueries({ queryKey: keyOf(id) })
    }
    return () => events.close()
  }, [going, id, questions])
  const changed = (next: Import) => {
    questions.setQueryData(keyOf(id), next)
    void questions.invalidateQueries({ queryKey: ['patents', 'imports', 'list'] })
  }
  return { answer, changed }
}
