import { Tag } from 'antd'
import { BoxedTable, dayInWords, Facts, Notice, Section } from '#ui'
import type { Answered } from '../../contract.ts'
import { useSay } from './wire.ts'

/** The day, and every step that led to it. */
export function CountAnswer({ answer }: { answer: Answered }) {
  const say = useSay()
  return (
    <Section title={say('answer.title', { name: answer.name })}>
      <p className="due" role="status">
        {answer.dueAt ? answer.dueAt.replace('T', ' ') : dayInWords(answer.dueOn)}{' '}
        {answer.provisional ? <Tag color="warning">{say('answer.provisional')}</Tag> : null}
        {answer.certainty === 'unverified' ? <Tag color="warning">{say('answer.unverified')}</Tag> : null}
      </p>
      {answer.provisional ? <Notice tone="attention">{say('answer.provisional.text')}</Notice> : null}
      <Facts
        rows={[
          [say('answer.rule'), answer.sentence],
          [say('answer.basis'), answer.basis],
          ...(answer.opensOn ? ([[say('answer.opens'), dayInWords(answer.opensOn)]] as const) : []),
          ...(answer.graceEndsOn ? ([[say('answer.grace'), dayInWords(answer.graceEndsOn)]] as const) : []),
        ]}
      />
      <div className="steps-table">
        <BoxedTable label={say('answer.steps')}>
          <thead>
            <tr>
              <th scope="col">{say('answer.from')}</th>
              <th scope="col">{say('answer.to')}</th>
              <th scope="col" className="right">
                {say('answer.days')}
              </th>
              <th scope="col">{say('answer.note')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.steps.map((step) => (
              <tr key={`${step.kind}${step.from}${step.to}`}>
                <td className="whole">{step.from}</td>
                <td className="whole">{step.to}</td>
                <td className="right">{step.days}</td>
                <td>{step.note}</td>
              </tr>
            ))}
          </tbody>
        </BoxedTable>
      </div>
    </Section>
  )
}
