import type { Asked } from '../asked.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import type { PortalState } from '../state.ts'
import type { PortalWires } from '../wires.ts'

/** Matters and who handles them; `https` where they are handled on the net. */
const elsewhere = [
  { matter: 'apply', at: 'cnipa-business', link: 'https://cponline.cnipa.gov.cn/' },
  { matter: 'pay', at: 'cnipa-business', link: 'https://cponline.cnipa.gov.cn/' },
  { matter: 'extract', at: 'cnipa-business', link: 'https://cponline.cnipa.gov.cn/' },
  { matter: 'trademark', at: 'cnipa-trademark', link: 'https://sbj.cnipa.gov.cn/' },
  { matter: 'tip', at: '12315', link: 'https://www.12315.cn/' },
  { matter: 'dispute', at: 'office', link: null },
] as const

/** 我要办: what can be done here, and where to go with the rest. */
export function mattersPage(_: PortalWires, { say }: Asked, { site }: PortalState): Page {
  return {
    title: say('door.do'),
    about: say('matters.about'),
    canonical: '/matters',
    door: 'do',
    main: html`
<h2>${say('matters.here')}</h2>
<ul class="tiles">
<li><a href="/annuity"><b>${say('annuity.title')}</b> <span>${say('annuity.lead')}</span></a></li>
<li><a href="/mark-check"><b>${say('mark.title')}</b> <span>${say('matters.mark')}</span></a></li>
</ul>
<h2>${say('matters.elsewhere')}</h2>
<p>${say('matters.elsewhere.text')}</p>
<table class="stack"><caption>${say('matters.table')}</caption><thead><tr><th scope="col">${say('matters.matter')}</th><th scope="col">${say(
      'matters.where',
    )}</th></tr></thead><tbody>
${elsewhere.map(
  ({ matter, at, link }) =>
    html`<tr><th scope="row">${say(`matter.${matter}`)}</th><td>${
      link === null
        ? say(`at.${at}`, { host: site.host })
        : html`<a href="${link}" rel="noopener noreferrer">${say(`at.${at}`)}</a>`
    }<span class="note">${say(`matter.${matter}.text`)}</span></td></tr>`,
)}
</tbody></table>
${site.phone ? html`<p>${say('matters.phone', { host: site.host })}<strong>${site.phone}</strong></p>` : html`<p>${say('matters.12345', { host: site.host })}</p>`}`,
  }
}
