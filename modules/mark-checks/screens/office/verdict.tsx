import type { Answer, NumberAnswer } from '../../contract.ts'
import { outcomeTone } from '../../rules/outcome-names.ts'
import { groupNumber } from './group-number.ts'
import { useSay } from './wire.ts'
import './marks.css'

const signs = { good: '✓', look: '!', suspect: '!', plain: '?' } as const

/** An outcome as word and colour; the sign says it to who does not see colours. */
export function OutcomeWord({ outcome }: { outcome: Answer['outcome'] }) {
  const say = useSay()
  const tone = outcomeTone(outcome)
  return (
    <span className={`outcome outcome-${tone}`}>
      <span aria-hidden="true">{signs[tone]} </span>
      {say(`outcome.${outcome}`)}
    </span>
  )
}

/** The answer to an officer: the verdict in words, the article, what to do, and of several numbers each. */
export function Verdict({ answer, title }: { answer: Answer; title?: string }) {
  const say = useSay()
  return (
    <section className={`verdict verdict-${outcomeTone(answer.outcome)}`} aria-label={title ?? say('verdict')}>
      <p className="verdict-head">
        <OutcomeWord outcome={answer.outcome} />
        {answer.canonical && answer.each.length < 2 ? (
          <span className="verdict-number">{groupNumber(answer.canonical)}</span>
        ) : null}
      </p>
      {answer.each.length < 2 ? <OneAnswer answer={answer} /> : null}
      {answer.each.length > 1 ? (
        <ol className="verdict-each">
          {answer.each.map((one) => (
            <li key={one.canonical ?? one.sentence}>
              <p>
                <OutcomeWord outcome={one.outcome} />{' '}
                {one.canonical ? <span className="verdict-number">{groupNumber(one.canonical)}</span> : null}
              </p>
              <OneAnswer answer={one} />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

function OneAnswer({ answer }: { answer: NumberAnswer }) {
  const say = useSay()
  return (
    <>
      <p className="verdict-sentence">{answer.sentence}</p>
      <dl className="verdict-facts">
        {answer.clause ? (
          <div>
            <dt>{say('clause')}</dt>
            <dd>{answer.clause}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say('next')}</dt>
          <dd>{answer.next}</dd>
        </div>
      </dl>
    </>
  )
}
