import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCounties } from '#card/regions'
import { Answer, DenseTable, Empty, More, numberText, Page } from '#ui'
import { checkColumns } from './check-columns.tsx'
import { ask, useSay } from './wire.ts'

/** 待联网核查清单: what waits longest stands first, as it is worked off. */
export default function Worklist() {
  const say = useSay()
  const { nameOf } = useCounties()
  const columns = useMemo(() => checkColumns(say, nameOf).filter(({ key }) => key !== 'state'), [say, nameOf])
  const waiting = useInfiniteQuery({
    queryKey: ['mark-checks', 'waiting'],
    queryFn: ({ pageParam }) =>
      ask('GET /api/mark-checks', { query: { state: 'waiting', order: 'oldest', ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const more = () => void waiting.fetchNextPage()
  return (
    <Page title={say('worklist.title')} under={<p className="faint">{say('worklist.text')}</p>}>
      <Answer to={waiting}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <p className="list-count">{say('worklist.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <DenseTable
                caption={say('worklist.title')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                onPastEnd={waiting.hasNextPage ? more : undefined}
              />
              <More shown={rows.length} more={waiting.hasNextPage} busy={waiting.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('worklist.none')} acts={<Link to="/marks">{say('checks.to-try')}</Link>}>
              {say('worklist.none.text')}
            </Empty>
          )
        }}
      </Answer>
    </Page>
  )
}
