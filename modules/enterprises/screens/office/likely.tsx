import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Answer, Empty, More, numberText, Page } from '#ui'
import type { Likely } from '../../contract.ts'
import { LikelyCard } from './likely-card.tsx'
import { ask, useSay } from './wire.ts'
import './likely.css'

/** 名称疑似相同: pairs of holders that may be one, each a card with the deed in it. */
export default function LikelyQueue() {
  const say = useSay()
  // What was just decided stays in its place, with its undo, until the page is opened again.
  const [settled, setSettled] = useState<readonly Likely[]>([])
  const queue = useInfiniteQuery({
    queryKey: ['enterprises', 'likely'],
    queryFn: ({ pageParam }) => ask('GET /api/enterprises/likely', { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // What is still open is asked for anew after each decision, not behind the reader's back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const changed = (pair: Likely) => {
    setSettled((before) => [
      ...before.filter(({ id }) => id !== pair.id).map((one) => (meets(one, pair) ? { ...one, version: later(one, pair) } : one)),
      ...(pair.decision ? [pair] : []),
    ])
    // Other pairs of the same holders have changed with them.
    void queue.refetch()
  }
  return (
    <Page title={say('queue.title')} className="page-narrow" under={<p className="faint">{say('queue.text')}</p>}>
      <Answer to={queue}>
        {({ pages }) => {
          const rows = beside(
            pages.flatMap((page) => page.rows),
            settled,
          )
          return rows.length ? (
            <>
              <p className="list-count">{say('queue.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <ul className="likely-list">
                {rows.map((pair) => (
                  <li key={pair.id}>
                    <LikelyCard pair={pair} onChanged={changed} />
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

/** The open pairs with the settled ones where they stood: pairs are in the order of their ids. */
function beside(open: readonly Likely[], settled: readonly Likely[]): Likely[] {
  const here = open.filter(({ id }) => !settled.some((pair) => pair.id === id))
  return [...here, ...settled].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Whether a holder stands in both: what was just done to it was seen here, so it does not make the other card out of date. */
const meets = (one: Likely, other: Likely) => one.sides.some(({ id }) => other.sides.some((side) => side.id === id))
const later = (one: Likely, other: Likely) => String(Math.max(Number(one.version), Number(other.version)))
