import { useState } from 'react'
import { useCounties } from '#card/regions'
import { AskOnce, ChoiceField, Form, momentText, Notice, SidePanel, TextField, useForm } from '#ui'
import type { PatentRecord } from '../../contract.ts'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

/** The county a patent stands with, decided by hand. */
export function CountyPanel({
  patent,
  open,
  onClose,
  onChanged,
  onLatest,
}: {
  patent: PatentRecord
  open: boolean
  onClose: () => void
  onChanged: (record: PatentRecord) => void
  onLatest: () => void
}) {
  const say = useSay()
  const { nameOf } = useCounties()
  const [told, setTold] = useState(false)
  const act = patent.acts.find((one) => one.act === 'decide-county')
  const decision = patent.countyDecision
  return (
    <SidePanel title={say('record.county.decide')} open={open} onClose={onClose}>
      {told ? <Notice tone="good">{say('county.done', { county: nameOf(patent.county) })}</Notice> : null}
      <p>
        {say('record.county')}：<strong>{nameOf(patent.county)}</strong>
      </p>
      <p className="faint">
        {decision
          ? say('record.county.by', { by: decision.by, at: momentText(decision.at), reason: decision.reason })
          : patent.countyReason}
      </p>
      <div className="panel-part">
        {act?.allowed === false ? (
          <p>{act.why}</p>
        ) : decision ? (
          <AskOnce
            onLatest={onLatest}
            button={say('record.county.undo')}
            title={say('county.undo.title')}
            verb={say('record.county.undo')}
            send={(reason, key) =>
              ask('POST /api/patents/:number/county/undo', {
                params: { number: patent.id },
                body: { reason, version: patent.version },
                key,
              })
            }
            done={(record) => {
              setTold(false)
              onChanged(record)
            }}
          >
            <p>{say('county.undo.text')}</p>
          </AskOnce>
        ) : (
          <CountyForm
            start=""
            draft={`patents.county.${patent.id}`}
            onLatest={onLatest}
            send={(county, reason, key) =>
              ask('POST /api/patents/:number/county', {
                params: { number: patent.id },
                body: { county, reason, version: patent.version },
                key,
              })
            }
            done={(record) => {
              setTold(true)
              onChanged(record)
            }}
          />
        )}
      </div>
    </SidePanel>
  )
}

/** Choosing the county and saying why; `start` is the county proposed. */
export function CountyForm<T>({
  start,
  draft,
  send,
  done,
  onLatest,
}: {
  start: string
  draft?: string
  send: (county: string | null, reason: string, key: string) => Promise<T>
  done: (reply: T) => void
  onLatest?: (() => void) | undefined
}) {
  const say = useSay()
  const { counties, nameOf } = useCounties()
  const form = useForm({
    start: { county: start, reason: '' },
    draft,
    check: ({ county, reason }) => ({
      ...(county ? {} : { county: say('county.missing') }),
      ...(reason.trim() ? {} : { reason: say('reason.missing') }),
    }),
    send: ({ county, reason }, key) => send(county === 'none' ? null : county, reason.trim(), key),
    done,
  })
  return (
    <Form form={form} submit={say('county.do')} onLatest={onLatest}>
      <ChoiceField
        name="county"
        label={say('county.label')}
        empty=""
        options={[...counties.map(({ code, name }) => ({ value: code, label: name })), { value: 'none', label: nameOf('none') }]}
      />
      <TextField name="reason" label={say('panel.reason')} help={say('panel.reason.help')} />
    </Form>
  )
}
