import './choice.css'

export interface Option {
  readonly value: string
  readonly label: string
}

/** One of several, by the browser's own list: the same on every machine, for every reader and on a phone. */
export function Choice({
  options,
  empty,
  onChange,
  ...rest
}: {
  options: readonly Option[]
  /** What stands for "none chosen"; without it one is always chosen. */
  empty?: string | undefined
  value: string
  onChange: (value: string) => void
  id?: string
  'aria-label'?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string
  'aria-required'?: boolean
}) {
  return (
    <select {...rest} className="choice" onChange={(event) => onChange(event.target.value)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
