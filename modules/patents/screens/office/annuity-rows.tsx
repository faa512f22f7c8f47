import { Button, Tag } from 'antd'
import { useState } from 'react'
import { type Column, DenseTable, numberText } from '#ui'
import type { AnnuityPage, AnnuityRow, AnnuityRowState } from '../../contract.ts'
import { type SayPatents, useSay } from './say.ts'

const colours: Partial<Record<AnnuityRowState, 'success' | 'warning' | 'error'>> = {
  paid: 'success',
  'paid-in-grace': 'success',
  'in-grace': 'warning',
  unconfirmed: 'warning',
  'paid-too-late': 'error',
  missed: 'error',
}

/** Years shown before and after the one that matters, until the reader asks for all. */
const [before, after] = [2, 3]

/** The annuities year by year; first those around what is to be paid next. */
export function AnnuityRows({ page }: { page: AnnuityPage }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const { rows, nextYear } = page
  const middle = nextYear ?? rows.at(-1)!.year - after
  const near = rows.filter(({ year }) => year >= middle - before && year <= middle + after)
  const shown = all ? rows : near
  return (
    <>
      <DenseTable
        caption={say('annuity.rows')}
        columns={columnsOf(say)}
        rows={shown}
        rowKey={(row) => String(row.year)}
        rowClass={(row) => (row.year === nextYear ? 'annuity-next' : undefined)}
      />
      {near.length === rows.length ? null : (
        <Button type="link" className="annuity-all no-print" onClick={() => setAll(!all)}>
          {all ? say('annuity.few') : say('annuity.all', { count: rows.length })}
        </Button>
      )}
    </>
  )
}

function columnsOf(say: SayPatents): readonly Column<AnnuityRow>[] {
  const money = (sum: number | null) => (sum === null ? '—' : numberText(sum))
  return [
    {
      key: 'year',
      title: say('annuity.year'),
      width: '5.5rem',
      lead: true,
      whole: true,
      cell: (row) => say('annuity.year.n', { year: row.year }),
    },
    {
      key: 'dueOn',
      title: say('annuity.due'),
      width: '9.5rem',
      whole: true,
      cell: (row) => (
        <>
          {row.dueOn ?? '—'}
          {row.provisional ? <span className="faint">{say('annuity.provisional')}</span> : null}
        </>
      ),
    },
    { key: 'fee', title: say('annuity.fee'), width: '7rem', right: true, cell: (row) => money(row.fee) },
    {
      key: 'payable',
      title: say('annuity.payable'),
      width: '8rem',
      right: true,
      cell: (row) => (
        <>
          {money(row.payable)}
          {row.reducedBy ? <div className="faint">{say(`annuity.by.${row.reducedBy}`)}</div> : null}
        </>
      ),
    },
    {
      key: 'late',
      title: say('annuity.late'),
      width: '5.5rem',
      right: true,
      cell: (row) => (row.lateFee === null || row.lateFee === 0 ? '—' : money(row.lateFee)),
    },
    {
      key: 'state',
      title: say('annuity.state'),
      cell: (row) => (
        <div className="annuity-state">
          <Tag color={colours[row.state]}>{say(`annuity.state.${row.state}`)}</Tag>
          {row.paidOn === null ? null : <span>{row.paidOn}</span>}
          {row.state === 'in-grace' && row.graceEndsOn ? (
            <span className="faint">{say('annuity.until', { day: row.graceEndsOn })}</span>
          ) : null}
          {row.paidReduced === null ? null : (
            <div className="faint">{say('annuity.reduced', { percent: Math.round(row.paidReduced * 100) })}</div>
          )}
          {row.short === null ? null : (
            <div className="annuity-short">
              {say(row.short > 0 ? 'annuity.short' : 'annuity.over', { sum: numberText(Math.abs(row.short)) })}
            </div>
          )}
        </div>
      ),
    },
  ]
}
