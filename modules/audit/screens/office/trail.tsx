import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useMay } from '#card/identity'
import {
  Answer,
  Choice,
  type Column,
  DenseTable,
  Empty,
  isDay,
  More,
  momentText,
  openWire,
  Page,
  useColumns,
  useWords,
} from '#ui'
import type { AuditRoutes, TrailEntry } from '../../contract.ts'
import { VerifyTrail } from './verify.tsx'
import type { AuditWords } from './zh.ts'
import './trail.css'

const ask = openWire<AuditRoutes>()

interface TrailSearch {
  readonly actor?: string
  readonly word?: string
  readonly text?: string
  readonly from?: string
  readonly to?: string
  readonly subject?: string
}

/** 操作日志: who did what and when, in plain sentences. */
export default function Trail() {
  const say = useWords<AuditWords>('audit')
  const { actor, word, text, from, to, subject } = useSearch({ strict: false }) as TrailSearch
  const filter: TrailSearch = Object.fromEntries(
    Object.entries({ actor, word, text, from, to, subject }).filter(([, value]) => value),
  )
  const navigate = useNavigate()
  const mayVerify = useMay('audit.verify')
  const mayErase = useMay('audit.propose-erasure') && Boolean(text || subject || actor)
  const trail = useInfiniteQuery({
    queryKey: ['audit', 'trail', filter],
    queryFn: ({ pageParam }) =>
      ask('GET /api/audit/trail', { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const { shown, chooser } = useColumns('trail', trailColumns(say))
  const go = (changes: TrailSearch) => void navigate({ to: '/trail', search: { ...filter, ...changes } as never })
  const more = () => void trail.fetchNextPage()
  return (
    <Page title={say('trail.title')} acts={chooser}>
      {mayVerify ? <VerifyTrail /> : null}
      <TrailFilters key={JSON.stringify(filter)} filter={filter} onChange={go} />
      {subject ? (
        <p>
          {say('trail.subject.only')}　<Link to="/trail">{say('trail.subject.all')}</Link>
        </p>
      ) : null}
      <Answer to={trail}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <DenseTable
                caption={say('trail.caption')}
                columns={shown}
                rows={rows}
                rowKey={(row) => String(row.n)}
                onPastEnd={trail.hasNextPage ? more : undefined}
              />
              {mayErase ? (
                <p className="row-acts">
                  <Link to="/erasures" search={{ entries: rows.map(({ n }) => n).join(',') } as never} className="as-button">
                    {say('trail.erase')}
                  </Link>
                </p>
              ) : null}
              <More shown={rows.length} more={trail.hasNextPage} busy={trail.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('trail.none')} acts={<Link to="/trail">{say('trail.subject.all')}</Link>}>
              {say('trail.none.text')}
            </Empty>
          )
        }}
      </Answer>
    </Page>
  )
}

function trailColumns(say: ReturnType<typeof useWords<AuditWords>>): readonly Column<TrailEntry>[] {
  const vias: Readonly<Record<string, keyof AuditWords>> = {
    office: 'via.office',
    'command-line': 'via.command-line',
    job: 'via.job',
    product: 'via.product',
  }
  return [
    { key: 'sentence', title: say('trail.sentence'), lead: true, cell: (row) => row.sentence },
    { key: 'at', title: say('trail.at'), width: '11rem', whole: true, cell: (row) => momentText(row.at) },
    { key: 'actor', title: say('trail.actor'), width: '8rem', cell: (row) => row.actor.name },
    { key: 'word', title: say('trail.word'), width: '9rem', cell: (row) => row.wordLabel },
    {
      key: 'subject',
      title: say('trail.subject'),
      width: '14rem',
      cell: (row) =>
        row.subject ? (
          <Link to="/trail" search={{ subject: `${row.subject.kind}:${row.subject.id}` } as never}>
            {row.subject.label}
          </Link>
        ) : (
          '—'
        ),
    },
    {
      key: 'via',
      title: say('trail.via'),
      width: '6rem',
      cell: (row) => {
        const via = vias[row.via]
        return via ? say(via) : row.via
      },
    },
    { key: 'n', title: say('trail.n'), width: '5rem', right: true, whole: true, cell: (row) => row.n },
    {
      key: 'hash',
      title: say('trail.hash'),
      width: '10rem',
      usual: false,
      cell: (row) => <span className="hash">{row.hash}</span>,
    },
    { key: 'request', title: say('trail.request'), width: '10rem', usual: false, cell: (row) => row.requestId ?? '—' },
  ]
}

function TrailFilters({ filter, onChange }: { filter: TrailSearch; onChange: (changes: TrailSearch) => void }) {
  const say = useWords<AuditWords>('audit')
  const choices = useQuery({ queryKey: ['audit', 'choices'], queryFn: () => ask('GET /api/audit/choices') })
  const id = useId()
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const [text, setText] = useState(filter.text ?? '')
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const fits = [from, to].every((day) => day === '' || isDay(day))
    setWrong(!fits)
    if (fits) onChange({ from, to, text: text.trim() })
  }
  return (
    <form className="filters" onSubmit={send}>
      <Choice
        aria-label={say('trail.actor')}
        value={filter.actor ?? ''}
        empty={`${say('trail.actor')}：${say('trail.any')}`}
        options={choices.data?.actors.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(actor) => onChange({ actor })}
      />
      <Choice
        aria-label={say('trail.word')}
        value={filter.word ?? ''}
        empty={`${say('trail.word')}：${say('trail.any')}`}
        options={choices.data?.words.map(({ word, label }) => ({ value: word, label })) ?? []}
        onChange={(word) => onChange({ word })}
      />
      <Input
        type="search"
        className="filter-text"
        aria-label={say('trail.text')}
        placeholder={say('trail.text')}
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="filter-day">
        <label htmlFor={`${id}from`}>{say('trail.from')}</label>
        <Input
          id={`${id}from`}
          placeholder="2026-11-01"
          maxLength={10}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </span>
      <span className="filter-day">
        <label htmlFor={`${id}to`}>{say('trail.to')}</label>
        <Input
          id={`${id}to`}
          placeholder="2026-11-22"
          maxLength={10}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </span>
      <Button htmlType="submit">{say('trail.do')}</Button>
      {wrong ? (
        <span className="red" role="alert">
          {say('trail.day.wrong')}
        </span>
      ) : null}
    </form>
  )
}
