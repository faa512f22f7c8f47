import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { useCounties } from '#card/regions'
import { Answer, Choice, DenseTable, Empty, isDay, More, numberText, Page, useColumns } from '#ui'
import type { CheckQuery, CheckState, Outcome } from '../../contract.ts'
import { outcomeNames } from '../../rules/outcome-names.ts'
import { checkColumns } from './check-columns.tsx'
import { ask, useSay } from './wire.ts'

type CheckSearch = Pick<CheckQuery, 'query' | 'outcome' | 'state' | 'county' | 'from' | 'to'>
const states: readonly CheckState[] = ['settled', 'waiting', 'verified', 'waived']

/** 核验记录: what was checked, the latest first; the filters stand in the address. */
export default function Checks() {
  const say = useSay()
  const navigate = useNavigate()
  const { query, outcome, state, county, from, to } = useSearch({ strict: false }) as CheckSearch
  const filter: CheckSearch = Object.fromEntries(
    Object.entries({ query, outcome, state, county, from, to }).filter(([, value]) => value),
  )
  const { nameOf } = useCounties()
  const columns = useMemo(() => checkColumns(say, nameOf), [say, nameOf])
  const { shown, chooser } = useColumns('mark-checks', columns)
  const checks = useInfiniteQuery({
    queryKey: ['mark-checks', 'list', filter],
    queryFn: ({ pageParam }) =>
      ask('GET /api/mark-checks', { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const go = (changes: Readonly<Record<string, string>>) =>
    void navigate({ to: '/mark-checks', search: { ...filter, ...changes } as never })
  const more = () => void checks.fetchNextPage()
  return (
    <Page title={say('checks.title')} acts={chooser}>
      <CheckFilters key={JSON.stringify(filter)} filter={filter} onChange={go} />
      <Answer to={checks}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <p className="list-count">{say('checks.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <DenseTable
                caption={say('checks.caption')}
                columns={shown}
                rows={rows}
                rowKey={(row) => row.id}
                onPastEnd={checks.hasNextPage ? more : undefined}
              />
              <More shown={rows.length} more={checks.hasNextPage} busy={checks.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('checks.none')} acts={<Link to="/marks">{say('checks.to-try')}</Link>}>
              {say('checks.none.text')}
            </Empty>
          )
        }}
      </Answer>
    </Page>
  )
}

function CheckFilters({
  filter,
  onChange,
}: {
  filter: CheckSearch
  onChange: (changes: Readonly<Record<string, string>>) => void
}) {
  const say = useSay()
  const id = useId()
  const { counties } = useCounties()
  const [typed, setTyped] = useState(filter.query ?? '')
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const fits = [from, to].every((day) => day === '' || isDay(day))
    setWrong(!fits)
    if (fits) onChange({ query: typed.trim(), from, to })
  }
  const day = (name: 'from' | 'to', value: string, set: (day: string) => void) => (
    <span className="mark-day">
      <label htmlFor={`${id}${name}`}>{say(`checks.${name}`)}</label>
      <Input
        id={`${id}${name}`}
        placeholder="2026-11-22"
        maxLength={10}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </span>
  )
  return (
    <form className="filters" onSubmit={send}>
      <Input
        type="search"
        aria-label={say('checks.query')}
        placeholder={say('checks.query')}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Choice
        aria-label={say('checks.outcome')}
        value={filter.outcome ?? ''}
        empty={`${say('checks.outcome')}：${say('checks.any')}`}
        options={(Object.keys(outcomeNames) as Outcome[]).map((value) => ({ value, label: say(`outcome.${value}`) }))}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Choice
        aria-label={say('checks.state')}
        value={filter.state ?? ''}
        empty={`${say('checks.state')}：${say('checks.any')}`}
        options={states.map((value) => ({ value, label: say(`state.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        aria-label={say('checks.county')}
        value={filter.county ?? ''}
        empty={`${say('checks.county')}：${say('checks.any')}`}
        options={[
          { value: 'none', label: say('county.none') },
          ...counties.map(({ code, shortName }) => ({ value: code, label: shortName })),
        ]}
        onChange={(county) => onChange({ county })}
      />
      {day('from', from, setFrom)}
      {day('to', to, setTo)}
      <Button htmlType="submit">{say('checks.do')}</Button>
      {wrong ? (
        <span className="red" role="alert">
          {say('wrong.day')}
        </span>
      ) : null}
    </form>
  )
}
