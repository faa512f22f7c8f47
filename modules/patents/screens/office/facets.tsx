import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCounties } from '#card/regions'
import { numberText, ProblemNotice } from '#ui'
import type { Bucket, Facets, HolderKind, Right, SearchFilter, Status } from '../../contract.ts'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

const groups = ['county', 'right', 'status', 'year', 'ipcSection', 'ipcClass', 'holderKind'] as const
type Group = (typeof groups)[number]

/** What the rows found are, counted; a click narrows to it, a second click widens again. */
export function FacetList({ filter, sort }: { filter: SearchFilter; sort: string | undefined }) {
  const say = useSay()
  const facets = useQuery({
    queryKey: ['patents', 'facets', filter],
    queryFn: ({ signal }) => ask('GET /api/patents/facets', { query: filter, signal }),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState(false)
  return (
    <aside className={open ? 'facets facets-open' : 'facets'} aria-label={say('search.narrow')}>
      <button type="button" className="facets-switch" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('search.narrow')}
      </button>
      {facets.error ? <ProblemNotice error={facets.error} onAgain={() => void facets.refetch()} /> : null}
      {facets.data
        ? groups.map((group) => <FacetGroup key={group} group={group} facets={facets.data} filter={filter} sort={sort} />)
        : null}
    </aside>
  )
}

function FacetGroup({
  group,
  facets,
  filter,
  sort,
}: {
  group: Group
  facets: Facets
  filter: SearchFilter
  sort: string | undefined
}) {
  const say = useSay()
  const { nameOf } = useCounties()
  const [all, setAll] = useState(false)
  const buckets = facets[group]
  if (!buckets.length) return null
  const few = 9
  const shown = all ? buckets : buckets.slice(0, few)
  const nameOfBucket = ({ value, title }: Bucket): string => {
    if (group === 'county') return nameOf(value)
    if (value === null) return say('facet.empty')
    if (group === 'right') return say(`right.${value as Right}`)
    if (group === 'status') return say(`status.${value as Status}`)
    if (group === 'holderKind') return say(`holder.${value as HolderKind}`)
    return title ? `${value} ${title}` : value
  }
  return (
    <section className="facet">
      <h3>{say(`facet.${group}`)}</h3>
      <ul>
        {shown.map((bucket) => {
          const narrowed = narrow(filter, group, bucket.value)
          const text = (
            <>
              <span className="facet-name">{nameOfBucket(bucket)}</span>
              <span className="facet-count">{numberText(bucket.count)}</span>
            </>
          )
          return (
            <li key={bucket.value ?? ''}>
              {narrowed ? (
                <Link
                  to="/patents"
                  search={{ ...narrowed.filter, sort } as never}
                  className={narrowed.active ? 'facet-here' : ''}
                  aria-current={narrowed.active ? 'true' : undefined}
                >
                  {text}
                </Link>
              ) : (
                <span className="facet-still">{text}</span>
              )}
            </li>
          )
        })}
      </ul>
      {buckets.length > few ? (
        <button type="button" className="facet-more" onClick={() => setAll(!all)}>
          {all ? say('facet.less') : say('facet.more', { count: buckets.length })}
        </button>
      ) : null}
    </section>
  )
}

/** The filter with this value, or without it where it is the one in force; null where a value cannot be asked for. */
function narrow(filter: SearchFilter, group: Group, value: string | null): { filter: SearchFilter; active: boolean } | null {
  if (group === 'county') return toggled(filter, 'county', value ?? 'none')
  if (value === null) return null
  switch (group) {
    case 'year': {
      const active = String(filter.yearFrom) === value && String(filter.yearTo) === value
      const { yearFrom: _, yearTo: __, ...rest } = filter
      return { filter: active ? rest : { ...rest, yearFrom: value, yearTo: value }, active }
    }
    case 'ipcSection':
    case 'ipcClass':
      return toggled(filter, 'ipc', value)
    default:
      return toggled(filter, group, value)
  }
}

function toggled(filter: SearchFilter, key: 'county' | 'right' | 'status' | 'holderKind' | 'ipc', value: string) {
  const active = filter[key] === value
  const { [key]: _, ...rest } = filter
  return { filter: (active ? rest : { ...rest, [key]: value }) as SearchFilter, active }
}
