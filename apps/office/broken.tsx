import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Empty, Notice, ProblemError, useWords } from '#ui'
import type { OfficeWords } from './zh.ts'

/** Where a page failed: what to do, and the text the administrator needs. */
export function Broken({ error }: { error: Error }) {
  const say = useWords<OfficeWords>('office')
  const again = <Button onClick={() => window.location.reload()}>{say('broken.again')}</Button>
  if (error instanceof ProblemError) {
    return (
      <div className="page">
        <Notice tone="bad" title={error.problem.sentence} acts={again} />
      </div>
    )
  }
  return (
    <div className="page">
      <h1>{say('broken.title')}</h1>
      <Notice tone="bad" acts={again}>
        <p>{say('broken.text')}</p>
        <pre className="broken-text">{`${error.name}: ${error.message}`}</pre>
      </Notice>
    </div>
  )
}

export function Missing() {
  const say = useWords<OfficeWords>('office')
  return (
    <div className="page">
      <h1>{say('missing.title')}</h1>
      <Empty title={say('missing.text')} acts={<Link to="/">{say('missing.home')}</Link>} />
    </div>
  )
}
