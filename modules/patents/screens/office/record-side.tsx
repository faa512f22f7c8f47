import { Link } from '@tanstack/react-router'
import { useCounties } from '#card/regions'
import { momentText } from '#ui'
import type { PatentRecord } from '../../contract.ts'
import { useSay } from './say.ts'
import { TwinCard } from './twin-card.tsx'

/** Beside the record: its county, what the public sees of it, its files, and what may be the same right. */
export function RecordSide({ patent, onTwin }: { patent: PatentRecord; onTwin: () => void }) {
  const say = useSay()
  const { nameOf } = useCounties()
  const decision = patent.countyDecision
  return (
    <aside className="record-side">
      <section>
        <h2>{say('record.county')}</h2>
        <p>
          <strong>{nameOf(patent.county)}</strong>
        </p>
        {decision ? (
          <p className="faint">
            {say('record.county.by', { by: decision.by, at: momentText(decision.at), reason: decision.reason })}
          </p>
        ) : (
          <p className="faint">{patent.countyReason}</p>
        )}
      </section>
      <section>
        <h2>{say('record.public')}</h2>
        <p>{say(`record.public.${patent.publicForm}`)}</p>
      </section>
      <section>
        <h2>{say('record.sources')}</h2>
        <ul className="side-list">
          {patent.sources.map((source) => (
            <li key={source.id}>
              {source.importId ? (
                <Link to="/imports/$id" params={{ id: source.importId } as never}>
                  {source.label}
                </Link>
              ) : (
                source.label
              )}
              <span className="faint">
                {[source.file, source.row ? say('panel.row.n', { row: source.row }) : null, source.day]
                  .filter(Boolean)
                  .join('　')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('record.twins')}</h2>
        {patent.twins.length ? (
          patent.twins.map((twin) => (
            <TwinCard key={`${twin.id} ${twin.version}`} twin={twin} besides={patent.id} onDecided={onTwin} onLatest={onTwin} />
          ))
        ) : (
          <p className="faint">{say('record.twins.none')}</p>
        )}
      </section>
    </aside>
  )
}
