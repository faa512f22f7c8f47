import { type Html, html } from './html.ts'

interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly help?: string | undefined
  /** What is wrong with the value, and what to do. */
  readonly wrong?: string | undefined
}

/** What stands under a field: its help, and before it what is wrong. */
function below({ name, help, wrong }: Field): Html {
  return html`${wrong && html`<p class="wrong" id="${name}-wrong">${wrong}</p>`}${help && html`<p class="help" id="${name}-help">${help}</p>`}`
}

const described = ({ name, help, wrong }: Field): string =>
  [wrong && `${name}-wrong`, help && `${name}-help`].filter(Boolean).join(' ')

/** A field to type into: label above, what is wrong and help below. */
export function textField(field: Field & { readonly max: number; readonly digits?: boolean }): Html {
  const { name, label, value = '', max, digits, wrong } = field
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${value}" maxlength="${max}" autocomplete="off" inputmode="${digits ? 'numeric' : 'text'}" aria-invalid="${wrong ? 'true' : 'false'}" aria-describedby="${described(field)}">
${below(field)}</div>`
}

/** A choice of one; the first option may be empty. */
export function choiceField(field: Field & { readonly options: readonly (readonly [value: string, label: string])[] }): Html {
  const { name, label, value = '', options, wrong } = field
  return html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}" aria-invalid="${wrong ? 'true' : 'false'}" aria-describedby="${described(field)}">
${options.map(([own, text]) =>
  own === value ? html`<option value="${own}" selected>${text}</option>` : html`<option value="${own}">${text}</option>`,
)}
</select>
${below(field)}</div>`
}

/** Everything that is wrong, above the form; each leads to its field. Nothing where nothing is. */
export function wrongSummary(title: string, wrong: Readonly<Record<string, string | undefined>>): Html | null {
  const entries = Object.entries(wrong).flatMap(([name, sentence]) => (sentence ? [[name, sentence] as const] : []))
  if (entries.length === 0) return null
  return html`<div class="summary" role="alert"><p><strong>${title}</strong></p><ul>${entries.map(
    ([name, sentence]) => html`<li><a href="#${name}">${sentence}</a></li>`,
  )}</ul></div>`
}
