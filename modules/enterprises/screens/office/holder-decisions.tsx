import { useMay } from '#card/identity'
import { AskOnce, BoxedTable, momentText } from '#ui'
import type { Holder } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** What was decided by hand about a holder and still holds, each with its undo. */
export function HolderDecisions({ holder, onChanged }: { holder: Holder; onChanged: (next: Holder) => void }) {
  const say = useSay()
  const mayUndo = useMay('enterprises.undo-decision')
  if (holder.decisions.length === 0) return <p className="faint">{say('holder.decisions.none')}</p>
  return (
    <BoxedTable label={say('holder.decisions')}>
      <thead>
        <tr>
          <th scope="col">{say('holder.decision')}</th>
          <th scope="col">{say('holder.reason')}</th>
          <th scope="col">{say('holder.by')}</th>
          <th scope="col">{say('holder.at')}</th>
          {mayUndo ? <th scope="col">{say('holder.acts')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {holder.decisions.map((decision) => (
          <tr key={decision.id}>
            <td>{decision.sentence}</td>
            <td>{decision.reason}</td>
            <td className="whole">{decision.by}</td>
            <td className="whole">{momentText(decision.at)}</td>
            {mayUndo ? (
              <td>
                <AskOnce
                  small
                  button={say('undo.do')}
                  title={say('undo.title')}
                  verb={say('undo.do')}
                  send={(reason, key) =>
                    ask('POST /api/enterprises/decisions/:id/undo', {
                      params: { id: decision.id },
                      body: { reason, version: holder.version },
                      key,
                    })
                  }
                  done={(undone) => onChanged(undone.holder)}
                >
                  <p>{decision.sentence}</p>
                  <p>{say('undo.text')}</p>
                </AskOnce>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </BoxedTable>
  )
}
