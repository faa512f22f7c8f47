import { Link } from '@tanstack/react-router'
import { type Column, momentText } from '#ui'
import type { CheckRow } from '../../contract.ts'
import { groupNumber } from './group-number.ts'
import { OutcomeWord } from './verdict.tsx'
import type { SayMarks } from './wire.ts'

/** The columns of checks; the worklist and the list of all share them. */
export function checkColumns(say: SayMarks, nameOf: (code: string | null) => string): readonly Column<CheckRow>[] {
  return [
    {
      key: 'text',
      title: say('checks.mark'),
      lead: true,
      cell: (row) => (
        <>
          <Link to="/mark-checks/$id" params={{ id: row.id } as never} data-row>
            {row.canonical === null ? row.text.slice(0, 60) || say('checks.empty-mark') : groupNumber(row.canonical)}
          </Link>
          <div className="faint mark-says">{row.sentence}</div>
        </>
      ),
    },
    {
      key: 'outcome',
      title: say('checks.outcome'),
      width: '13rem',
      cell: (row) => <OutcomeWord outcome={row.verifiedOutcome ?? row.outcome} />,
    },
    { key: 'state', title: say('checks.state'), width: '8rem', cell: (row) => say(`state.${row.state}`) },
    { key: 'county', title: say('checks.county'), width: '6rem', whole: true, cell: (row) => nameOf(row.county) },
    { key: 'by', title: say('checks.by'), width: '6rem', cell: (row) => row.by },
    { key: 'at', title: say('checks.at'), width: '10.5rem', whole: true, cell: (row) => momentText(row.madeAt) },
  ]
}
