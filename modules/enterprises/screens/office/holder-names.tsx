import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '#card/identity'
import { AskOnce, BoxedTable, momentText, newKey, ProblemError, ProblemNotice } from '#ui'
import type { Holder, HolderName } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** The names of a holder, each with how and why it came here, and the button that takes it out again. */
export function HolderNames({
  holder,
  onChanged,
  onLatest,
}: {
  holder: Holder
  onChanged: (next: Holder) => void
  onLatest: () => void
}) {
  const say = useSay()
  const maySeparate = useMay('enterprises.separate')
  const mayShow = useMay('enterprises.show-name')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const params = { id: holder.id }
  const several = holder.names.length > 1
  const show = async (name: string | null) => {
    setProblem(null)
    try {
      const body = { name, version: holder.version }
      onChanged(await ask('POST /api/enterprises/holders/:id/shown-name', { params, body, key: newKey() }))
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause
      setProblem(cause)
    }
  }
  const acts = (one: HolderName) => (
    <div className="row-acts">
      {maySeparate ? (
        <AskOnce
          small
          button={say('separate.do')}
          title={say('separate.title', { name: one.name })}
          verb={say('separate.do')}
          send={(reason, key) =>
            ask('POST /api/enterprises/holders/:id/separate', {
              params,
              body: { name: one.name, reason, version: holder.version },
              key,
            })
          }
          done={onChanged}
        >
          <p>{say('separate.text')}</p>
        </AskOnce>
      ) : null}
      {mayShow && one.name !== holder.name ? (
        <Button size="small" onClick={() => void show(one.name)}>
          {say('show.do')}
        </Button>
      ) : null}
    </div>
  )
  return (
    <>
      {problem ? <ProblemNotice error={problem} onLatest={onLatest} /> : null}
      <BoxedTable label={say('holder.name')}>
        <thead>
          <tr>
            <th scope="col">{say('holder.name')}</th>
            <th scope="col">{say('holder.how')}</th>
            <th scope="col">{say('holder.why')}</th>
            <th scope="col">{say('holder.since')}</th>
            {several && (maySeparate || mayShow) ? <th scope="col">{say('holder.acts')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {holder.names.map((one) => (
            <tr key={one.name}>
              <td>{one.name}</td>
              <td className="name-how">{say(one.keptApart ? 'how.apart' : `how.${one.how}`)}</td>
              <td>{one.why}</td>
              <td className="whole">{momentText(one.since)}</td>
              {several && (maySeparate || mayShow) ? <td>{acts(one)}</td> : null}
            </tr>
          ))}
        </tbody>
      </BoxedTable>
      {mayShow && holder.nameByHand ? (
        <p>
          <Button size="small" onClick={() => void show(null)}>
            {say('show.rule')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
