import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type Problem, ProblemError } from './wire.ts'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

export type Tone = 'plain' | 'good' | 'attention' | 'bad'

/** A sentence in its place on the page; a bad one is read out at once, the others when the reader gets there. */
export function Notice({
  tone = 'plain',
  title,
  children,
  acts,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  acts?: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children ? <div className="notice-text">{children}</div> : null}
      {acts ? <div className="notice-acts">{acts}</div> : null}
    </div>
  )
}

/** What went wrong, as the server says it; a bug is thrown on to the page's own boundary. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  throw error
}

/**
 * The sentence of a problem with its request number, and what changed meanwhile where somebody else was quicker.
 * `onLatest` shows the latest state, `onAgain` tries once more.
 */
export function ProblemNotice({
  error,
  onLatest,
  onAgain,
}: {
  error: unknown
  onLatest?: (() => void) | undefined
  onAgain?: (() => void) | undefined
}) {
  const say = useWords<UiWords>('ui')
  const problem = problemOf(error)
  return (
    <Notice
      tone="bad"
      title={problem.sentence}
      acts={
        <>
          {onLatest && problem.status === 409 ? <Button onClick={onLatest}>{say('notice.latest')}</Button> : null}
          {onAgain ? <Button onClick={onAgain}>{say('notice.again')}</Button> : null}
        </>
      }
    >
      {problem.changes?.length ? (
        <>
          <p>{say('notice.changes')}</p>
          <ul>
            {problem.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      ) : null}
      {problem.requestId ? <p className="faint">{say('notice.reference', { id: problem.requestId })}</p> : null}
    </Notice>
  )
}
