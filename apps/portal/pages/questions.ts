import type { Asked } from '../asked.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import type { PortalState } from '../state.ts'
import type { PortalWires } from '../wires.ts'

const questions = ['number', 'digit', 'absent', 'unknown', 'proof', 'annuity', 'fake', 'wrong'] as const

/** 我要问: what is asked most, answered; and who answers the rest. */
export function questionsPage(_: PortalWires, { say }: Asked, { site }: PortalState): Page {
  return {
    title: say('door.ask'),
    about: say('questions.about'),
    canonical: '/questions',
    door: 'ask',
    main: html`
<nav class="contents" aria-label="${say('questions.contents')}"><ul>${questions.map(
      (one) => html`<li><a href="#q-${one}">${say(`question.${one}`)}</a></li>`,
    )}</ul></nav>
${questions.map((one) => html`<section class="question"><h2 id="q-${one}">${say(`question.${one}`)}</h2><p>${say(`question.${one}.text`)}</p></section>`)}
<section><h2>${say('questions.people')}</h2>
<ul>
<li>${say('questions.12345')}</li>
<li>${say('questions.12315')}</li>
<li>${say('questions.cnipa')}</li>
${site.phone && html`<li>${say('matters.phone', { host: site.host })}<strong>${site.phone}</strong></li>`}
</ul></section>`,
  }
}
