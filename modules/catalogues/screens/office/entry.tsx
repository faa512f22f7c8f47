import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useMay } from '#card/identity'
import { Answer, Facts, Notice, Page, Section } from '#ui'
import type { Version } from '../../contract.ts'
import { ChangeCard } from './change-card.tsx'
import { CertaintyMark, useSpan } from './marks.tsx'
import { ask, useSay } from './wire.ts'
import './catalogues.css'

/** One entry: its versions, the one in force marked, and every change that was ever proposed to it. */
export default function EntryPage() {
  const say = useSay()
  const { name, entry } = useParams({ strict: false }) as { name: string; entry: string }
  const mayPropose = useMay('catalogues.propose')
  const page = useQuery({
    queryKey: ['catalogues', name, entry],
    queryFn: () => ask('GET /api/catalogues/:name/entries/:entry', { params: { name, entry } }),
  })
  return (
    <Answer to={page}>
      {(one) => {
        const waiting = one.changes.filter((change) => change.state === 'pending')
        return (
          <Page
            title={one.title}
            className="page-narrow"
            under={
              <p className="faint">
                <Link to="/catalogues/$name" params={{ name } as never}>
                  {one.label}
                </Link>
                {one.group ? ` · ${one.group}` : ''} · <span className="code">{one.entry}</span>
              </p>
            }
            acts={
              <>
                {name === 'limits' ? (
                  <Link to="/limits/count" search={{ rule: one.entry } as never} className="plain-button">
                    {say('entry.count')}
                  </Link>
                ) : null}
                {mayPropose ? (
                  <Link
                    to="/catalogues/$name/propose"
                    params={{ name } as never}
                    search={{ entry, kind: 'add' } as never}
                    className="as-button"
                  >
                    {say('propose.add')}
                  </Link>
                ) : null}
              </>
            }
          >
            {waiting.length ? (
              <Notice tone="attention" title={say('entry.waiting', { count: waiting.length })}>
                {waiting.map((change) => (
                  <p key={change.id}>
                    <Link to="/catalogue-changes/$id" params={{ id: change.id } as never}>
                      {change.afterSentence}
                    </Link>
                  </p>
                ))}
              </Notice>
            ) : null}
            {one.inForce === null ? <Notice tone="attention">{say('entry.none-in-force')}</Notice> : null}
            <Section title={say('versions')}>
              {one.versions.map((version) => (
                <VersionSheet
                  key={version.validFrom ?? 'always'}
                  name={name}
                  version={version}
                  now={one.inForce !== null && one.inForce.validFrom === version.validFrom}
                  mayPropose={mayPropose}
                />
              ))}
            </Section>
            <Section title={say('history')}>
              {one.changes.length ? (
                one.changes.map((change) => <ChangeCard key={change.id} change={change} />)
              ) : (
                <p className="faint">{say('history.none')}</p>
              )}
            </Section>
          </Page>
        )
      }}
    </Answer>
  )
}

function VersionSheet({ name, version, now, mayPropose }: { name: string; version: Version; now: boolean; mayPropose: boolean }) {
  const say = useSay()
  const span = useSpan()
  const about = (kind: 'correct' | 'end') => ({ entry: version.id, kind, from: version.validFrom ?? '' })
  return (
    <article className={now ? 'version version-now' : 'version'}>
      <div className="version-head">
        <h3>{version.neverHeld ? say('version.never') : span(version)}</h3>
        <span className="marks">
          {now ? <Tag color="success">{say('version.now')}</Tag> : null}
          <CertaintyMark of={version} />
          <Tag color={version.origin === 'approved' ? 'processing' : undefined}>{say(`origin.${version.origin}`)}</Tag>
        </span>
        {mayPropose ? (
          <span className="version-acts">
            <Link to="/catalogues/$name/propose" params={{ name } as never} search={about('correct') as never}>
              {say('propose.correct')}
            </Link>
            <Link to="/catalogues/$name/propose" params={{ name } as never} search={about('end') as never}>
              {say('propose.end')}
            </Link>
          </span>
        ) : null}
      </div>
      <p className="version-sentence">{version.sentence}</p>
      <Facts
        rows={[
          [say('entry.basis'), version.basis],
          ...(version.source ? ([[say('entry.source'), version.source]] as const) : []),
          ...version.printed.map(({ label, lines }) => [label, <Lines key={label} lines={lines} />] as const),
        ]}
      />
    </article>
  )
}

/** A value of several lines; a long table opens when asked for. */
function Lines({ lines }: { lines: readonly string[] }) {
  const say = useSay()
  if (lines.length <= 8) return lines.map((line) => <div key={line}>{line}</div>)
  return (
    <details>
      <summary>{say('lines', { count: lines.length })}</summary>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </details>
  )
}
