import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCounties } from '#card/regions'
import { Facts, Notice } from '#ui'
import type { UnclearPlace } from '../../contract.ts'
import { CountyForm } from './county-panel.tsx'
import { Queue } from './queue.tsx'
import { numberOf, useSay } from './say.ts'
import { ask } from './wire.ts'

/** 县市不明: patents whose county could not be told. */
export default function Places() {
  return (
    <Queue
      name="places"
      page={(cursor) => ask('GET /api/patents/queues/places', { query: cursor ? { cursor } : {} })}
      keyOf={(row) => row.id}
      card={(row, asked) => <PlaceCard row={row} {...asked} />}
    />
  )
}

function PlaceCard({ row, onDecided, onLatest }: { row: UnclearPlace; onDecided: () => void; onLatest: () => void }) {
  const say = useSay()
  const { nameOf } = useCounties()
  const [county, setCounty] = useState<string | null | undefined>(undefined)
  const number = numberOf(row)
  return (
    <article className="question">
      <h2>
        <Link to="/patents/$number" params={{ number } as never} data-row>
          {row.title}
        </Link>
      </h2>
      <p>{row.why}</p>
      <Facts
        rows={[
          [say('field.applicationNumber'), number],
          [say('field.applicants'), row.applicants.join('；')],
          [say('place.address'), row.address],
          [say('place.code'), row.creditCode],
          [
            say('place.proposals'),
            row.proposals.map((one) => say('place.proposal', { county: nameOf(one.county), by: one.by })).join('、'),
          ],
        ]}
      />
      {county === undefined ? (
        <CountyForm
          onLatest={onLatest}
          start={row.proposals.length === 1 ? row.proposals[0]!.county : ''}
          send={(chosen, reason, key) =>
            ask('POST /api/patents/:number/county', {
              params: { number: row.id },
              body: { county: chosen, reason, version: row.version },
              key,
            })
          }
          done={(record) => {
            setCounty(record.county)
            onDecided()
          }}
        />
      ) : (
        <Notice
          tone="good"
          acts={
            <Link to="/patents/$number" params={{ number } as never} search={{ panel: 'county' } as never}>
              {say('record.county.undo')}
            </Link>
          }
        >
          {say('county.done', { county: nameOf(county) })}
        </Notice>
      )}
    </article>
  )
}
