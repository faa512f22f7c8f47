import type { ReactNode } from 'react'

/** What happened, the latest first or last as given: a day and a sentence each. */
export function Timeline({
  entries,
}: {
  entries: readonly { readonly key: string; readonly on: string; readonly text: ReactNode; readonly under?: ReactNode }[]
}) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <span className="timeline-day">{entry.on}</span>
          <div>
            <div>{entry.text}</div>
            {entry.under ? <div className="faint">{entry.under}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
