import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useMay } from '#card/identity'
import { Answer, Choice, type Column, DenseTable, Empty, momentText, Page, ProblemNotice, Section } from '#ui'
import type { KeptLimit, MovedLimit } from '../../contract.ts'
import { ask, useSay } from './wire.ts'
import './calendar.css'

/** 在办期限: what runs, the first due first, and what moved with the calendar or the law. */
export default function Kept() {
  const say = useSay()
  const { mine } = useSearch({ strict: false }) as { mine?: string }
  const navigate = useNavigate()
  const kept = useQuery({
    queryKey: ['calendar', 'kept', mine],
    queryFn: () => ask('GET /api/calendar/kept-limits', { query: mine === 'true' ? { mine: 'true' } : {} }),
  })
  const columns = (today: string): readonly Column<KeptLimit>[] => [
    {
      key: 'due',
      title: say('kept.due'),
      width: '11rem',
      lead: true,
      cell: (row) => (
        <>
          {row.dueOn} {row.dueOn < today ? <Tag color="error">{say('kept.late')}</Tag> : null}
          {row.provisional ? <Tag color="warning">{say('answer.provisional')}</Tag> : null}
        </>
      ),
    },
    { key: 'subject', title: say('kept.subject'), cell: (row) => row.subject.title },
    {
      key: 'rule',
      title: say('kept.rule'),
      width: '16rem',
      cell: (row) => (
        <Link to="/catalogues/$name/$entry" params={{ name: 'limits', entry: row.rule } as never} data-row>
          {row.title}
        </Link>
      ),
    },
    { key: 'from', title: say('kept.from'), width: '8rem', whole: true, cell: (row) => row.from },
    { key: 'person', title: say('kept.person'), width: '8rem', cell: (row) => row.person ?? '—' },
  ]
  return (
    <Page title={say('kept.title')} under={<p className="faint">{say('kept.about')}</p>}>
      <div className="filters">
        <Choice
          aria-label={say('kept.whose')}
          value={mine === 'true' ? 'true' : 'false'}
          options={[
            { value: 'false', label: say('kept.all') },
            { value: 'true', label: say('kept.mine') },
          ]}
          onChange={(value) => void navigate({ to: '/limits', search: { mine: value } as never })}
        />
      </div>
      <Answer to={kept}>
        {({ today, rows }) =>
          rows.length ? (
            <DenseTable caption={say('kept.title')} columns={columns(today)} rows={rows} rowKey={(row) => row.id} />
          ) : (
            <Empty title={say('kept.none')}>{say('kept.none.text')}</Empty>
          )
        }
      </Answer>
      <Section title={say('moved.title')}>
        <Moved />
      </Section>
    </Page>
  )
}

function Moved() {
  const say = useSay()
  const questions = useQueryClient()
  const mayNote = useMay('calendar.note-moved-limit')
  const moved = useQuery({ queryKey: ['calendar', 'moved'], queryFn: () => ask('GET /api/calendar/moved-limits') })
  const note = useMutation({
    mutationFn: (row: MovedLimit) => ask('POST /api/calendar/moved-limits/:id/note', { params: { id: row.id } }),
    onSettled: () => questions.invalidateQueries({ queryKey: ['calendar', 'moved'] }),
  })
  return (
    <Answer to={moved}>
      {({ rows }) => (
        <>
          {note.error ? <ProblemNotice error={note.error} /> : null}
          {rows.length ? (
            <ul className="plain-list">
              {rows.map((row) => (
                <li key={row.id}>
                  <span className="whole">{momentText(row.at)}</span> {row.sentence}{' '}
                  <Link to="/catalogue-changes/$id" params={{ id: row.change } as never}>
                    {say('moved.change')}
                  </Link>{' '}
                  {row.seenBy ? (
                    <span className="faint">{say('moved.seen', { by: row.seenBy })}</span>
                  ) : mayNote ? (
                    <Button size="small" loading={note.isPending} onClick={() => note.mutate(row)}>
                      {say('moved.note')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : (
            <p className="faint">{say('moved.none')}</p>
          )}
        </>
      )}
    </Answer>
  )
}
