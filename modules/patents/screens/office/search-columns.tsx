import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Column, Marked } from '#ui'
import type { PatentRow } from '../../contract.ts'
import { numberOf, rightName, type SayPatents } from './say.ts'
import { StatusWord } from './status-word.tsx'

/** The columns of a list of patents; `terms` are marked in names. */
export function usePatentColumns(
  say: SayPatents,
  countyName: (code: string | null) => string,
  terms: readonly string[] | undefined,
): readonly Column<PatentRow>[] {
  return useMemo(
    () => [
      {
        key: 'title',
        title: say('field.title'),
        lead: true,
        cell: (row) => (
          <Link to="/patents/$number" params={{ number: numberOf(row) } as never} data-row>
            <Marked text={row.title} terms={terms} />
          </Link>
        ),
      },
      {
        key: 'applicationNumber',
        title: say('field.applicationNumber'),
        width: '9.6rem',
        whole: true,
        cell: (row) => <Marked text={row.applicationNumber ?? '—'} terms={terms} />,
      },
      {
        key: 'publicationNumber',
        title: say('field.publicationNumber'),
        width: '9rem',
        whole: true,
        usual: false,
        cell: (row) => <Marked text={row.publicationNumber ?? '—'} terms={terms} />,
      },
      {
        key: 'applicants',
        title: say('field.applicants'),
        width: '13.5rem',
        cell: (row) => <Marked text={row.applicants.join('；') || '—'} terms={terms} />,
      },
      {
        key: 'right',
        title: say('field.right'),
        width: '6.2rem',
        spare: true,
        cell: (row) => rightName(say, row.right),
      },
      {
        key: 'status',
        title: say('field.status'),
        width: '8.4rem',
        whole: true,
        cell: (row) => <StatusWord status={row.status} />,
      },
      { key: 'filedOn', title: say('field.filedOn'), width: '7rem', whole: true, cell: (row) => row.filedOn ?? '—' },
      { key: 'county', title: say('facet.county'), width: '6rem', spare: true, cell: (row) => countyName(row.county) },
      {
        key: 'mainIpc',
        title: say('field.mainIpc'),
        width: '8rem',
        whole: true,
        usual: false,
        cell: (row) => row.mainIpc ?? '—',
      },
    ],
    [say, countyName, terms],
  )
}
