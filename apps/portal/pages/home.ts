import { type Asked, address } from '../asked.ts'
import { type Html, html } from '../html.ts'
import { doors, type Page } from '../page.ts'
import { type PublicFigures, publicFigures } from '../public-figures.ts'
import type { PortalWires } from '../wires.ts'
import { dayInWords } from '../words-of-days.ts'
import { markForm } from './mark-form.ts'

/** 首页: the mark check as one big field, the four doors, and what the prefecture holds. */
export async function homePage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say } = asked
  const figures = await publicFigures(wires)
  return {
    title: null,
    about: say('home.about', { place: wires.placeName }),
    canonical: '/',
    main: html`
<section class="check" aria-labelledby="check"><h2 id="check">${say('mark.title')}</h2>
<p>${say('mark.lead')}</p>
${markForm(asked)}
</section>
<section aria-labelledby="doors"><h2 id="doors">${say('home.doors')}</h2>
<ul class="tiles">
${doors.map(
  ({ door, path }) => html`<li><a href="${path}"><b>${say(`door.${door}`)}</b> <span>${say(`door.${door}.text`)}</span></a></li>`,
)}
</ul></section>
<section aria-labelledby="quick"><h2 id="quick">${say('search.title')}</h2>
<form class="quick" method="get" action="/patents" role="search">
<label for="q">${say('search.words')}</label>
<div class="field"><input id="q" name="q" type="search" maxlength="400" autocomplete="off" aria-describedby="q-help"><button>${say('search.do')}</button></div>
<p class="help" id="q-help">${say('search.words.help')}</p>
</form></section>
${figuresPart(figures, wires, asked)}`,
  }
}

function figuresPart(figures: PublicFigures, { placeName }: PortalWires, { say, view }: Asked): Html {
  const heading = html`<h2 id="figures">${say('home.figures', { place: placeName })}</h2>`
  if (figures.day === null) return html`<section aria-labelledby="figures">${heading}<p>${say('figures.none')}</p></section>`
  return html`<section aria-labelledby="figures">${heading}
<ul class="figures">
${figures.inForce.map(
  ({ right, count, grace }) =>
    html`<li><a href="${address('/figures', {})}#valid"><span class="number">${count.toLocaleString('en')}</span> ${say(
      `figures.valid.${right}`,
    )}</a>${grace > 0 && html`<span class="note">${say('figures.grace', { count: grace })}</span>`}</li>`,
)}
</ul>
<p class="source">${say('figures.source', {
    day: dayInWords(figures.day, view),
    sources: figures.sources.map(({ label }) => label).join('、'),
  })} <a href="/figures">${say('figures.more')}</a></p></section>`
}
