import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Answer, Choice, type Column, DenseTable, Empty, More, numberText, Page } from '#ui'
import type { HolderKind, HolderRow } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

const kinds: readonly HolderKind[] = ['enterprise', 'university', 'institute', 'government', 'individual', 'other', 'unknown']

interface HolderSearch {
  readonly query?: string
  readonly kind?: HolderKind
  readonly several?: 'true'
}

/** 权利人: every firm and person once, found by any spelling of its name. */
export default function Holders() {
  const say = useSay()
  const search = useSearch({ strict: false }) as HolderSearch
  const navigate = useNavigate()
  const filter: HolderSearch = Object.fromEntries(
    Object.entries({ query: search.query, kind: search.kind, several: search.several }).filter(([, value]) => value),
  )
  const holders = useInfiniteQuery({
    queryKey: ['enterprises', 'holders', filter],
    queryFn: ({ pageParam }) =>
      ask('GET /api/enterprises/holders', { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const go = (changes: Readonly<Record<string, string>>) =>
    void navigate({ to: '/holders', search: { ...filter, ...changes } as never })
  const more = () => void holders.fetchNextPage()
  return (
    <Page title={say('holders.title')}>
      <HolderFilters key={JSON.stringify(filter)} filter={filter} onChange={go} />
      <Answer to={holders}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <p className="list-count">{say('holders.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <DenseTable
                caption={say('holders.caption')}
                columns={holderColumns(say)}
                rows={rows}
                rowKey={(row) => row.id}
                onPastEnd={holders.hasNextPage ? more : undefined}
              />
              <More shown={rows.length} more={holders.hasNextPage} busy={holders.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('holders.none')}>{say('holders.none.text')}</Empty>
          )
        }}
      </Answer>
    </Page>
  )
}

function HolderFilters({
  filter,
  onChange,
}: {
  filter: HolderSearch
  onChange: (changes: Readonly<Record<string, string>>) => void
}) {
  const say = useSay()
  const [typed, setTyped] = useState(filter.query ?? '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onChange({ query: typed.trim() })
  }
  return (
    <form className="filters" onSubmit={send}>
      <Input
        type="search"
        aria-label={say('holders.query')}
        placeholder={say('holders.query')}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Choice
        aria-label={say('holders.kind')}
        value={filter.kind ?? ''}
        empty={`${say('holders.kind')}：${say('holders.any')}`}
        options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Button htmlType="submit">{say('holders.do')}</Button>
      <Checkbox
        checked={filter.several === 'true'}
        onChange={(event) => onChange({ several: event.target.checked ? 'true' : '' })}
      >
        {say('holders.several')}
      </Checkbox>
    </form>
  )
}

function holderColumns(say: ReturnType<typeof useSay>): readonly Column<HolderRow>[] {
  return [
    {
      key: 'name',
      title: say('holder.name'),
      lead: true,
      cell: (row) => (
        <>
          <Link to="/holders/$id" params={{ id: row.id } as never} data-row>
            {row.name}
          </Link>
          {row.foundBy.length ? (
            <span className="faint">　{say('holder.found.by', { names: row.foundBy.join('”、“') })}</span>
          ) : null}
        </>
      ),
    },
    { key: 'kind', title: say('holder.kind'), width: '9rem', whole: true, cell: (row) => say(`kind.${row.kind}`) },
    { key: 'names', title: say('holder.names'), width: '6rem', right: true, whole: true, cell: (row) => numberText(row.names) },
  ]
}
