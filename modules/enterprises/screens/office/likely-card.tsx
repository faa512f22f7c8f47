import { Link } from '@tanstack/react-router'
import { useMay } from '#card/identity'
import { AskOnce, Facts, Notice } from '#ui'
import type { Likely } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** Two holders side by side that may be one, with the two answers and the undo of either. */
export function LikelyCard({ pair, onChanged }: { pair: Likely; onChanged: (pair: Likely) => void }) {
  const say = useSay()
  const mayDecide = useMay('enterprises.decide-likely')
  const mayUndo = useMay('enterprises.undo-decision')
  const { version, decisionId } = pair
  const decide = (decision: 'joined' | 'apart') => (reason: string, key: string) =>
    ask('POST /api/enterprises/likely/:id/decision', { params: { id: pair.id }, body: { decision, reason, version }, key })
  return (
    <article className="likely">
      <p>{pair.why}</p>
      <div className="likely-sides">
        {pair.sides.map((side) => (
          <div key={side.id} className="likely-side">
            <h2>
              <Link to="/holders/$id" params={{ id: side.id } as never} data-row>
                {side.name}
              </Link>
            </h2>
            <Facts
              rows={[
                [say('holder.kind'), say(`kind.${side.kind}`)],
                [say('pair.names'), side.names.join('；')],
              ]}
            />
          </div>
        ))}
      </div>
      {decisionId ? (
        <Notice
          tone="good"
          acts={
            mayUndo ? (
              <AskOnce
                small
                button={say('undo.do')}
                title={say('undo.title')}
                verb={say('undo.do')}
                send={(reason, key) =>
                  ask('POST /api/enterprises/decisions/:id/undo', { params: { id: decisionId }, body: { reason, version }, key })
                }
                done={(undone) => onChanged(undone.pair ?? { ...pair, decision: null, decisionId: null })}
              >
                <p>{say('pair.undo.text')}</p>
              </AskOnce>
            ) : null
          }
        >
          {say(pair.decision === 'joined' ? 'pair.joined' : 'pair.parted')}
        </Notice>
      ) : mayDecide ? (
        <div className="row-acts">
          <AskOnce
            button={say('pair.join')}
            title={say('pair.join.title')}
            verb={say('pair.join')}
            send={decide('joined')}
            done={onChanged}
          >
            <p>{say('pair.join.text')}</p>
          </AskOnce>
          <AskOnce
            button={say('pair.apart')}
            title={say('pair.apart.title')}
            verb={say('pair.apart')}
            send={decide('apart')}
            done={onChanged}
          >
            <p>{say('pair.apart.text')}</p>
          </AskOnce>
        </div>
      ) : null}
    </article>
  )
}
