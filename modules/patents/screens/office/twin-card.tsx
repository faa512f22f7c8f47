import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AskOnce, Facts, Notice } from '#ui'
import type { Twin, TwinSide } from '../../contract.ts'
import { numberOf, rightName, useSay } from './say.ts'
import { ask } from './wire.ts'

/** Two records side by side that may be one; `besides` shows only the other one, on a record's own page. */
export function TwinCard({
  twin,
  besides,
  onDecided,
  onLatest,
}: {
  twin: Twin
  besides?: string
  onDecided: () => void
  onLatest: () => void
}) {
  const say = useSay()
  const [present, setPresent] = useState(twin)
  const decided = (next: Twin) => {
    setPresent(next)
    onDecided()
  }
  const params = { id: twin.id }
  const decide = (decision: 'join' | 'not-same') => (reason: string, key: string) =>
    ask('POST /api/patents/twins/:id/decision', { params, body: { decision, reason, version: present.version }, key })
  return (
    <article className="twin">
      <p>{present.why}</p>
      <div className="twin-sides">
        {present.sides
          .filter((side) => side.id !== besides)
          .map((side) => (
            <Side key={side.id} side={side} />
          ))}
      </div>
      {present.decision ? (
        <Notice
          tone="good"
          acts={
            <AskOnce
              small
              button={say('twin.undo')}
              title={say('twin.undo.title')}
              verb={say('twin.undo')}
              send={(reason, key) =>
                ask('POST /api/patents/twins/:id/undo', { params, body: { reason, version: present.version }, key })
              }
              done={decided}
              onLatest={onLatest}
            >
              <p>{say('twin.undo.text')}</p>
            </AskOnce>
          }
        >
          {say(present.decision === 'joined' ? 'twin.joined' : 'twin.parted')}
        </Notice>
      ) : (
        <div className="row-acts">
          <AskOnce
            button={say('twin.join')}
            title={say('twin.join.title')}
            verb={say('twin.join')}
            send={decide('join')}
            done={decided}
            onLatest={onLatest}
          >
            <p>{say('twin.join.text')}</p>
          </AskOnce>
          <AskOnce
            button={say('twin.not')}
            title={say('twin.not.title')}
            verb={say('twin.not')}
            send={decide('not-same')}
            done={decided}
            onLatest={onLatest}
          >
            <p>{say('twin.not.text')}</p>
          </AskOnce>
        </div>
      )}
    </article>
  )
}

function Side({ side }: { side: TwinSide }) {
  const say = useSay()
  return (
    <div className="twin-side">
      <h3>
        <Link to="/patents/$number" params={{ number: numberOf(side) } as never} data-row>
          {side.title}
        </Link>
      </h3>
      <Facts
        rows={[
          [say('field.applicationNumber'), side.applicationNumber],
          [say('field.publicationNumber'), side.publicationNumber],
          [say('field.right'), rightName(say, side.right)],
          [say('field.filedOn'), side.filedOn],
          [say('field.applicants'), side.applicants.join('；')],
          [say('field.inventors'), side.inventors.join('；')],
          [say('twin.sources'), side.sources.join('；')],
        ]}
      />
    </div>
  )
}
