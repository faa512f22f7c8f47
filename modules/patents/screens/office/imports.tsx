import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useMemo } from 'react'
import { Answer, type Column, DenseTable, Empty, More, momentText, numberText, Page, useColumns } from '#ui'
import type { Import, ImportState } from '../../contract.ts'
import { ImportLink } from './import-link.tsx'
import { type SayPatents, useSay } from './say.ts'
import { ask } from './wire.ts'

const colours: Partial<Record<ImportState, 'success' | 'processing' | 'warning' | 'error'>> = {
  checking: 'processing',
  checked: 'warning',
  reading: 'processing',
  finished: 'success',
  failed: 'error',
  undoing: 'processing',
}

export function ImportStateWord({ state }: { state: ImportState }) {
  const say = useSay()
  return <Tag color={colours[state]}>{say(`import.state.${state}`)}</Tag>
}

/** All imports, the latest first. */
export default function Imports() {
  const say = useSay()
  const imports = useInfiniteQuery({
    queryKey: ['patents', 'imports', 'list'],
    queryFn: ({ pageParam }) =>
      ask('GET /api/patents/imports', { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const columns = useMemo(() => importColumns(say), [say])
  const { shown, chooser } = useColumns('imports', columns)
  const more = () => void imports.fetchNextPage()
  return (
    <Page
      title={say('imports.title')}
      acts={
        <>
          {chooser}
          <ImportLink />
        </>
      }
    >
      <Answer to={imports}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length ? (
            <>
              <DenseTable
                caption={say('imports.caption')}
                columns={shown}
                rows={rows}
                rowKey={(row) => row.id}
                onPastEnd={imports.hasNextPage ? more : undefined}
              />
              <More shown={rows.length} more={imports.hasNextPage} busy={imports.isFetchingNextPage} onMore={more} />
            </>
          ) : (
            <Empty title={say('imports.none')} acts={<ImportLink />}>
              {say('imports.none.text')}
            </Empty>
          )
        }}
      </Answer>
    </Page>
  )
}

export function importColumns(say: SayPatents): readonly Column<Import>[] {
  const count = (key: 'read' | 'new' | 'changed' | 'same' | 'refused') => ({
    key,
    title: say(`imports.${key}.rows`),
    width: '6rem',
    right: true,
    whole: true,
    cell: (row: Import) => {
      const account = row.account ?? row.dryRun
      return account ? numberText(account[key]) : '—'
    },
  })
  return [
    {
      key: 'file',
      title: say('imports.file'),
      lead: true,
      cell: (row) => (
        <Link to="/imports/$id" params={{ id: row.id } as never} data-row>
          {row.fileName}
        </Link>
      ),
    },
    { key: 'format', title: say('imports.format'), width: '11rem', spare: true, cell: (row) => row.formatLabel ?? '—' },
    {
      key: 'state',
      title: say('imports.state'),
      width: '7rem',
      whole: true,
      cell: (row) => <ImportStateWord state={row.state} />,
    },
    { ...count('read'), spare: true },
    count('new'),
    count('changed'),
    { ...count('same'), usual: false },
    count('refused'),
    { key: 'by', title: say('imports.by'), width: '7rem', cell: (row) => row.startedBy ?? '—' },
    { key: 'at', title: say('imports.at'), width: '10.5rem', whole: true, cell: (row) => momentText(row.startedAt) },
  ]
}
