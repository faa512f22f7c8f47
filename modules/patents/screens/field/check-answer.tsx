import type { ReactNode } from 'react'
import type { CheckedMark } from '../../rules/marks/index.ts'
import { groupNumber } from '../../rules/numbers.ts'
import { verdicts } from './verdict-words.ts'

const rights = { invention: '发明', 'utility-model': '实用新型', design: '外观设计' } as const

/** The answer: one word in colour and in letters, one sentence, what to do next. */
export function CheckAnswer({ answer, asOf, children }: { answer: CheckedMark; asOf: string | null; children: ReactNode }) {
  const verdict = verdicts[answer.outcome]
  return (
    <>
      <section className={`verdict ${verdict.tone}`} aria-live="polite">
        <h2>
          <span className="verdict-sign" aria-hidden="true">
            {verdict.sign}
          </span>
          {verdict.words}
        </h2>
        {answer.canonical ? (
          <p className="verdict-number">
            {groupNumber(answer.canonical)}
            {answer.right ? `　${rights[answer.right]}` : ''}
          </p>
        ) : null}
        <p>{answer.sentence}</p>
        {answer.clause ? <p className="verdict-clause">依据：{answer.clause}</p> : null}
      </section>
      {answer.next ? (
        <section className="next-step">
          <h2>下一步</h2>
          <p>{answer.next}</p>
        </section>
      ) : null}
      {children}
      <p className="small">
        {asOf ? `按本机台账（截至${asOf}）核验，` : '本机没有台账，只按号码本身核验，'}仅供现场执法参考，不对外公开。
      </p>
    </>
  )
}
