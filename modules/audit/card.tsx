import { useQuery } from '@tanstack/react-query'
import { useMay } from '#card/identity'
import { Answer, momentText, openWire, Timeline, useWords } from '#ui'
import type { AuditRoutes } from './contract.ts'
import type { AuditWords } from './screens/office/zh.ts'

const ask = openWire<AuditRoutes>()

/** What was done to one thing (`kind:id`), in plain sentences, for whoever may read the trail. */
export function TrailOf({ subject }: { subject: string }) {
  const say = useWords<AuditWords>('audit')
  const may = useMay('audit.see')
  const trail = useQuery({
    queryKey: ['audit', 'of', subject],
    queryFn: () => ask('GET /api/audit/trail', { query: { subject, limit: 50 } }),
    enabled: may,
  })
  if (!may) return <p className="faint">{say('trail.not-open')}</p>
  return (
    <Answer to={trail}>
      {({ rows }) =>
        rows.length ? (
          <Timeline entries={rows.map((entry) => ({ key: String(entry.n), on: momentText(entry.at), text: entry.sentence }))} />
        ) : (
          <p className="faint">{say('trail.of.none')}</p>
        )
      }
    </Answer>
  )
}
