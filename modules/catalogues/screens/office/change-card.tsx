import { Link } from '@tanstack/react-router'
import { BoxedTable, momentText } from '#ui'
import type { Change, ChangeDeed } from '../../contract.ts'
import { StateMark } from './marks.tsx'
import { useSay } from './wire.ts'

/** A change in short: what it says, from which day, by whom, and how far it is. */
export function ChangeCard({ change, children }: { change: Change; children?: React.ReactNode }) {
  const say = useSay()
  return (
    <article className="change-card">
      <div className="version-head">
        <h3>
          <Link to="/catalogue-changes/$id" params={{ id: change.id } as never}>
            {say(`kind.${change.kind}`)}：{change.title}
          </Link>
        </h3>
        <StateMark state={change.state} label={change.stateLabel} />
        <span className="faint">{change.catalogueLabel}</span>
      </div>
      <BeforeAfter change={change} />
      <Deeds deeds={change.deeds} />
      {children}
    </article>
  )
}

/** What is so now beside what would be so then. */
export function BeforeAfter({ change }: { change: Change }) {
  const say = useSay()
  return (
    <BoxedTable label={say('change.differences')} className="before-after">
      <thead>
        <tr>
          <th scope="col">{say('change.part')}</th>
          <th scope="col">{say('change.before')}</th>
          <th scope="col">{say('change.after')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('change.meaning')}</th>
          <td>{change.beforeSentence ?? say('change.nothing')}</td>
          <td>{change.afterSentence}</td>
        </tr>
        {change.differences.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before.length ? before.map((line) => <div key={line}>{line}</div>) : say('change.nothing')}</td>
            <td>{after.length ? after.map((line) => <div key={line}>{line}</div>) : say('change.nothing')}</td>
          </tr>
        ))}
      </tbody>
    </BoxedTable>
  )
}

/** Who proposed, who approved, when; the scan of a paper beside the name that stands on it. */
export function Deeds({ deeds }: { deeds: readonly ChangeDeed[] }) {
  const say = useSay()
  return (
    <ul className="deeds">
      {deeds.map((deed) => (
        <li key={`${deed.act}${deed.at}`}>
          <span className="whole">{momentText(deed.at)}</span> {deed.by} {deed.label}
          {deed.signedBy ? say('deed.signed', { by: deed.signedBy, on: deed.signedOn ?? '' }) : ''}
          {deed.reason ? <span className="faint">（{deed.reason}）</span> : null}
          {deed.scan ? (
            <>
              {' '}
              <a href={`/api/catalogue-scans/${deed.scan}`} target="_blank" rel="noreferrer">
                {say('deed.scan')}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
