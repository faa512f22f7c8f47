import { Tag } from 'antd'
import type { RecordField } from '../../contract.ts'
import { fieldName, useSay } from './say.ts'

/** Every field with its value and, one click away, where the value comes from. */
export function Bibliography({
  fields,
  mixed,
  onSource,
}: {
  fields: readonly RecordField[]
  /** Whether some of it is open to the public and some is not, so that each field must say. */
  mixed: boolean
  onSource: (field: string) => void
}) {
  const say = useSay()
  return (
    <table className="biblio">
      <caption className="unseen">{say('record.biblio')}</caption>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">{fieldName(say, field.field)}</th>
            <td>
              <Lines lines={field.lines} />
              {field.remark ? <p className="biblio-remark">{field.remark}</p> : null}
            </td>
            <td className="biblio-source">
              <div>
                <button
                  type="button"
                  aria-label={`${say('record.source.of', { field: fieldName(say, field.field) })}：${sourceWord(say, field)}`}
                  onClick={() => onSource(field.field)}
                >
                  {sourceWord(say, field)}
                </button>
                {field.publishable || !mixed ? null : <span className="faint">{say('record.inside')}</span>}
                {field.disputed ? <Tag color="warning">{say('record.disputed')}</Tag> : null}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sourceWord(say: ReturnType<typeof useSay>, field: RecordField): string {
  if (field.decision) return say('record.decided')
  return field.source?.label ?? say('record.source.none')
}

/** The lines of a value; many people stand side by side, long texts keep their breaks. */
export function Lines({ lines }: { lines: readonly string[] }) {
  if (!lines.length) return <span className="faint">—</span>
  if (lines.length === 1) return <span className="long">{lines[0]}</span>
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
