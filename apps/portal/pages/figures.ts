import type { Status } from '#modules/patents'
import { gazetteer, shortNameOf } from '#modules/regions'
import { type Asked, address } from '../asked.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { countOf, type PublicFigures, publicFigures, rights } from '../public-figures.ts'
import type { PortalWires } from '../wires.ts'
import { dayInWords } from '../words-of-days.ts'

const statuses = [
  'in-force',
  'in-grace',
  'pending',
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
  'unknown',
] as const satisfies readonly Status[]

/** 我要看: what the public register holds, by status and right, county and year; every number opens its list. */
export async function figuresPage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say, view } = asked
  const figures = await publicFigures(wires)
  const page = {
    title: say('figures.title', { place: wires.placeName }),
    about: say('figures.about', { place: wires.placeName }),
    canonical: '/figures',
    door: 'see',
  } as const
  if (figures.day === null) return { ...page, main: html`<p>${say('figures.none')}</p>` }
  return {
    ...page,
    main: html`
<p class="source">${say('figures.source', {
      day: dayInWords(figures.day, view),
      sources: figures.sources.map(({ label }) => label).join('、'),
    })} <a href="/sources">${say('sources.title')}</a></p>
<p>${say('figures.honest')}</p>
${byStatus(figures, asked)}
${byCounty(figures, asked, wires.region)}
${byYear(figures, asked)}`,
  }
}

const grouped = (count: number): string => count.toLocaleString('en')

function linked(count: number, query: Readonly<Record<string, string>>): Html {
  return count === 0 ? html`<td>0</td>` : html`<td><a href="${address('/patents', query)}">${grouped(count)}</a></td>`
}

function byStatus({ byRight, inForce, all }: PublicFigures, { say }: Asked): Html {
  const shown = statuses.filter((status) => countOf(all, 'status', status) > 0)
  return html`<div class="wide" tabindex="0" role="region" aria-labelledby="valid"><table class="count">
<caption id="valid">${say('figures.by-status')}</caption>
<thead><tr><th scope="col">${say('field.status')}</th>${rights.map((right) => html`<th scope="col">${say(`right.${right}`)}</th>`)}<th scope="col">${say('figures.together')}</th></tr></thead>
<tbody>
<tr class="sum"><th scope="row">${say('figures.valid')}</th>${inForce.map(({ count }) => html`<td>${grouped(count)}</td>`)}<td>${grouped(
    countOf(all, 'status', 'in-force') + countOf(all, 'status', 'in-grace'),
  )}</td></tr>
${shown.map(
  (status) =>
    html`<tr><th scope="row">${say(`status.${status}`)}</th>${rights.map((right) =>
      linked(countOf(byRight[right], 'status', status), { right, status }),
    )}${linked(countOf(all, 'status', status), { status })}</tr>`,
)}
<tr class="sum"><th scope="row">${say('figures.together')}</th>${rights.map((right) => linked(byRight[right].count, { right }))}${linked(all.count, {})}</tr>
</tbody></table></div>
<p class="help">${say('figures.valid.definition')}</p>`
}

function byCounty({ all, countyInForce, countyInGrace }: PublicFigures, { say }: Asked, region: number): Html {
  const counties = gazetteer(region).counties.map((county) => ({ code: String(county.code), name: shortNameOf(county.name) }))
  const rest = { code: 'none', name: say('county.none') }
  const of = (facets: typeof all, code: string) => countOf(facets, 'county', code === 'none' ? null : code)
  const shown = [...counties, ...(of(all, 'none') > 0 ? [rest] : [])]
  return html`<div class="wide" tabindex="0" role="region" aria-labelledby="counties"><table class="count">
<caption id="counties">${say('figures.by-county')}</caption>
<thead><tr><th scope="col">${say('field.county')}</th><th scope="col">${say('figures.together')}</th><th scope="col">${say('status.in-force')}</th><th scope="col">${say('status.in-grace')}</th></tr></thead>
<tbody>${shown.map(
    ({ code, name }) =>
      html`<tr><th scope="row" lang="zh-CN">${name}</th>${linked(of(all, code), { county: code })}${linked(
        of(countyInForce, code),
        {
          county: code,
          status: 'in-force',
        },
      )}${linked(of(countyInGrace, code), { county: code, status: 'in-grace' })}</tr>`,
  )}</tbody></table></div>`
}

/** Columns of the years with their counts beside them. */
function byYear({ all }: PublicFigures, { say }: Asked): Html {
  const years = all.year.flatMap(({ value, count }) => (value === null ? [] : [{ year: value, count }])).slice(0, 25)
  const most = Math.max(1, ...years.map(({ count }) => count))
  return html`<table class="years"><caption>${say('figures.by-year')}</caption>
<thead><tr><th scope="col">${say('field.year')}</th><th scope="col">${say('figures.pieces')}</th><td></td></tr></thead>
<tbody>${years.map(
    ({ year, count }) =>
      html`<tr><th scope="row">${year}</th>${linked(count, { from: year, to: year })}<td aria-hidden="true"><svg viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="${(
        (count / most) * 100
      ).toFixed(1)}" height="10"></rect></svg></td></tr>`,
  )}</tbody></table>`
}
