import { type ReactNode, useEffect } from 'react'
import { ProblemNotice } from './notice.tsx'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

let productName = '知州'
/** The product's displayed name is a setting of the office; it ends every page's title. */
export function nameProduct(name: string): void {
  productName = name
}

/** A page: its one heading, what may be done on it, and its parts. The browser's title follows the heading. */
export function Page({
  title,
  under,
  acts,
  children,
  className,
}: {
  title: string
  under?: ReactNode
  acts?: ReactNode
  children: ReactNode
  className?: string
}) {
  useEffect(() => {
    document.title = `${title} · ${productName}`
  }, [title])
  return (
    <div className={className ? `page ${className}` : 'page'}>
      <header className="page-head">
        <div className="page-heading">
          <h1>{title}</h1>
          {under}
        </div>
        {acts ? <div className="page-acts">{acts}</div> : null}
      </header>
      {children}
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {acts ? <div className="section-acts">{acts}</div> : null}
      </div>
      {children}
    </section>
  )
}

/** What stands where there is nothing yet: what it means and what to do first. */
export function Empty({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
      {acts ? <div className="empty-acts">{acts}</div> : null}
    </div>
  )
}

interface Asked<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** Shows what was asked for when it is there; until then that it is coming, or why it is not. */
export function Answer<T>({ to, children }: { to: Asked<T>; children: (answer: T) => ReactNode }) {
  const say = useWords<UiWords>('ui')
  if (to.data !== undefined) {
    return (
      <>
        {to.error ? <ProblemNotice error={to.error} onAgain={() => to.refetch()} /> : null}
        {children(to.data)}
      </>
    )
  }
  if (to.error) return <ProblemNotice error={to.error} onAgain={() => to.refetch()} />
  return (
    <p className="loading" role="status">
      {say('loading')}
    </p>
  )
}

/** Name and value pairs, as a boxed form shows them. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value === null || value === '' ? <span className="faint">—</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
