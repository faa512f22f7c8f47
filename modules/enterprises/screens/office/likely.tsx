import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answer, Empty, More, numberText, Page } from '#ui'
import { LikelyCard } from './likely-card.tsx'
import { ask, useSay } from './wire.ts'
import './likely.css'

/** 名称疑似相同: pairs of holders that may be one, each a card with the deed in it. */
export default function LikelyQueue() {
  const say = useSay()
  const queue = useInfiniteQuery({
    queryKey: ['enterprises', 'likely'],
    queryFn: ({ pageParam }) => ask('GET /api/enterprises/likely', { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // What was just decided stays in its place, with its undo, until the page is opened again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Page title={say('queue.title')} className="page-narrow" under={<p className="faint">{say('queue.text')}</p>}>
      <Answer to={queue}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <p className="list-count">{say('queue.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <ul className="likely-list">
                {rows.map((pair) => (
                  <li key={pair.id}>
                    <LikelyCard pair={pair} />
                  </li>
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
            <Empty title={say('queue.none')} acts={<Link to="/holders">{say('queue.to-holders')}</Link>}>
              {say('queue.none.text')}
            </Empty>
          )
        }}
      </Answer>
    </Page>
  )
}
