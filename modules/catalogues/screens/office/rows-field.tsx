import { Button, Input } from 'antd'
import { useId } from 'react'
import { BoxedTable, Choice, type FormState } from '#ui'
import type { Field } from '../../rules/field.ts'
import { formName, type RowTexts, rowsOf, rowsText } from '../../rules/form-values.ts'
import { useSay } from './wire.ts'

/** A small table to fill in: a row more, a row less. */
export function RowsField({
  field,
  form,
}: {
  field: Field & { kind: 'rows' }
  form: FormState<Readonly<Record<string, string>>>
}) {
  const say = useSay()
  const id = useId()
  const at = formName(field)
  const rows = rowsOf(form.values[at] ?? '')
  // What the server says of a cell stands under the cell's own path; here under the table.
  const error = Object.entries(form.errors).find(
    ([name, sentence]) => sentence && (name === at || name.startsWith(`${at}.`)),
  )?.[1]
  const put = (next: readonly RowTexts[]) => form.set({ [at]: rowsText(next) })
  const set = (index: number, name: string, text: string) =>
    put(rows.map((row, place) => (place === index ? { ...row, [name]: text } : row)))
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <span className="field-label">{field.label}</span>
      {field.help ? <div className="field-help">{field.help}</div> : null}
      <div id={`${id}rows`}>
        <BoxedTable label={field.label} className="rows-field">
          <thead>
            <tr>
              {field.fields.map((one) => (
                <th key={one.name} scope="col">
                  {one.label}
                  {one.kind === 'number' && one.unit ? `（${one.unit}）` : ''}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{say('rows.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
              <tr key={index}>
                {field.fields.map((one) => (
                  <td key={one.name}>
                    <Cell
                      field={one}
                      label={`${one.label} ${index + 1}`}
                      value={row[one.name] ?? ''}
                      onChange={(text) => set(index, one.name, text)}
                    />
                  </td>
                ))}
                <td>
                  <Button size="small" onClick={() => put(rows.filter((_, place) => place !== index))}>
                    {say('rows.less')}
                    <span className="unseen">{index + 1}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </BoxedTable>
      </div>
      <Button className="rows-more" onClick={() => put([...rows, {}])}>
        {say('rows.more')}
      </Button>
      {error ? <span className="field-error">{error}</span> : null}
    </div>
  )
}

function Cell({
  field,
  label,
  value,
  onChange,
}: {
  field: Field
  label: string
  value: string
  onChange: (text: string) => void
}) {
  const say = useSay()
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    const yesNo = [
      { value: 'yes', label: say('field.yes') },
      { value: 'no', label: say('field.no') },
    ]
    const options = field.kind === 'choice' ? field.options : yesNo
    return <Choice aria-label={label} value={value} empty="—" options={options} onChange={onChange} />
  }
  return (
    <Input
      aria-label={label}
      value={value}
      maxLength={300}
      placeholder={field.kind === 'day' ? '2026-11-22' : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
