import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import { useKept } from './kept.ts'
import { usePreferences } from './preferences.ts'
import type { Column } from './table.tsx'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

/** The columns a reader chose to see, kept in this browser, and the button that chooses them. */
export function useColumns<Row>(place: string, all: readonly Column<Row>[]) {
  const [chosen, keep] = useKept<readonly string[] | null>(`columns.${place}`, null)
  const { elder } = usePreferences()
  const usual = (column: Column<Row>) => column.usual !== false && !(elder && column.spare)
  const shown = all.filter((column) => column.lead || (chosen ? chosen.includes(column.key) : usual(column)))
  return { shown, chooser: <ColumnChooser all={all} shown={shown} onChange={keep} /> }
}

function ColumnChooser<Row>({
  all,
  shown,
  onChange,
}: {
  all: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  onChange: (keys: readonly string[] | null) => void
}) {
  const say = useWords<UiWords>('ui')
  const [open, setOpen] = useState(false)
  const keys = shown.map((column) => column.key)
  const choices = (
    <fieldset className="column-choices">
      <legend className="unseen">{say('list.columns')}</legend>
      {all.map((column) => (
        <Checkbox
          key={column.key}
          checked={keys.includes(column.key)}
          disabled={column.lead === true}
          onChange={(event) => onChange(event.target.checked ? [...keys, column.key] : keys.filter((key) => key !== column.key))}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" type="link" onClick={() => onChange(null)}>
        {say('list.columns.reset')}
      </Button>
    </fieldset>
  )
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={choices}>
      <Button aria-expanded={open}>{say('list.columns')}</Button>
    </Popover>
  )
}
