import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useMay } from '#card/identity'
import {
  Answer,
  AskOnce,
  Empty,
  Facts,
  Form,
  LongField,
  momentText,
  openWire,
  Page,
  Section,
  TextField,
  useForm,
  useWords,
} from '#ui'
import type { AuditRoutes, Erasure } from '../../contract.ts'
import type { AuditWords } from './zh.ts'
import './trail.css'

const ask = openWire<AuditRoutes>()
const useSay = () => useWords<AuditWords>('audit')
const colours = { proposed: 'processing', erased: 'default', returned: 'warning', withdrawn: 'default' } as const

/** 日志明细删除: what somebody asked to have erased from the trail's words, and what came of it. */
export default function Erasures() {
  const say = useSay()
  const questions = useQueryClient()
  const mayAsk = useMay('audit.propose-erasure')
  const { entries } = useSearch({ strict: false }) as { entries?: string }
  const erasures = useQuery({ queryKey: ['audit', 'erasures'], queryFn: () => ask('GET /api/audit/erasures') })
  const changed = () => void questions.invalidateQueries({ queryKey: ['audit'] })
  return (
    <Page title={say('erasures.title')} className="page-narrow" under={<p className="faint">{say('erasures.text')}</p>}>
      {mayAsk ? (
        <Section title={say('erasures.new')}>
          <AskForm key={entries} entries={entries ?? ''} done={changed} />
        </Section>
      ) : null}
      <Section title={say('erasures.list')}>
        <Answer to={erasures}>
          {({ rows }) =>
            rows.length ? (
              <ul className="erasures">
                {rows.map((row) => (
                  <li key={row.id}>
                    <ErasureCard erasure={row} onChanged={changed} />
                  </li>
                ))}
              </ul>
            ) : (
              <Empty title={say('erasures.none')}>{say('erasures.none.text')}</Empty>
            )
          }
        </Answer>
      </Section>
    </Page>
  )
}

function AskForm({ entries, done }: { entries: string; done: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const form = useForm({
    start: { entries, reason: '' },
    check: (typed) => ({
      ...(typed.entries.trim() ? {} : { entries: say('erasures.entries.missing') }),
      ...(typed.reason.trim().length >= 4 ? {} : { reason: say('erasures.reason.missing') }),
    }),
    send: (typed, key) =>
      ask('POST /api/audit/erasures', { body: { entries: typed.entries.trim(), reason: typed.reason.trim() }, key }),
    done: () => {
      void navigate({ to: '/erasures', search: { entries: undefined } as never })
      done()
    },
  })
  return (
    <Form form={form} submit={say('erasures.do')}>
      <TextField name="entries" label={say('erasures.entries')} help={say('erasures.entries.help')} maxLength={2000} />
      <LongField name="reason" label={say('erasures.reason')} help={say('erasures.reason.help')} rows={2} />
    </Form>
  )
}

function ErasureCard({ erasure, onChanged }: { erasure: Erasure; onChanged: () => void }) {
  const say = useSay()
  const { version, count } = erasure
  const params = { id: erasure.id }
  const may = {
    approve: useMay('audit.approve-erasure'),
    return: useMay('audit.return-erasure'),
    withdraw: useMay('audit.withdraw-erasure'),
  }
  const open = (act: keyof typeof may) => (may[act] ? erasure.next.find((next) => next.act === act) : undefined)
  const grey = [open('approve'), open('return')].find((next) => next?.sentence)?.sentence
  return (
    <article className="erasure">
      <h2>
        {say('erasures.count', { entries: erasure.entries, count })}{' '}
        <Tag color={colours[erasure.state]}>{erasure.stateLabel}</Tag>
      </h2>
      <Facts
        rows={[
          [say('erasures.reason'), erasure.reason],
          [say('erasures.by'), `${erasure.proposer}　${momentText(erasure.proposedAt)}`],
          ...(erasure.decidedAt
            ? [[say('erasures.decided'), `${erasure.decider ?? ''}　${momentText(erasure.decidedAt)}`] as const]
            : []),
          ...(erasure.decision ? [[say('erasures.decision'), erasure.decision] as const] : []),
        ]}
      />
      {erasure.words.length ? (
        <>
          <p className="faint">{say('erasures.words')}</p>
          <ul className="erasure-words">
            {erasure.words.map((word) => (
              <li key={word.n}>
                {word.n}　{momentText(word.at)}　{word.sentence}
              </li>
            ))}
          </ul>
          {count > erasure.words.length ? (
            <p className="faint">{say('erasures.more', { count: count - erasure.words.length })}</p>
          ) : null}
        </>
      ) : null}
      {grey ? <p className="faint">{grey}</p> : null}
      <div className="row-acts">
        {open('approve') && !grey ? <Approve erasure={erasure} done={onChanged} /> : null}
        {open('return') && !grey ? (
          <AskOnce
            button={say('erasures.return')}
            title={say('erasures.return.title')}
            verb={say('erasures.return')}
            send={(reason, key) => ask('POST /api/audit/erasures/:id/return', { params, body: { reason, version }, key })}
            done={onChanged}
            onLatest={onChanged}
          />
        ) : null}
        {open('withdraw') ? (
          <AskOnce
            button={say('erasures.withdraw')}
            title={say('erasures.withdraw.title')}
            verb={say('erasures.withdraw')}
            send={(reason, key) => ask('POST /api/audit/erasures/:id/withdraw', { params, body: { reason, version }, key })}
            done={onChanged}
            onLatest={onChanged}
          />
        ) : null}
      </div>
    </article>
  )
}

/** Asked once more, since nothing brings the words back. */
function Approve({ erasure, done }: { erasure: Erasure; done: () => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const form = useForm({
    start: {},
    check: () => ({}),
    send: (_, key) =>
      ask('POST /api/audit/erasures/:id/approve', { params: { id: erasure.id }, body: { version: erasure.version }, key }),
    done: () => {
      setOpen(false)
      done()
    },
  })
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say('erasures.approve')}
      </Button>
      <Modal
        open={open}
        title={say('erasures.approve.title', { count: erasure.count })}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p>{say('erasures.approve.text')}</p>
        <Form
          form={form}
          submit={say('erasures.approve')}
          danger
          onLatest={done}
          beside={<Button onClick={() => setOpen(false)}>{say('erasures.cancel')}</Button>}
        >
          {null}
        </Form>
      </Modal>
    </>
  )
}
