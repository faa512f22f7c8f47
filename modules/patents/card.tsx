import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '#card/identity'
import { Answer, Empty, momentText, numberText, openWire, useWords } from '#ui'
import type { PatentRoutes } from './contract.ts'
import { ImportLink } from './screens/office/import-link.tsx'
import { ImportStateWord } from './screens/office/imports.tsx'
import type { PatentWords } from './screens/office/zh.ts'

const ask = openWire<PatentRoutes>()
const queues = [
  { queue: 'disagreements', act: 'patents.decide-field' },
  { queue: 'twins', act: 'patents.decide-twin' },
  { queue: 'places', act: 'patents.decide-county' },
] as const

/** How many questions about patents wait for the reader, each number leading to its queue. */
export function QueueNumbers() {
  const say = useWords<PatentWords>('patents')
  const { may } = useSession()
  const open = queues.filter(({ act }) => may.includes(act))
  const counts = useQuery({
    queryKey: ['patents', 'queues'],
    queryFn: () => ask('GET /api/patents/queues'),
    enabled: open.length > 0,
  })
  if (!open.length) return <p className="faint">{say('queue.none')}</p>
  return (
    <Answer to={counts}>
      {(answer) =>
        open.every(({ queue }) => answer[queue] === 0) ? (
          <p className="faint">{say('queue.none')}</p>
        ) : (
          <ul className="numbers">
            {open.map(({ queue }) => (
              <li key={queue}>
                <Link to={`/queues/${queue}`}>
                  <span className="number">{numberText(answer[queue])}</span>
                  <span>{say(`queue.${queue}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  )
}

/** The last few imports, and the button for the next. */
export function LatestImports() {
  const say = useWords<PatentWords>('patents')
  const imports = useQuery({
    queryKey: ['patents', 'imports', 'latest'],
    queryFn: () => ask('GET /api/patents/imports', { query: { limit: 5 } }),
  })
  return (
    <Answer to={imports}>
      {({ rows }) =>
        rows.length ? (
          <>
            <ul className="latest">
              {rows.map((row) => (
                <li key={row.id}>
                  <ImportStateWord state={row.state} />
                  <Link to="/imports/$id" params={{ id: row.id } as never}>
                    {row.fileName}
                  </Link>
                  <span className="faint">{momentText(row.startedAt)}</span>
                </li>
              ))}
            </ul>
            <ImportLink />
          </>
        ) : (
          <Empty title={say('imports.none')} acts={<ImportLink />}>
            {say('imports.none.text')}
          </Empty>
        )
      }
    </Answer>
  )
}
