import { searchForm } from '#kernel/words'
import { type Bucket, type Facets, facetsOf, type PatentRow, readFilter, type SearchPage, searchPatents } from '#modules/patents'
import { gazetteer, shortNameOf } from '#modules/regions'
import { sentenceOf } from '#platform/http'
import { type Asked, address, oneOf } from '../asked.ts'
import { choiceField, textField, wrongSummary } from '../form.ts'
import { type Html, html } from '../html.ts'
import { marked } from '../marked.ts'
import { patentPath } from '../numbers.ts'
import type { Page } from '../page.ts'
import { rights } from '../public-figures.ts'
import type { PortalWires } from '../wires.ts'

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
] as const
const sorts = ['relevance', 'newest', 'oldest'] as const
const pageSize = 20
/** Characters of a query; what the field takes. */
const longest = 400

/** What the search was asked, read: what could be understood, and a sentence for each field that could not. */
interface Reading {
  readonly q: string | undefined
  readonly county: string | null
  readonly right: (typeof rights)[number] | null
  readonly status: (typeof statuses)[number] | null
  readonly from: number | null
  readonly to: number | null
  readonly sort: (typeof sorts)[number] | null
  readonly wrong: Readonly<Record<string, string | undefined>>
}

/** 专利检索: words and filters, facets with counts that agree with the list, twenty rights a page. */
export async function searchPage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say, query } = asked
  const counties = gazetteer(wires.region).counties.map(({ code, name }) => [String(code), shortNameOf(name)] as const)
  const reading = readSearch(asked, [...counties.map(([code]) => code), 'none'])
  const filter = {
    ...(reading.q === undefined ? {} : { query: reading.q }),
    ...(reading.county === null ? {} : { county: reading.county }),
    ...(reading.right === null ? {} : { right: reading.right }),
    ...(reading.status === null ? {} : { status: reading.status }),
    ...(reading.from === null ? {} : { yearFrom: reading.from }),
    ...(reading.to === null ? {} : { yearTo: reading.to }),
  }
  const request = readFilter(filter, wires.region, 'public')
  const wrong = { ...(request.done ? {} : { q: sentenceOf(request.refusal, wires.words) }), ...defined(reading.wrong) }
  const frame = {
    title: say('search.title'),
    about: say('search.about', { place: wires.placeName }),
    // Lists without end, one for each choice, are nothing for search engines; the whole register page by page is.
    canonical: Object.values(searchQuery(reading)).some(Boolean) ? null : address('/patents', { after: query.after }),
    door: 'find',
  } as const
  const form = formPart(asked, reading, counties, wrong)
  if (!request.done || Object.values(reading.wrong).some(Boolean))
    return { ...frame, canonical: null, main: html`${wrongSummary(say('form.wrong'), wrong)}${form}` }
  const [page, facets] = await Promise.all([
    searchPatents(wires.search, {
      ...request.value,
      limit: pageSize,
      ...(reading.sort ? { sort: reading.sort } : {}),
      ...(query.after ? { cursor: query.after } : {}),
    }),
    facetsOf(wires.search, request.value),
  ])
  if (!page.done) {
    const sentence = sentenceOf(page.refusal, wires.words)
    return {
      ...frame,
      canonical: null,
      main: html`${form}<p class="wrong" role="alert">${sentence}</p><p><a href="${address('/patents', searchQuery(reading))}">${say('search.first')}</a></p>`,
    }
  }
  const counted = facets.done ? facets.value : null
  return {
    ...frame,
    ...(reading.q ? { title: say('search.title.of', { words: shortened(reading.q) }) } : {}),
    main: html`${form}
${chips(asked, reading, counties)}
<div class="found"><section aria-labelledby="found" class="list">
${results(page.value, counted, asked, reading, counties)}
</section>${counted && page.value.rows.length > 0 && facetsPart(counted, asked, reading, counties)}</div>`,
  }
}

const defined = (wrong: Reading['wrong']) => Object.fromEntries(Object.entries(wrong).filter(([, sentence]) => sentence))

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

function readSearch({ query, say }: Asked, counties: readonly string[]): Reading {
  const year = (name: 'from' | 'to'): { readonly year: number | null; readonly wrong?: string } => {
    const text = query[name]
    if (text === undefined) return { year: null }
    const form = searchForm(text).replace(/年$/, '')
    const year = /^\d{4}$/.test(form) ? Number(form) : null
    return year !== null && year >= 1985 && year <= 2200
      ? { year }
      : { year: null, wrong: say('search.year.wrong', { text: shortened(text) }) }
  }
  const [from, to] = [year('from'), year('to')]
  const backwards = from.year !== null && to.year !== null && from.year > to.year
  const known = <Word extends string>(name: string, words: readonly Word[]) => {
    const word = oneOf(query[name], words)
    return { word, wrong: query[name] !== undefined && word === null ? say('search.choice.wrong') : undefined }
  }
  const [county, right, status, sort] = [
    known('county', counties),
    known('right', rights),
    known('status', statuses),
    known('sort', sorts),
  ]
  return {
    q: query.q,
    county: county.word,
    right: right.word,
    status: status.word,
    from: from.year,
    to: to.year,
    sort: sort.word,
    wrong: {
      q: (query.q?.length ?? 0) > longest ? say('search.long', { most: longest }) : undefined,
      county: county.wrong,
      right: right.wrong,
      status: status.wrong,
      from: backwards ? say('search.years.wrong') : from.wrong,
      to: to.wrong,
    },
  }
}

const searchQuery = ({ q, county, right, status, from, to, sort }: Reading) => ({ q, county, right, status, from, to, sort })

type Counties = readonly (readonly [code: string, name: string])[]

function formPart(
  { say, query }: Asked,
  reading: Reading,
  counties: Counties,
  wrong: Readonly<Record<string, string | undefined>>,
): Html {
  return html`<form class="search" method="get" action="/patents" role="search">
<div class="words">${textField({ name: 'q', label: say('search.words'), value: query.q, max: longest, help: say('search.words.help'), wrong: wrong.q })}</div>
<div class="row">
${choiceField({ name: 'county', label: say('field.county'), value: reading.county ?? '', options: [['', say('search.any')], ...counties, ['none', say('county.none')]], wrong: wrong.county })}
${choiceField({ name: 'right', label: say('field.right'), value: reading.right ?? '', options: [['', say('search.any')], ...rights.map((right) => [right, say(`right.${right}`)] as const)], wrong: wrong.right })}
${choiceField({ name: 'status', label: say('field.status'), value: reading.status ?? '', options: [['', say('search.any')], ...statuses.map((status) => [status, say(`status.${status}`)] as const)], wrong: wrong.status })}
${textField({ name: 'from', label: say('search.from'), value: query.from, max: 8, digits: true, wrong: wrong.from })}
${textField({ name: 'to', label: say('search.to'), value: query.to, max: 8, digits: true, wrong: wrong.to })}
${choiceField({
  name: 'sort',
  label: say('search.sort'),
  value: reading.sort ?? '',
  options: [
    ['', say('search.sort.usual')],
    ['newest', say('search.sort.newest')],
    ['oldest', say('search.sort.oldest')],
  ],
})}
</div>
<p class="do"><button>${say('search.do')}</button> <a href="/patents">${say('search.clear')}</a></p>
</form>`
}

/** What the list is limited to, each with a link that takes it away. */
function chips({ say }: Asked, reading: Reading, counties: Counties): Html | null {
  const query = searchQuery(reading)
  const shown: readonly (readonly [keyof typeof query, string | null])[] = [
    ['q', reading.q ?? null],
    ['county', reading.county && countyName(reading.county, counties, say)],
    ['right', reading.right && say(`right.${reading.right}`)],
    ['status', reading.status && say(`status.${reading.status}`)],
    ['from', reading.from === null ? null : say('search.from.chip', { year: reading.from })],
    ['to', reading.to === null ? null : say('search.to.chip', { year: reading.to })],
  ]
  const set = shown.filter(([, label]) => label !== null)
  if (set.length === 0) return null
  return html`<ul class="chips" aria-label="${say('search.limits')}">${set.map(
    ([name, label]) =>
      html`<li><a href="${address('/patents', { ...query, [name]: undefined })}"><span class="hidden">${say('search.drop')}</span>${shortened(label ?? '')} <span aria-hidden="true">×</span></a></li>`,
  )}</ul>`
}

const countyName = (code: string | null, counties: Counties, say: Asked['say']): string =>
  counties.find(([own]) => own === code)?.[1] ?? say('county.none')

function results(page: SearchPage, facets: Facets | null, { say, query }: Asked, reading: Reading, counties: Counties): Html {
  const count = facets?.count ?? page.count
  const exact = facets !== null || page.exact
  if (page.rows.length === 0)
    return html`<h2 id="found">${say('search.none')}</h2><p>${say('search.none.text')}</p>
<ul class="next"><li><a href="/patents">${say('search.clear')}</a></li><li><a href="https://pss-system.cponline.cnipa.gov.cn/" rel="noopener noreferrer">${say('at.cnipa-search')}</a></li></ul>`
  const terms = page.highlights ?? []
  const base = searchQuery(reading)
  return html`<h2 id="found">${say(exact ? 'search.count' : 'search.count.about', { count: count.toLocaleString('en') })}</h2>
<ol class="results" lang="zh-CN">${page.rows.map((row) => result(row, terms, say, counties))}</ol>
<nav class="pages" aria-label="${say('search.pages')}">
${query.after && html`<a href="${address('/patents', base)}">${say('search.first')}</a> `}
${page.next ? html`<a rel="next" href="${address('/patents', { ...base, after: page.next })}">${say('search.next')}</a>` : html`<span>${say('search.last')}</span>`}
</nav>`
}

function result(row: PatentRow, terms: readonly string[], say: Asked['say'], counties: Counties): Html {
  const number = row.applicationNumber ?? row.publicationNumber
  return html`<li><h3><a href="${patentPath(row)}">${marked(row.title, terms)}</a></h3>
<p><span class="status ${row.status}">${say(`status.${row.status}`)}</span> ${row.right && html`<span>${say(`right.${row.right}`)}</span>`} ${number && html`<span class="code">${marked(number, terms)}</span>`}</p>
<p>${row.applicants.length > 0 && html`<span>${say('field.applicants')}：${marked(row.applicants.join('、'), terms)}</span>`} ${row.filedOn && html`<span>${say('field.filedOn')}：${row.filedOn}</span>`} ${row.county && html`<span>${countyName(row.county, counties, say)}</span>`}</p></li>`
}

function facetsPart(facets: Facets, { say }: Asked, reading: Reading, counties: Counties): Html {
  const base = searchQuery(reading)
  const group = (
    label: string,
    buckets: readonly Bucket[],
    chosen: string | null,
    name: (value: string) => string,
    query: (value: string) => Record<string, string>,
  ) =>
    buckets.some(({ value }) => value !== null && value !== chosen) &&
    html`<h3>${label}</h3><ul>${buckets
      .slice(0, 10)
      .map(({ value, count }) =>
        value === null
          ? null
          : value === chosen
            ? html`<li><strong>${name(value)}</strong> <span class="number">${count.toLocaleString('en')}</span></li>`
            : html`<li><a href="${address('/patents', { ...base, ...query(value) })}">${name(value)}</a> <span class="number">${count.toLocaleString('en')}</span></li>`,
      )}</ul>`
  return html`<aside class="facets" aria-labelledby="narrow"><h2 id="narrow">${say('search.narrow')}</h2>
${group(
  say('field.county'),
  facets.county,
  reading.county,
  (value) => countyName(value, counties, say),
  (county) => ({ county }),
)}
${group(
  say('field.right'),
  facets.right,
  reading.right,
  (value) => say(`right.${value as (typeof rights)[number]}`),
  (right) => ({ right }),
)}
${group(
  say('field.status'),
  facets.status,
  reading.status,
  (value) => say(`status.${value as (typeof statuses)[number]}`),
  (status) => ({ status }),
)}
${group(
  say('field.year'),
  facets.year,
  reading.from === reading.to && reading.from !== null ? String(reading.from) : null,
  (value) => value,
  (year) => ({ from: year, to: year }),
)}
</aside>`
}
