import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { TrailOf } from '#card/audit'
import { useMay } from '#card/identity'
import { Answer, Facts, Notice, Page, Section, SidePanel } from '#ui'
import type { Holder } from '../../contract.ts'
import { HolderDecisions } from './holder-decisions.tsx'
import { HolderNames } from './holder-names.tsx'
import { JoinForm } from './join-form.tsx'
import { ask, useSay } from './wire.ts'
import './holder.css'

/** One holder: all its names with how and why they are its, and what was decided by hand. */
export default function HolderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const holder = useQuery({
    queryKey: ['enterprises', 'holders', 'one', id],
    queryFn: () => ask('GET /api/enterprises/holders/:id', { params: { id } }),
  })
  return <Answer to={holder}>{(one) => <HolderSheet key={id} holder={one} onLatest={() => void holder.refetch()} />}</Answer>
}

function HolderSheet({ holder, onLatest }: { holder: Holder; onLatest: () => void }) {
  const say = useSay()
  const questions = useQueryClient()
  const mayJoin = useMay('enterprises.join')
  const mayDecide = useMay('enterprises.decide-likely')
  const [told, setTold] = useState(false)
  const [joining, setJoining] = useState(false)
  const changed = (next: Holder) => {
    setTold(true)
    setJoining(false)
    void questions.invalidateQueries({ queryKey: ['enterprises'], refetchType: 'none' })
    questions.setQueryData(['enterprises', 'holders', 'one', next.id], next)
    void questions.invalidateQueries({ queryKey: ['audit'] })
    // What was decided about this one may be undone from the other's page as well.
    if (next.id !== holder.id) onLatest()
  }
  return (
    <Page
      title={holder.name}
      className="page-narrow holder"
      acts={mayJoin ? <Button onClick={() => setJoining(true)}>{say('join.do')}</Button> : null}
    >
      {told ? <Notice tone="good">{say('done')}</Notice> : null}
      {holder.likely > 0 ? (
        <Notice tone="attention" acts={mayDecide ? <Link to="/queues/names">{say('holder.likely.to')}</Link> : null}>
          {say('holder.likely.some', { count: holder.likely })}
        </Notice>
      ) : null}
      <Facts
        rows={[
          [say('holder.shown'), say(holder.nameByHand ? 'holder.shown.hand' : 'holder.shown.rule', { name: holder.name })],
          [say('holder.kind'), holder.kindWhy],
          [say('holder.former'), holder.formerNames.join('；')],
        ]}
      />
      <Section title={say('holder.list')}>
        <HolderNames holder={holder} onChanged={changed} onLatest={onLatest} />
      </Section>
      <Section title={say('holder.decisions')}>
        <HolderDecisions holder={holder} onChanged={changed} />
      </Section>
      <Section title={say('holder.trail')}>
        <TrailOf subject={`holder:${holder.id}`} />
      </Section>
      <SidePanel title={say('join.title', { name: holder.name })} open={joining} onClose={() => setJoining(false)}>
        <JoinForm holder={holder} done={changed} onLatest={onLatest} />
      </SidePanel>
    </Page>
  )
}
