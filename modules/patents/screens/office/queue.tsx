import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Answer, Empty, More, numberText, Page } from '#ui'
import { useSay } from './say.ts'
import './queue.css'
import './record.css'

interface QueuePage<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly count: number
}

/** One queue of questions (疑难处理): each thing as a card with the deed in it; ↑ ↓ move between the cards. */
export function Queue<Row extends { readonly id: string }>({
  name,
  page,
  keyOf,
  card,
}: {
  name: 'disagreements' | 'twins' | 'places'
  page: (cursor: string) => Promise<QueuePage<Row>>
  keyOf: (row: Row) => string
  card: (row: Row, asked: { readonly onDecided: () => void; readonly onLatest: () => void }) => ReactNode
}) {
  const say = useSay()
  const questions = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  const queue = useInfiniteQuery({
    queryKey: ['patents', 'queues', name],
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: '',
    getNextPageParam: (answer) => answer.next,
    // What was just decided stays in its place, with its undo, until the page is opened again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const onDecided = () => void questions.invalidateQueries({ queryKey: ['patents', 'queues'], exact: true })
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !(event.target as HTMLElement).matches('a[data-row]')) return
    const links = Array.from(list.current?.querySelectorAll<HTMLElement>('li > * a[data-row]') ?? [])
    const next = links[links.indexOf(event.target as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <Page title={say(`queue.${name}`)} className="page-narrow" under={<p className="faint">{say(`queue.${name}.text`)}</p>}>
      <Answer to={queue}>
        {({ pages }) => {
          const rows = pages.flatMap((one) => one.rows)
          return rows.length ? (
            <>
              <p className="queue-count">{say('queue.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <ul ref={list} className="queue" onKeyDown={move}>
                {rows.map((row) => (
                  <li key={keyOf(row)}>{card(row, { onDecided, onLatest: () => void queue.refetch() })}</li>
                ))}
              </ul>
              <More
                shown={rows.length}
                more={queue.hasNextPage}
                busy={queue.isFetchingNextPage}
                onMore={() => void queue.fetchNextPage()}
              />
            </>
          ) : (
            <Empty title={say(`queue.${name}.none`)} acts={<Link to="/patents">{say('saved.to-register')}</Link>}>
              {say('queue.none.text')}
            </Empty>
          )
        }}
      </Answer>
    </Page>
  )
}
