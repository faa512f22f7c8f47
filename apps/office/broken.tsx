import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Empty, Notice, ProblemError, useWords } from '#ui'
import type { OfficeWords } from './zh.ts'

/** What Chromium, Firefox and Safari say where a part of the page could not be fetched: the server has a newer build by now. */
const notFetched =
  /^(Failed to fetch dynamically imported|error loading dynamically imported|Importing a module script failed|Unable to preload)/

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
  if (notFetched.test(error.message)) {
    return (
      <div className="page">
        <h1>{say('broken.newer')}</h1>
        <Notice tone="attention" acts={again}>
          <p>{say('broken.newer.text')}</p>
        </Notice>
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
