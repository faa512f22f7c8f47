import type { Asked } from '../asked.ts'
import { textField } from '../form.ts'
import { type Html, html } from '../html.ts'

/** 专利标识核验: one big field for what is printed on the goods. On the home page it is empty. */
export function markForm({ say }: Asked, value?: string): Html {
  return html`<form class="mark" method="get" action="/mark-check">
${textField({ name: 'text', label: say('mark.text'), value, max: 200, help: say('mark.text.help') })}
<p class="do"><button>${say('mark.do')}</button></p>
</form>`
}
