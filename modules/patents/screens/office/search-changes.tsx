import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useCounties } from '#card/regions'
import { Answer, DenseTable, momentText, Notice, newKey, numberText, Page, ProblemNotice, Section } from '#ui'
import type { SearchChanges } from '../../contract.ts'
import { fieldName, numberOf, type SayPatents, useSay } from './say.ts'
import { usePatentColumns } from './search-columns.tsx'
import { ask } from './wire.ts'

/** A saved search run again: what came, went and changed since its rows were kept. */
export default function SearchChangesPage() {
  const say = useSay()
  const { id } = useParams({ strict: false }) as { id: string }
  const changes = useQuery({
    queryKey: ['patents', 'searches', id],
    queryFn: () => ask('GET /api/patents/searches/:id/changes', { params: { id } }),
  })
  return <Answer to={changes}>{(answer) => <Changes key={answer.search.version} answer={answer} say={say} />}</Answer>
}

function Changes({ answer, say }: { answer: SearchChanges; say: SayPatents }) {
  const { search } = answer
  const { nameOf } = useCounties()
  const columns = usePatentColumns(say, nameOf, undefined).filter((column) => column.usual !== false)
  const questions = useQueryClient()
  const keep = useMutation({
    mutationFn: () =>
      ask('POST /api/patents/searches/:id/keep', { params: { id: search.id }, body: { version: search.version }, key: newKey() }),
    onSuccess: () => questions.invalidateQueries({ queryKey: ['patents', 'searches'] }),
  })
  const nothing = <p className="faint">{say('saved.nothing')}</p>
  const first = (shown: number, count: number) =>
    shown < count ? <p className="faint">{say('saved.first', { count: numberText(shown) })}</p> : null
  return (
    <Page
      title={search.name}
      acts={
        <>
          <Link to="/patents" search={search.filter as never}>
            {say('saved.open')}
          </Link>
          <Button loading={keep.isPending} onClick={() => keep.mutate()}>
            {say('saved.keep')}
          </Button>
          <DeleteSearch search={search} />
        </>
      }
    >
      {keep.error ? <ProblemNotice error={keep.error} /> : null}
      {keep.isSuccess ? <Notice tone="good">{say('saved.keep.done')}</Notice> : null}
      <p>
        {say('saved.summary', {
          at: momentText(search.keptAt),
          before: numberText(search.keptCount),
          count: numberText(answer.count),
          came: numberText(answer.cameCount),
          went: numberText(answer.wentCount),
          changed: numberText(answer.changedCount),
        })}
      </p>
      <Section title={`${say('saved.came')} ${numberText(answer.cameCount)}`}>
        {answer.came.length ? (
          <DenseTable caption={say('saved.came')} columns={columns} rows={answer.came} rowKey={(row) => row.id} />
        ) : (
          nothing
        )}
        {first(answer.came.length, answer.cameCount)}
      </Section>
      <Section title={`${say('saved.went')} ${numberText(answer.wentCount)}`}>
        {answer.went.length ? (
          <ul className="plain-list">
            {answer.went.map((gone) => (
              <li key={gone.id}>
                <Link to="/patents/$number" params={{ number: gone.number ?? gone.id } as never}>
                  {gone.title}
                </Link>
                <div className="code faint">{gone.number}</div>
              </li>
            ))}
          </ul>
        ) : (
          nothing
        )}
        {first(answer.went.length, answer.wentCount)}
      </Section>
      <Section title={`${say('saved.changed')} ${numberText(answer.changedCount)}`}>
        {answer.changed.length ? (
          <ul className="plain-list">
            {answer.changed.map(({ row, changes }) => (
              <li key={row.id}>
                <div>
                  <Link to="/patents/$number" params={{ number: numberOf(row) } as never}>
                    {row.title}
                  </Link>
                </div>
                {changes.map((change) => (
                  <div key={change.field} className="faint">
                    {say('saved.change', {
                      field: fieldName(say, change.field),
                      from: change.from ?? '—',
                      to: change.to ?? '—',
                    })}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        ) : (
          nothing
        )}
        {first(answer.changed.length, answer.changedCount)}
      </Section>
    </Page>
  )
}

function DeleteSearch({ search }: { search: SearchChanges['search'] }) {
  const say = useSay()
  const navigate = useNavigate()
  const questions = useQueryClient()
  const [open, setOpen] = useState(false)
  const gone = useMutation({
    mutationFn: () =>
      ask('POST /api/patents/searches/:id/delete', {
        params: { id: search.id },
        body: { version: search.version },
        key: newKey(),
      }),
    onSuccess: async () => {
      await navigate({ to: '/patents/searches' })
      questions.removeQueries({ queryKey: ['patents', 'searches', search.id] })
      await questions.invalidateQueries({ queryKey: ['patents', 'searches'] })
    },
  })
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say('saved.delete')}
      </Button>
      <Modal
        open={open}
        title={say('saved.delete.title', { name: search.name })}
        okText={say('saved.delete')}
        okButtonProps={{ danger: true, loading: gone.isPending }}
        cancelText={say('cancel')}
        onOk={() => gone.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p>{say('saved.delete.text')}</p>
        {gone.error ? <ProblemNotice error={gone.error} /> : null}
      </Modal>
    </>
  )
}
