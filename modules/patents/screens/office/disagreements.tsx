import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Notice } from '#ui'
import type { Disagreement } from '../../contract.ts'
import { DecideFieldForm } from './decide-field.tsx'
import { Queue } from './queue.tsx'
import { fieldName, numberOf, useSay } from './say.ts'
import { StatusWord } from './status-word.tsx'
import { ask } from './wire.ts'

/** 来源不一致: fields about which the sources disagree. */
export default function Disagreements() {
  return (
    <Queue
      name="disagreements"
      page={(cursor) => ask('GET /api/patents/queues/disagreements', { query: cursor ? { cursor } : {} })}
      keyOf={(row) => `${row.id} ${row.field}`}
      card={(row, asked) => <DisagreementCard row={row} {...asked} />}
    />
  )
}

function DisagreementCard({ row, onDecided, onLatest }: { row: Disagreement; onDecided: () => void; onLatest: () => void }) {
  const say = useSay()
  const [done, setDone] = useState(false)
  const number = numberOf(row)
  return (
    <article className="question">
      <h2>
        <Link to="/patents/$number" params={{ number } as never} search={{ panel: `field:${row.field}` } as never} data-row>
          {row.title}
        </Link>
      </h2>
      <p className="question-facts">
        <StatusWord status={row.status} />
        <span className="code">{number}</span>
        <span>{row.applicants.join('；')}</span>
      </p>
      <p>
        {say('queue.disagreements')}：<strong>{fieldName(say, row.field)}</strong>
      </p>
      {done ? (
        <Notice
          tone="good"
          acts={
            <Link to="/patents/$number" params={{ number } as never} search={{ panel: `field:${row.field}` } as never}>
              {say('panel.undo')}
            </Link>
          }
        >
          {say('panel.done')}
        </Notice>
      ) : (
        <DecideFieldForm
          draft={`patents.field.${row.id}.${row.field}`}
          values={row.values}
          list={row.list}
          onLatest={onLatest}
          send={(decision, key) =>
            ask('POST /api/patents/:number/fields/:field', {
              params: { number: row.id, field: row.field },
              body: { ...decision, version: row.version },
              key,
            })
          }
          done={() => {
            setDone(true)
            onDecided()
          }}
        />
      )}
    </article>
  )
}
