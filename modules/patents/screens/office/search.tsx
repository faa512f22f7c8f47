import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import { useMay } from '#card/identity'
import { useCounties } from '#card/regions'
import { addressOf, Choice, DenseTable, Empty, More, numberText, Page, ProblemNotice, useColumns, useKey } from '#ui'
import { Conditions } from './conditions.tsx'
import { FacetList } from './facets.tsx'
import { readFilter, readSort } from './filter.ts'
import { ImportLink } from './import-link.tsx'
import { SaveSearch } from './save-search.tsx'
import { useSay } from './say.ts'
import { usePatentColumns } from './search-columns.tsx'
import { SearchForm } from './search-form.tsx'
import { ask } from './wire.ts'
import './search.css'

/** 专利台账: search, narrow, choose columns, export; the whole state stands in the address. */
export default function Search() {
  const say = useSay()
  const search = useSearch({ strict: false }) as Record<string, string>
  const filter = useMemo(() => readFilter(search), [search])
  const sort = readSort(search, filter)
  const navigate = useNavigate()
  const { nameOf } = useCounties()
  const mayExport = useMay('patents.export')
  const maySave = useMay('patents.search.save')
  const found = useInfiniteQuery({
    queryKey: ['patents', 'search', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      ask('GET /api/patents', { query: { ...filter, sort, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const first = found.data?.pages[0]
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.rows) ?? [], [found.data])
  const columns = usePatentColumns(say, nameOf, first?.highlights)
  const { shown, chooser } = useColumns('patents', columns)
  const exported = useRef<HTMLAnchorElement>(null)
  useKey('e', () => exported.current?.click())
  const go = (next: Record<string, unknown>) => void navigate({ to: '/patents', search: next as never })
  const unfiltered = Object.keys(filter).length === 0
  const more = () => void found.fetchNextPage()

  return (
    <Page
      title={say('search.title')}
      acts={
        <>
          <Link to="/patents/searches">{say('search.saved')}</Link>
          {maySave ? <SaveSearch filter={filter} /> : null}
        </>
      }
    >
      <SearchForm key={JSON.stringify(filter)} filter={filter} onSearch={(next) => go({ ...next, sort: search.sort })} />
      <Conditions filter={filter} onChange={(next) => go({ ...next, sort: search.sort })} />
      {found.error ? <ProblemNotice error={found.error} onAgain={() => void found.refetch()} /> : null}
      {first?.count === 0 && unfiltered ? (
        <Empty title={say('search.none')} acts={<ImportLink />}>
          {say('search.none.text')}
        </Empty>
      ) : (
        <div className="search-body">
          <FacetList filter={filter} sort={search.sort} />
          <section className="search-result" aria-busy={found.isFetching}>
            <div className="search-line">
              <p className="search-count" role="status">
                {first
                  ? say(first.exact ? 'search.count' : 'search.count.about', { count: numberText(first.count) })
                  : found.error
                    ? ''
                    : say('search.coming')}
              </p>
              <Choice
                aria-label={say('search.sort')}
                value={sort}
                options={(filter.query ? (['relevance', 'newest', 'oldest'] as const) : (['newest', 'oldest'] as const)).map(
                  (value) => ({ value, label: say(`search.sort.${value}`) }),
                )}
                onChange={(value) => go({ ...filter, sort: value })}
              />
              {chooser}
              {mayExport ? (
                <Button
                  ref={exported}
                  href={addressOf('GET /api/patents/export.xlsx', { query: filter })}
                  title={say('search.export.title')}
                  download
                >
                  {say('search.export')}
                </Button>
              ) : null}
            </div>
            {first?.count === 0 ? (
              <Empty title={say('search.empty')} acts={<Link to="/patents">{say('search.clear')}</Link>}>
                {say('search.empty.text')}
              </Empty>
            ) : (
              <>
                <DenseTable
                  caption={say('search.caption')}
                  columns={shown}
                  rows={rows}
                  rowKey={(row) => row.id}
                  onPastEnd={found.hasNextPage ? more : undefined}
                />
                {first ? (
                  <More shown={rows.length} more={found.hasNextPage} busy={found.isFetchingNextPage} onMore={more} />
                ) : null}
              </>
            )}
          </section>
        </div>
      )}
    </Page>
  )
}
