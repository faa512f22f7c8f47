import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Answer, Page } from '#ui'
import type { ChangeKind } from '../../contract.ts'
import { ProposeForm } from './propose-form.tsx'
import { ask, useSay } from './wire.ts'
import './catalogues.css'

interface Asked {
  readonly entry?: string
  readonly kind?: ChangeKind
  /** The first day of the version that is corrected or ended; empty for one without. */
  readonly from?: string
  /** A returned change that is proposed anew. */
  readonly change?: string
}

/** 提出变更: a form made of the catalogue's own fields. */
export default function Propose() {
  const say = useSay()
  const { name } = useParams({ strict: false }) as { name: string }
  const { entry, kind = 'add', from, change } = useSearch({ strict: false }) as Asked
  const navigate = useNavigate()
  const page = useQuery({
    queryKey: ['catalogues', name, entry ?? '', 'propose', change],
    queryFn: async () => {
      if (!entry) return { ...(await ask('GET /api/catalogues/:name', { params: { name } })), versions: [], version: 'none' }
      return ask('GET /api/catalogues/:name/entries/:entry', { params: { name, entry } })
    },
    // What stands in the form must not change under the hands of who fills it in.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const returned = useQuery({
    queryKey: ['catalogues', 'change', change ?? ''],
    queryFn: () => ask('GET /api/catalogue-changes/:id', { params: { id: change ?? '' } }),
    enabled: change !== undefined,
  })
  return (
    <Answer to={change === undefined ? page : { ...page, data: returned.data && page.data }}>
      {(one) => {
        const title = 'title' in one ? one.title : one.label
        const first = returned.data?.after.validFrom ?? (from || null)
        const version = kind === 'add' ? one.versions[0] : one.versions.find((candidate) => candidate.validFrom === first)
        return (
          <Page title={say(`propose.${kind}.title`, { name: title })} className="page-narrow">
            <ProposeForm
              key={`${name} ${entry} ${kind} ${from} ${change}`}
              name={name}
              kind={kind}
              fields={one.fields}
              entry={entry ?? null}
              stand={one.version}
              version={version ?? null}
              returned={returned.data ?? null}
              done={(made) => void navigate({ to: `/catalogue-changes/${made.id}` as never })}
              onLatest={() => void page.refetch()}
            />
          </Page>
        )
      }}
    </Answer>
  )
}
