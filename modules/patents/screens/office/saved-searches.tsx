import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCounties } from '#card/regions'
import { Answer, type Column, DenseTable, Empty, momentText, numberText, Page } from '#ui'
import type { SavedSearch } from '../../contract.ts'
import { conditionText } from './condition.ts'
import { conditionsOf } from './filter.ts'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

/** The searches a person keeps, to run again. */
export default function SavedSearches() {
  const say = useSay()
  const { nameOf } = useCounties()
  const searches = useQuery({ queryKey: ['patents', 'searches'], queryFn: () => ask('GET /api/patents/searches') })
  const conditions = ({ filter }: SavedSearch) =>
    conditionsOf(filter)
      .map(({ key }) => conditionText(say, nameOf, filter, key))
      .join('　') || say('saved.all')
  const columns: readonly Column<SavedSearch>[] = [
    {
      key: 'name',
      title: say('saved.name'),
      lead: true,
      cell: (row) => (
        <Link to="/patents/searches/$id" params={{ id: row.id } as never} data-row>
          {row.name}
        </Link>
      ),
    },
    { key: 'condition', title: say('saved.condition'), width: '40%', cell: conditions },
    {
      key: 'kept',
      title: say('saved.kept'),
      width: '16rem',
      cell: (row) => say('saved.kept.text', { at: momentText(row.keptAt), count: numberText(row.keptCount) }),
    },
    {
      key: 'open',
      title: say('saved.acts'),
      width: '7rem',
      cell: (row) => (
        <Link to="/patents" search={row.filter as never}>
          {say('saved.open')}
        </Link>
      ),
    },
  ]
  return (
    <Page title={say('saved.title')} acts={<Link to="/patents">{say('saved.to-register')}</Link>}>
      <Answer to={searches}>
        {({ rows }) =>
          rows.length ? (
            <DenseTable caption={say('saved.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
          ) : (
            <Empty title={say('saved.none')} acts={<Link to="/patents">{say('saved.to-register')}</Link>}>
              {say('saved.none.text')}
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}
