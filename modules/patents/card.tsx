import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answer, Empty, momentText, openWire, useWords } from '#ui'
import type { PatentRoutes } from './contract.ts'
import { ImportLink } from './screens/office/import-link.tsx'
import { ImportStateWord } from './screens/office/imports.tsx'
import type { PatentWords } from './screens/office/zh.ts'

const ask = openWire<PatentRoutes>()
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
