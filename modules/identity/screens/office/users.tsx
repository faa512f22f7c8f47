import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMay } from '#card/identity'
import type { UnitRoutes } from '#contract/units'
import { Answer, Choice, type Column, DenseTable, Empty, More, momentText, numberText, openWire, Page } from '#ui'
import type { User, UserState } from '../../contract.ts'
import { UserStateWord } from './user-state.tsx'
import { ask, useSay } from './wire.ts'
import './identity.css'

const askUnits = openWire<UnitRoutes>()
const states: readonly UserState[] = ['active', 'locked', 'disabled']

/** The units to choose from. */
export function useUnitOptions(): readonly { readonly value: string; readonly label: string }[] {
  const units = useQuery({ queryKey: ['units', 'today'], queryFn: () => askUnits('GET /api/units') })
  return units.data?.units.map(({ id, name }) => ({ value: id, label: name })) ?? []
}

/** 人员: who has an account, where, with which roles. */
export default function Users() {
  const say = useSay()
  const search = useSearch({ strict: false }) as { query?: string; unit?: string; state?: UserState }
  const { query, unit, state } = search
  const navigate = useNavigate()
  const mayCreate = useMay('identity.create-user')
  const unitOptions = useUnitOptions()
  const [typed, setTyped] = useState(query ?? '')
  const users = useInfiniteQuery({
    queryKey: ['identity', 'users', query, unit, state],
    queryFn: ({ pageParam }) =>
      ask('GET /api/identity/users', {
        query: {
          ...(query ? { query } : {}),
          ...(unit ? { unit } : {}),
          ...(state ? { state } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const go = (changes: Readonly<Record<string, string>>) =>
    void navigate({ to: '/users', search: { ...search, ...changes } as never })
  const columns: readonly Column<User>[] = [
    {
      key: 'name',
      title: say('user.name'),
      width: '9rem',
      lead: true,
      cell: (row) => (
        <Link to="/users/$id" params={{ id: row.id } as never} data-row>
          {row.name}
        </Link>
      ),
    },
    { key: 'account', title: say('user.account'), width: '10rem', cell: (row) => row.account },
    { key: 'unit', title: say('user.unit'), width: '13rem', cell: (row) => row.unitName ?? say('user.unit.none') },
    {
      key: 'roles',
      title: say('user.roles'),
      cell: (row) => [...new Set(row.roles.map((one) => one.roleName))].join('、') || '—',
    },
    { key: 'state', title: say('user.state'), width: '7rem', whole: true, cell: (row) => <UserStateWord state={row.state} /> },
    {
      key: 'last',
      title: say('user.last'),
      width: '11rem',
      whole: true,
      cell: (row) => (row.lastSignInAt ? momentText(row.lastSignInAt) : say('user.never')),
    },
  ]
  const more = () => void users.fetchNextPage()
  return (
    <Page
      title={say('users.title')}
      acts={
        mayCreate ? (
          <Link to="/users/new" className="as-button">
            {say('users.new')}
          </Link>
        ) : null
      }
    >
      <form
        className="filters"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          go({ query: typed.trim() })
        }}
      >
        <Input
          type="search"
          aria-label={say('users.query')}
          placeholder={say('users.query')}
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Choice
          aria-label={say('users.unit')}
          value={unit ?? ''}
          empty={`${say('users.unit')}：${say('users.any')}`}
          options={unitOptions}
          onChange={(value) => go({ unit: value })}
        />
        <Choice
          aria-label={say('users.state')}
          value={state ?? ''}
          empty={`${say('users.state')}：${say('users.any')}`}
          options={states.map((value) => ({ value, label: say(`state.${value}`) }))}
          onChange={(value) => go({ state: value })}
        />
        <Button htmlType="submit">{say('users.do')}</Button>
      </form>
      <Answer to={users}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <p className="list-count">{say('users.count', { count: numberText(pages[0]?.count ?? 0) })}</p>
              <DenseTable
                caption={say('users.caption')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                onPastEnd={users.hasNextPage ? more : undefined}
              />
              <More shown={rows.length} more={users.hasNextPage} busy={users.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('users.none')}>{say('users.none.text')}</Empty>
          )
        }}
      </Answer>
    </Page>
  )
}
