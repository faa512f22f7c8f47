import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import {
  Answer,
  type Column,
  DenseTable,
  Empty,
  FileDrop,
  More,
  momentText,
  Notice,
  newKey,
  numberText,
  Page,
  ProblemNotice,
  Section,
} from '#ui'
import type { MarkList } from '../../contract.ts'
import { ask, type SayMarks, useSay } from './wire.ts'
import './marks.css'

/** 批量核验: a list is pasted or dropped and checked at once; below it the lists so far. */
export default function Lists() {
  const say = useSay()
  const navigate = useNavigate()
  const open = (list: MarkList) => void navigate({ to: '/mark-lists/$id', params: { id: list.id } as never })
  const lists = useInfiniteQuery({
    queryKey: ['mark-checks', 'lists'],
    queryFn: ({ pageParam }) => ask('GET /api/mark-checks/lists', { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const more = () => void lists.fetchNextPage()
  return (
    <Page title={say('lists.title')} under={<p className="faint">{say('lists.text')}</p>}>
      <Notice tone="attention">{say('secrecy')}</Notice>
      <div className="list-ways">
        <Section title={say('lists.paste')}>
          <PasteForm onTaken={open} />
        </Section>
        <Section title={say('lists.upload')}>
          <Upload onTaken={open} />
        </Section>
      </div>
      <Section title={say('lists.so-far')}>
        <Answer to={lists}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            return rows.length ? (
              <>
                <DenseTable
                  caption={say('lists.so-far')}
                  columns={listColumns(say)}
                  rows={rows}
                  rowKey={(row) => row.id}
                  onPastEnd={lists.hasNextPage ? more : undefined}
                />
                <More shown={rows.length} more={lists.hasNextPage} busy={lists.isFetchingNextPage} onMore={more} />
              </>
            ) : (
              <Empty title={say('lists.none')}>{say('lists.none.text')}</Empty>
            )
          }}
        </Answer>
      </Section>
    </Page>
  )
}

function PasteForm({ onTaken }: { onTaken: (list: MarkList) => void }) {
  const say = useSay()
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const paste = useMutation({
    mutationFn: () => ask('POST /api/mark-checks/lists/pasted', { body: { text }, key: newKey() }),
    onSuccess: onTaken,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setWrong(text.trim() === '')
    if (text.trim() !== '') paste.mutate()
  }
  return (
    <form onSubmit={send}>
      <label className="field-label" htmlFor={`${id}text`}>
        {say('lists.paste.label')}
      </label>
      <p className="field-help" id={`${id}help`}>
        {say('lists.paste.help')}
      </p>
      <Input.TextArea
        id={`${id}text`}
        aria-describedby={`${id}help`}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {wrong ? (
        <p className="red" role="alert">
          {say('try.wrong.text')}
        </p>
      ) : null}
      {paste.error ? <ProblemNotice error={paste.error} /> : null}
      <div className="mark-do">
        <Button type="primary" htmlType="submit" loading={paste.isPending}>
          {say('try.do')}
        </Button>
      </div>
    </form>
  )
}

function Upload({ onTaken }: { onTaken: (list: MarkList) => void }) {
  const say = useSay()
  const [chosen, setChosen] = useState<File | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return ask('POST /api/mark-checks/lists', { body, key: newKey() })
    },
    onSuccess: onTaken,
  })
  return (
    <>
      <FileDrop
        accept=".xlsx,.xls,.csv,.tsv"
        help={say('lists.upload.help')}
        chosen={chosen}
        onChoose={(file) => {
          setChosen(file)
          upload.mutate(file)
        }}
      />
      {upload.error ? <ProblemNotice error={upload.error} /> : null}
    </>
  )
}

function listColumns(say: SayMarks): readonly Column<MarkList>[] {
  return [
    {
      key: 'name',
      title: say('lists.name'),
      lead: true,
      cell: (row) => (
        <Link to="/mark-lists/$id" params={{ id: row.id } as never} data-row>
          {row.name}
        </Link>
      ),
    },
    { key: 'state', title: say('lists.state'), width: '8rem', whole: true, cell: (row) => say(`list.state.${row.state}`) },
    { key: 'rows', title: say('lists.rows'), width: '6rem', right: true, whole: true, cell: (row) => numberText(row.rowsDone) },
    { key: 'by', title: say('lists.by'), width: '7rem', cell: (row) => row.by },
    { key: 'at', title: say('checks.at'), width: '10.5rem', whole: true, cell: (row) => momentText(row.at) },
  ]
}
