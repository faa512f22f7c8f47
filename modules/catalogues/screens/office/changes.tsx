import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Choice, Empty, Page } from '#ui'
import type { ChangeState } from '../../contract.ts'
import { ChangeActs } from './change-acts.tsx'
import { ChangeCard } from './change-card.tsx'
import { ask, useSay } from './wire.ts'
import './catalogues.css'

const states: readonly ChangeState[] = ['pending', 'in-force', 'returned', 'withdrawn']

/** 目录变更审批: what waits for a second person, each with its before and after and its buttons. */
export default function Changes() {
  const say = useSay()
  const { state } = useSearch({ strict: false }) as { state?: ChangeState }
  const navigate = useNavigate()
  const shown = state ?? 'pending'
  const changes = useQuery({
    queryKey: ['catalogues', 'changes', shown],
    queryFn: () => ask('GET /api/catalogue-changes', { query: { state: shown } }),
  })
  const latest = () => void changes.refetch()
  return (
    <Page title={say('changes.title')} className="page-narrow" under={<p className="faint">{say('changes.about')}</p>}>
      <div className="filters">
        <Choice
          aria-label={say('changes.state')}
          value={shown}
          options={states.map((value) => ({ value, label: say(`state.${value}`) }))}
          onChange={(value) => void navigate({ to: '/catalogue-changes', search: { state: value } as never })}
        />
      </div>
      <Answer to={changes}>
        {({ rows }) =>
          rows.length ? (
            rows.map((change) => (
              <ChangeCard key={change.id} change={change}>
                <ChangeActs change={change} onDone={latest} onLatest={latest} />
              </ChangeCard>
            ))
          ) : (
            <Empty title={say(shown === 'pending' ? 'changes.none.pending' : 'changes.none')}>{say('changes.none.text')}</Empty>
          )
        }
      </Answer>
    </Page>
  )
}
