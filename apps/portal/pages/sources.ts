import { publicSources } from '#modules/patents'
import type { Asked } from '../asked.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import type { PortalWires } from '../wires.ts'

/** 关于数据: which sources the public register is made of, of which day, and what the words mean. */
export async function sourcesPage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say } = asked
  const sources = await publicSources(wires.db, wires.region)
  const definitions = ['valid', 'grace', 'lapsed', 'unknown', 'county', 'year'] as const
  return {
    title: say('sources.title'),
    about: say('sources.about'),
    canonical: '/sources',
    above: [{ title: say('door.see'), path: '/figures' }],
    door: 'see',
    main: html`
<h2>${say('sources.which')}</h2>
<p>${say('sources.rule')}</p>
${
  sources.length === 0
    ? html`<p>${say('figures.none')}</p>`
    : html`<table><caption>${say('sources.table')}</caption><thead><tr><th scope="col">${say('field.source')}</th><th scope="col">${say(
        'sources.day',
      )}</th><th scope="col">${say('sources.files')}</th></tr></thead>
<tbody>${sources.map(
        ({ label, day, files }) =>
          html`<tr><th scope="row" lang="zh-CN">${label}</th><td>${day}</td><td class="right">${files}</td></tr>`,
      )}</tbody></table>`
}
<h2>${say('sources.limits')}</h2>
<p>${say('sources.limits.text')}</p>
<p>${say('proof')}</p>
<h2>${say('sources.words')}</h2>
<dl class="words">
${definitions.map((word) => html`<div><dt>${say(`define.${word}`)}</dt><dd>${say(`define.${word}.text`)}</dd></div>`)}
</dl>
<h2>${say('sources.privacy')}</h2>
<p>${say('sources.privacy.text')}</p>
<h2>${say('sources.correct')}</h2>
<p>${say('sources.correct.text')}</p>`,
  }
}
