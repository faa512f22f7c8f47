import { Button } from 'antd'
import { addressOf, Notice, numberText, Section } from '#ui'
import type { Import, ImportAccount } from '../../contract.ts'
import { useSay } from './say.ts'

const counts = ['read', 'new', 'changed', 'same', 'refused'] as const

/** How many rows are new, changed, same and refused; the refused ones with their reasons and as a workbook. */
export function AccountOf({ one, account, title }: { one: Import; account: ImportAccount; title: string }) {
  const say = useSay()
  return (
    <>
      <Section title={title}>
        <dl className="account">
          {counts.map((count) => (
            <div key={count} className={count === 'refused' && account.refused > 0 ? 'account-bad' : ''}>
              <dt>{say(`import.${count}`)}</dt>
              <dd>{say('import.rows', { count: numberText(account[count]) })}</dd>
            </div>
          ))}
        </dl>
        <p className="faint">
          {say('import.account.sum', {
            read: numberText(account.read),
            new: numberText(account.new),
            changed: numberText(account.changed),
            same: numberText(account.same),
            refused: numberText(account.refused),
          })}
        </p>
        {account.lost ? (
          <Notice tone="attention">
            {say('import.lost', { characters: numberText(account.lost.characters), rows: numberText(account.lost.rows) })}
          </Notice>
        ) : null}
      </Section>
      {account.refused ? (
        <Section
          title={say('import.refused.rows')}
          acts={
            <Button href={addressOf('GET /api/patents/imports/:id/refused.xlsx', { params: { id: one.id } })} download>
              {say('import.refused.get')}
            </Button>
          }
        >
          <p className="faint">
            {say('import.refused.get.help')}
            {account.refused > account.refusedRows.length
              ? say('import.refused.first', { count: numberText(account.refusedRows.length) })
              : ''}
          </p>
          <table className="refused">
            <thead>
              <tr>
                <th scope="col">{say('import.refused.row')}</th>
                <th scope="col">{say('import.refused.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {account.refusedRows.map((refused) => (
                <tr key={refused.row}>
                  <td className="right">{refused.row}</td>
                  <td>{refused.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ) : null}
    </>
  )
}
