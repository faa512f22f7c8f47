import type { Asked } from '../asked.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import type { PortalState } from '../state.ts'
import type { PortalWires } from '../wires.ts'

const held = ['keyboard', 'size', 'contrast', 'words', 'scripts', 'print'] as const

/** 无障碍说明: what the portal holds to (GB/T 37668-2019), how to switch to 长辈版, and what is known to be missing. */
export function accessibilityPage(_: PortalWires, { say, view }: Asked, { site }: PortalState): Page {
  return {
    title: say('access.title'),
    about: say('access.about'),
    canonical: '/accessibility',
    main: html`
<p>${say('access.text')}</p>
<p><a class="button" href="/accessibility?large=${view.large ? '0' : '1'}">${view.large ? say('large.off') : say('large.on')}</a></p>
<h2>${say('access.held')}</h2>
<ul>${held.map((one) => html`<li>${say(`access.${one}`)}</li>`)}</ul>
<h2>${say('access.limits')}</h2>
<p>${say('access.limits.text')}</p>
<h2>${say('access.report')}</h2>
<p>${say('access.report.text', { host: site.host })}${site.phone && html` <strong>${site.phone}</strong>`}</p>
<p class="note">${say('access.tested')}</p>`,
  }
}
