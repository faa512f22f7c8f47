import { type PublicPatent, publicPatent } from '#modules/patents'
import { gazetteer } from '#modules/regions'
import { type Asked, address } from '../asked.ts'
import { type Html, html } from '../html.ts'
import { patentPath } from '../numbers.ts'
import type { Page } from '../page.ts'
import type { PortalWires } from '../wires.ts'
import { dayInWords } from '../words-of-days.ts'

/** One right as the public register knows it: status with its day and sources, bibliography, classes, events. */
export async function patentPage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say, view } = asked
  const found = await publicPatent(wires.db, { region: wires.region, today: wires.clock.today() }, asked.rest)
  const above = [{ title: say('search.title'), path: '/patents' }]
  if (!found.done) return absent(asked, above)
  const patent = found.value
  return {
    title: patent.title,
    about: say('patent.about', { title: patent.title, applicants: patent.applicants.join('、') }),
    canonical: patentPath(patent),
    above,
    door: 'find',
    main: html`
<p class="numbers">${patent.right && html`<span>${say(`right.${patent.right}`)}</span> `}${patent.applicationNumber && html`<span class="code">${patent.applicationNumber}</span>`}</p>
<section class="standing" aria-labelledby="standing"><h2 id="standing">${say('field.status')} <span class="status ${patent.status}">${say(`status.${patent.status}`)}</span></h2>
<p lang="zh-CN">${patent.statusSentence}</p>
<p class="source">${say('patent.source', {
      day: dayInWords(patent.asOf, view),
      sources: patent.sources.map(({ label }) => label).join('、'),
    })}</p></section>
<h2>${say('patent.biblio')}</h2>
${biblio(patent, asked, wires.region)}
${abstractPart(patent, asked)}
${classesPart(patent, asked)}
${eventsPart(patent, asked)}
<h2>${say('patent.remarks')}</h2>
<p>${say('proof')}</p>
<ul class="next">
${annuityLink(patent, asked)}
<li><a href="/sources">${say('sources.title')}</a></li>
</ul>
<p class="help screen">${say('print.how')}</p>`,
  }
}

function absent({ say, rest }: Asked, above: Page['above'] & object): Page {
  return {
    status: 404,
    title: say('patent.absent'),
    about: say('patent.absent'),
    canonical: null,
    above,
    door: 'find',
    main: html`<p>${say('patent.absent.text', { number: rest.slice(0, 60) })}</p>
<ul class="next"><li><a href="${address('/mark-check', { text: rest.slice(0, 60) })}">${say('patent.absent.check')}</a></li>
<li><a href="/patents">${say('search.title')}</a></li>
<li><a href="https://pss-system.cponline.cnipa.gov.cn/" rel="noopener noreferrer">${say('at.cnipa-search')}</a></li></ul>`,
  }
}

/** Shown elsewhere on the page. */
const apart = new Set(['title', 'abstract', 'right'])

function biblio({ fields, county }: PublicPatent, { say }: Asked, region: number): Html {
  const place = county === null ? null : (gazetteer(region).division(Number(county))?.name ?? null)
  return html`<table class="stack biblio"><caption class="hidden">${say('patent.biblio')}</caption>
<thead><tr><th scope="col">${say('patent.field')}</th><th scope="col">${say('patent.value')}</th><th scope="col">${say('field.source')}</th></tr></thead>
<tbody lang="zh-CN">
${fields
  .filter(({ field }) => !apart.has(field))
  .map(
    ({ field, lines, source }) =>
      html`<tr><th scope="row">${say(`field.${field as 'holders'}`)}</th><td>${lines.map((line) => html`<span class="line">${line}</span>`)}</td><td class="source">${source.label}<span class="line">${source.day}</span></td></tr>`,
  )}
${place && html`<tr><th scope="row">${say('field.county')}</th><td>${place}</td><td class="source">${say('patent.county')}</td></tr>`}
</tbody></table>`
}

function abstractPart({ fields }: PublicPatent, { say }: Asked): Html | null {
  const abstract = fields.find(({ field }) => field === 'abstract')
  return (
    (abstract &&
      html`<h2>${say('field.abstract')}</h2><div lang="zh-CN">${abstract.lines.map((line) => html`<p>${line}</p>`)}</div><p class="source" lang="zh-CN">${abstract.source.label} ${abstract.source.day}</p>`) ??
    null
  )
}

function classesPart({ classes }: PublicPatent, { say }: Asked): Html | null {
  if (classes.length === 0) return null
  return html`<h2>${say('patent.classes')}</h2><ul lang="zh-CN">${classes.map(
    ({ scheme, code, main, titles }) =>
      html`<li><span class="code">${code}</span>${scheme === 'locarno' && html`（${say('field.locarno')}）`}${main && html` <span class="note">${say('patent.main-class')}</span>`}${titles.length > 0 && html` ${titles.map(({ title }) => title).join(' · ')}`}</li>`,
  )}</ul>`
}

function eventsPart({ events }: PublicPatent, { say }: Asked): Html {
  if (events.length === 0) return html`<h2>${say('patent.events')}</h2><p>${say('patent.events.none')}</p>`
  return html`<h2>${say('patent.events')}</h2><ol class="events" lang="zh-CN">${events.map(
    ({ on, word, text, source }) =>
      html`<li><span class="day">${on ?? say('patent.no-day')}</span> ${word}${more(word, text) && html`：${more(word, text)}`} <span class="source">${source.label}</span></li>`,
  )}</ol>`
}

/** What an event's text says beyond its word, which many sources repeat. */
function more(word: string, text: string | null): string {
  const rest = text?.startsWith(word) ? text.slice(word.length) : (text ?? '')
  return rest.replace(/^[\s:：]+/, '')
}

function annuityLink({ right, filedOn, grantedOn, status }: PublicPatent, { say }: Asked): Html | null {
  if (right === null || filedOn === null || grantedOn === null || (status !== 'in-force' && status !== 'in-grace')) return null
  return html`<li><a href="${address('/annuity', { right, filed: filedOn, granted: grantedOn })}">${say('patent.annuity')}</a></li>`
}
