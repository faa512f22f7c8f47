import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Answer, addressOf, Choice, type Column, DenseTable, Empty, More, Notice, numberText, Page, ProgressBar } from '#ui'
import type { ListRow, MarkList, Outcome } from '../../contract.ts'
import { outcomeNames } from '../../rules/outcome-names.ts'
import { Enlist } from './enlist.tsx'
import { groupNumber } from './group-number.ts'
import { OutcomeWord } from './verdict.tsx'
import { ask, type SayMarks, useSay } from './wire.ts'

/** One list with the findings beside each row; followed while it is checked. */
export default function ListPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const list = useQuery({
    queryKey: ['mark-checks', 'lists', id],
    queryFn: () => ask('GET /api/mark-checks/lists/:id', { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'checking' || state.data?.enlisting ? 700 : false),
  })
  return <Answer to={list}>{(one) => <ListSheet list={one} />}</Answer>
}

function ListSheet({ list }: { list: MarkList }) {
  const say = useSay()
  const address = addressOf('GET /api/mark-checks/lists/:id/findings.xlsx', { params: { id: list.id } })
  return (
    <Page
      title={list.name}
      acts={
        list.state === 'finished' ? (
          <Button type="primary" href={address} download>
            {say('list.download')}
          </Button>
        ) : null
      }
      under={<Link to="/mark-lists">{say('lists.title')}</Link>}
    >
      {list.state === 'checking' ? (
        <ProgressBar
          label={say('list.checking', { rows: numberText(list.rowsDone) })}
          done={list.rowsDone}
          whole={list.rowsTotal}
        />
      ) : null}
      {list.failure ? <Notice tone="bad" title={list.failure} /> : null}
      {list.state === 'finished' ? <Findings key={String(list.enlisting)} list={list} /> : null}
    </Page>
  )
}

function Findings({ list }: { list: MarkList }) {
  const say = useSay()
  const navigate = useNavigate()
  const { outcome } = useSearch({ strict: false }) as { outcome?: Outcome }
  const [chosen, setChosen] = useState<readonly number[]>([])
  const rows = useInfiniteQuery({
    queryKey: ['mark-checks', 'lists', list.id, 'rows', outcome ?? '', list.enlisting ? 'enlisting' : list.enlisted],
    queryFn: ({ pageParam }) =>
      ask('GET /api/mark-checks/lists/:id/rows', {
        params: { id: list.id },
        query: { ...(outcome ? { outcome } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const more = () => void rows.fetchNextPage()
  const found = (Object.keys(outcomeNames) as Outcome[]).filter((value) => list.counts[value])
  const choose = (row: number, taken: boolean) => setChosen(taken ? [...chosen, row] : chosen.filter((one) => one !== row))
  return (
    <>
      {list.toLookUp > 0 ? <Enlist list={list} chosen={chosen} /> : null}
      <p className="list-count">{say('list.count', { count: numberText(list.rowsDone) })}</p>
      <div className="filters">
        <Choice
          aria-label={say('checks.outcome')}
          value={outcome ?? ''}
          empty={`${say('checks.outcome')}：${say('checks.any')}`}
          options={found.map((value) => ({ value, label: `${say(`outcome.${value}`)}（${numberText(list.counts[value]!)}）` }))}
          onChange={(value) =>
            void navigate({ to: '/mark-lists/$id', params: { id: list.id } as never, search: { outcome: value } as never })
          }
        />
      </div>
      <Answer to={rows}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.rows)
          return all.length ? (
            <>
              <DenseTable
                caption={list.name}
                columns={rowColumns(say, list, { chosen, choose })}
                rows={all}
                rowKey={(row) => String(row.ordinal)}
                onPastEnd={rows.hasNextPage ? more : undefined}
              />
              <More shown={all.length} more={rows.hasNextPage} busy={rows.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('list.none')} />
          )
        }}
      </Answer>
    </>
  )
}

interface Choosing {
  readonly chosen: readonly number[]
  readonly choose: (row: number, taken: boolean) => void
}

function rowColumns(say: SayMarks, list: MarkList, { chosen, choose }: Choosing): readonly Column<ListRow>[] {
  return [
    {
      key: 'cells',
      title: say('list.row'),
      lead: true,
      width: '34%',
      cell: ({ cells, asked }) => {
        const text = cells.filter(Boolean).join('　')
        return asked === null ? (
          text
        ) : (
          <Link to="/marks" search={asked as never} data-row>
            {text}
          </Link>
        )
      },
    },
    { key: 'n', title: say('list.n'), width: '4.5rem', right: true, whole: true, cell: (row) => row.rowNumber },
    {
      key: 'number',
      title: say('register.number'),
      width: '13rem',
      cell: ({ answer }) => answer?.each.flatMap((one) => (one.canonical ? [groupNumber(one.canonical)] : [])).join('、') || '—',
    },
    {
      key: 'outcome',
      title: say('checks.outcome'),
      width: '13rem',
      cell: ({ answer }) => (answer ? <OutcomeWord outcome={answer.outcome} /> : say('list.problem')),
    },
    { key: 'sentence', title: say('list.says'), cell: ({ answer, problem }) => problem ?? answer?.sentence ?? '' },
    ...(list.toLookUp > 0
      ? [
          {
            key: 'check',
            title: say('enlist.title'),
            width: '6.5rem',
            cell: ({ ordinal, rowNumber, toLookUp, check }: ListRow) =>
              check ? (
                <Link to="/mark-checks/$id" params={{ id: check } as never}>
                  {say('list.check.open')}
                </Link>
              ) : toLookUp && !list.enlisting ? (
                <Checkbox
                  aria-label={say('list.choose.row', { row: rowNumber })}
                  checked={chosen.includes(ordinal)}
                  onChange={(event) => choose(ordinal, event.target.checked)}
                >
                  {say('list.choose')}
                </Checkbox>
              ) : (
                '—'
              ),
          },
        ]
      : []),
  ]
}
