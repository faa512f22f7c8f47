import { numberText } from '#ui'
import { useAnnuities } from './annuities.tsx'
import { useSay } from './say.ts'

/** 年费与期限 on paper: the term, what is to be paid next, every year, and what is noted about them. */
export function PrintedAnnuities({ id }: { id: string }) {
  const say = useSay()
  const { data: page } = useAnnuities(id)
  if (!page) return null
  const money = (sum: number | null) => (sum === null ? '—' : numberText(sum))
  return (
    <section className="printed-annuities">
      <p className="printed-part">{say('annuity.title')}</p>
      {[page.why, page.term, page.next].map((sentence) => (sentence === null ? null : <p key={sentence}>{sentence}</p>))}
      {page.rows.length === 0 ? null : (
        <table className="boxed">
          <thead>
            <tr>
              {(['year', 'due', 'fee', 'payable', 'late', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`annuity.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={row.year}>
                <td>{row.year}</td>
                <td>
                  {row.dueOn ?? '—'}
                  {row.provisional ? say('annuity.provisional') : ''}
                </td>
                <td>{money(row.fee)}</td>
                <td>{money(row.payable)}</td>
                <td>{row.lateFee ? money(row.lateFee) : '—'}</td>
                <td>
                  {say(`annuity.state.${row.state}`)}
                  {row.paidOn === null ? '' : `　${row.paidOn}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {page.notes.map((note) => (
        <p key={`${note.kind} ${note.source.id} ${note.line}`}>
          {say(`annuity.kind.${note.kind}`)}　{note.line}
        </p>
      ))}
    </section>
  )
}
