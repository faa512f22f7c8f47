import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { TrailOf } from '#card/audit'
import { Answer, dayInWords, Facts, Notice, Page, Section } from '#ui'
import type { Change } from '../../contract.ts'
import { ChangeActs } from './change-acts.tsx'
import { BeforeAfter, Deeds } from './change-card.tsx'
import { StateMark } from './marks.tsx'
import { ask, useSay } from './wire.ts'
import './catalogues.css'

/** One change: before and after, its basis, what it touches, its people, and what may be done. */
export default function ChangePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const change = useQuery({
    queryKey: ['catalogues', 'change', id],
    queryFn: () => ask('GET /api/catalogue-changes/:id', { params: { id } }),
  })
  return <Answer to={change}>{(one) => <ChangeSheet change={one} onLatest={() => void change.refetch()} />}</Answer>
}

function ChangeSheet({ change, onLatest }: { change: Change; onLatest: () => void }) {
  const say = useSay()
  const questions = useQueryClient()
  const [told, setTold] = useState(false)
  const done = (next: Change) => {
    setTold(true)
    questions.setQueryData(['catalogues', 'change', change.id], next)
    void questions.invalidateQueries({ queryKey: ['catalogues'] })
    void questions.invalidateQueries({ queryKey: ['audit'] })
  }
  const { catalogue, entry } = change
  return (
    <Page
      title={`${say(`kind.${change.kind}`)}：${change.title}`}
      className="page-narrow"
      under={
        <p className="faint">
          <Link to="/catalogues/$name/$entry" params={{ name: catalogue, entry } as never}>
            {change.catalogueLabel} · <span className="code">{entry}</span>
          </Link>
        </p>
      }
    >
      {told ? <Notice tone="good">{say('change.done', { state: change.stateLabel })}</Notice> : null}
      <Facts
        rows={[
          [say('change.state'), <StateMark key="state" state={change.state} label={change.stateLabel} />],
          [say('change.holds'), change.holdsFrom ? dayInWords(change.holdsFrom) : say('span.always')],
          [say('change.reason'), change.reason],
          [say('entry.basis'), change.after.basis],
        ]}
      />
      <Section title={say('change.differences')}>
        <BeforeAfter change={change} />
      </Section>
      <Section title={say('change.touches')}>
        {change.touches.length ? (
          <ul className="touches">
            {change.touches.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : (
          <p className="faint">{say('change.touches.none')}</p>
        )}
      </Section>
      <Section title={say('change.deeds')}>
        <Deeds deeds={change.deeds} />
        <ChangeActs change={change} onDone={done} onLatest={onLatest} />
      </Section>
      <Section title={say('change.trail')}>
        <TrailOf subject={`catalogue-change:${change.id}`} />
      </Section>
    </Page>
  )
}
