import { useState } from 'react'
import { AskOnce, BoxedTable, Facts, momentText, Notice, SidePanel } from '#ui'
import type { PatentRecord, RecordField, SourcedValue } from '../../contract.ts'
import { Lines } from './bibliography.tsx'
import { DecideFieldForm } from './decide-field.tsx'
import { fieldName, useSay } from './say.ts'
import { ask } from './wire.ts'

/** 这个值从哪里来: the value's source, what all sources say side by side, and the decision by hand. */
export function FieldPanel({
  patent,
  field,
  onClose,
  onChanged,
  onLatest,
}: {
  patent: PatentRecord
  field: RecordField | undefined
  onClose: () => void
  onChanged: (record: PatentRecord) => void
  onLatest: () => void
}) {
  const say = useSay()
  const [told, setTold] = useState<'panel.done' | 'panel.undo.done' | null>(null)
  const name = field ? fieldName(say, field.field) : ''
  const act = patent.acts.find((one) => one.act === 'decide-field')
  const params = { number: patent.id, field: field?.field ?? '' }
  return (
    <SidePanel wide title={say('record.source.of', { field: name })} open={field !== undefined} onClose={onClose}>
      {field ? (
        <div className="panel">
          {told ? <Notice tone="good">{say(told)}</Notice> : null}
          <section>
            <h3>{say('panel.now')}</h3>
            <Lines lines={field.lines} />
            {field.remark ? <p className="biblio-remark">{field.remark}</p> : null}
            {field.decision ? (
              <p>
                {say('panel.decided', {
                  by: field.decision.by,
                  at: momentText(field.decision.at),
                  reason: field.decision.reason,
                })}
              </p>
            ) : field.source ? (
              <Facts
                rows={[
                  [say('panel.source'), field.source.label],
                  [say('panel.file'), field.source.file],
                  [say('panel.row'), field.source.row === null ? null : say('panel.row.n', { row: field.source.row })],
                  [say('panel.day'), field.source.day],
                  [say('panel.publish'), say(field.source.publishable ? 'panel.publish.yes' : 'panel.publish.no')],
                ]}
              />
            ) : null}
          </section>
          <section>
            <h3>{say('panel.all')}</h3>
            <SourceTable values={field.others} />
          </section>
          <section>
            <h3>{say('panel.decide')}</h3>
            {act?.allowed === false ? (
              <p>{act.why}</p>
            ) : field.decision ? (
              <AskOnce
                onLatest={onLatest}
                button={say('panel.undo')}
                title={say('panel.undo.title', { field: name })}
                verb={say('panel.undo')}
                send={(reason, key) =>
                  ask('POST /api/patents/:number/fields/:field/undo', { params, body: { reason, version: patent.version }, key })
                }
                done={(record) => {
                  setTold('panel.undo.done')
                  onChanged(record)
                }}
              >
                <p>{say('panel.undo.text')}</p>
              </AskOnce>
            ) : (
              <>
                <p className="faint">{say('panel.decide.help')}</p>
                <DecideFieldForm
                  draft={`patents.field.${patent.id}.${field.field}`}
                  values={field.others}
                  list={field.list}
                  onLatest={onLatest}
                  send={(decision, key) =>
                    ask('POST /api/patents/:number/fields/:field', {
                      params,
                      body: { ...decision, version: patent.version },
                      key,
                    })
                  }
                  done={(record) => {
                    setTold('panel.done')
                    onChanged(record)
                  }}
                />
              </>
            )}
          </section>
        </div>
      ) : null}
    </SidePanel>
  )
}

function SourceTable({ values }: { values: readonly SourcedValue[] }) {
  const say = useSay()
  return (
    <BoxedTable label={say('panel.all')}>
      <thead>
        <tr>
          <th scope="col">{say('panel.source')}</th>
          <th scope="col">{say('panel.value')}</th>
          <th scope="col">{say('panel.file')}</th>
          <th scope="col">{say('panel.day')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ lines, source }) => (
          <tr key={source.id}>
            <td>
              {source.label}
              <div className="faint">{say(source.publishable ? 'panel.publish.yes' : 'panel.publish.no')}</div>
            </td>
            <td>
              <Lines lines={lines} />
            </td>
            <td>
              {source.file ?? '—'}
              {source.row === null ? null : <div className="faint">{say('panel.row.n', { row: source.row })}</div>}
            </td>
            <td className="whole">{source.day ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </BoxedTable>
  )
}
