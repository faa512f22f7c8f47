import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input, Tag } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMay } from '#card/identity'
import { normalise } from '#kernel/words'
import { Answer, Choice, type Column, DenseTable, Empty, numberText, Page } from '#ui'
import type { EntryLine } from '../../contract.ts'
import { CertaintyMark, useSpan } from './marks.tsx'
import { ask, useSay } from './wire.ts'
import './catalogues.css'

/** One catalogue: a line for each entry as it holds today, found by any word of it. */
export default function CataloguePage() {
  const say = useSay()
  const span = useSpan()
  const { name } = useParams({ strict: false }) as { name: string }
  const search = useSearch({ strict: false }) as { query?: string; only?: string }
  const navigate = useNavigate()
  const mayPropose = useMay('catalogues.propose')
  const [typed, setTyped] = useState(search.query ?? '')
  const catalogue = useQuery({
    queryKey: ['catalogues', name],
    queryFn: () => ask('GET /api/catalogues/:name', { params: { name } }),
  })
  const go = (changes: Readonly<Record<string, string>>) =>
    void navigate({ to: `/catalogues/${name}`, search: { ...search, ...changes } as never })
  const columns: readonly Column<EntryLine>[] = [
    {
      key: 'title',
      title: say('entry.title'),
      width: '15rem',
      lead: true,
      cell: (row) => (
        <Link to="/catalogues/$name/$entry" params={{ name, entry: row.id } as never} data-row>
          {row.title}
        </Link>
      ),
    },
    { key: 'group', title: say('entry.group'), width: '8rem', spare: true, cell: (row) => row.group ?? '—' },
    { key: 'sentence', title: say('entry.sentence'), cell: (row) => row.sentence },
    { key: 'basis', title: say('entry.basis'), width: '17rem', cell: (row) => row.basis },
    { key: 'span', title: say('entry.span'), width: '9rem', spare: true, cell: (row) => span(row) },
    {
      key: 'marks',
      title: say('entry.marks'),
      width: '7.5rem',
      cell: (row) => (
        <span className="marks">
          <CertaintyMark of={row} />
          {row.origin === 'approved' ? <Tag color="processing">{say('origin.approved')}</Tag> : null}
          {row.pending ? <Tag color="warning">{say('entry.pending', { count: row.pending })}</Tag> : null}
        </span>
      ),
    },
  ]
  return (
    <Answer to={catalogue}>
      {({ label, about, mayGrow, rows }) => {
        const shown = rows.filter((row) => fits(row, search.query ?? '', search.only ?? ''))
        return (
          <Page
            title={label}
            under={<p className="faint">{about}</p>}
            acts={
              mayPropose && mayGrow ? (
                <Link to="/catalogues/$name/propose" params={{ name } as never} className="as-button">
                  {say('propose.new')}
                </Link>
              ) : null
            }
          >
            <form
              className="filters"
              onSubmit={(event: FormEvent) => {
                event.preventDefault()
                go({ query: typed.trim() })
              }}
            >
              <Input
                type="search"
                aria-label={say('list.query')}
                placeholder={say('list.query')}
                value={typed}
                maxLength={60}
                onChange={(event) => setTyped(event.target.value)}
              />
              <Choice
                aria-label={say('list.only')}
                value={search.only ?? ''}
                empty={say('list.only.all')}
                options={[
                  { value: 'unverified', label: say('list.only.unverified') },
                  { value: 'approved', label: say('list.only.approved') },
                  { value: 'pending', label: say('list.only.pending') },
                ]}
                onChange={(only) => go({ only })}
              />
              <Button htmlType="submit">{say('list.do')}</Button>
            </form>
            {shown.length ? (
              <>
                <p className="list-count">{say('list.count', { count: numberText(shown.length) })}</p>
                <DenseTable caption={label} columns={columns} rows={shown} rowKey={(row) => row.id} />
              </>
            ) : (
              <Empty title={say('list.none')}>{say('list.none.text')}</Empty>
            )}
          </Page>
        )
      }}
    </Answer>
  )
}

/** Whether every typed word stands somewhere in the line. */
function fits(row: EntryLine, query: string, only: string): boolean {
  const text = normalise([row.id, row.title, row.group ?? '', row.sentence, row.basis].join('\n'))
  const words = normalise(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (!words.every((word) => text.includes(word))) return false
  if (only === 'unverified') return row.certainty === 'unverified'
  if (only === 'approved') return row.origin === 'approved'
  return only !== 'pending' || row.pending > 0
}
