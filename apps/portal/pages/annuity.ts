import { type PlainDate, readPlainDate, type WorkCalendar } from '#kernel/time'
import { normalise } from '#kernel/words'
import { calendarOf } from '#modules/calendar'
import { entriesOf } from '#modules/catalogues'
import { type AnnuityRequest, annuity, type CompensationAnswer, compensationAnnuity, feeCatalogue } from '#modules/patents'
import { sentenceOf } from '#platform/http'
import { compensationBasis, type Fees, type ReasonedAnnuity, reasonedAnnuity } from '../annuity-reasons.ts'
import { type Asked, oneOf } from '../asked.ts'
import { choiceField, textField, wrongSummary } from '../form.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { rights } from '../public-figures.ts'
import type { PortalWires } from '../wires.ts'
import { dayInWords } from '../words-of-days.ts'

type Wrong = Readonly<Record<string, string | undefined>>

/** 年费计算: one year of a right reckoned with its clauses, a compensated term's fee, and the years around it as a table. */
export async function annuityPage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say, query } = asked
  const page = {
    title: say('annuity.title'),
    about: say('annuity.lead'),
    door: 'do',
    above: [{ title: say('door.do'), path: '/matters' }],
  } as const
  if (!['right', 'filed', 'granted', 'year'].some((name) => query[name] !== undefined))
    return { ...page, canonical: '/annuity', main: html`<p>${say('annuity.lead')}</p>${formPart(asked, {})}${remarks(asked)}` }
  const today = wires.clock.today()
  const { request, compensatedUntil, wrong } = readRequest(asked, today)
  const [fees, calendar] = await Promise.all([
    entriesOf(wires.db, wires.region, feeCatalogue),
    calendarOf(wires.db, wires.region),
  ])
  const whole = request && { ...request, year: request.year ?? yearToPay(request, today, fees, calendar) }
  const tried = whole && annuity(whole, fees, calendar)
  const compensation = whole && compensatedUntil && compensationOf(whole, compensatedUntil, fees)
  const refused = {
    ...(tried && !tried.done ? { year: sentenceOf(tried.refusal, wires.words) } : {}),
    ...(compensation && !compensation.done ? { compensated: sentenceOf(compensation.refusal, wires.words) } : {}),
  }
  const all = { ...wrong, ...refused }
  const reasoned = whole && tried?.done ? reasonedAnnuity(whole, fees, calendar) : null
  return {
    ...page,
    canonical: null,
    main: html`${wrongSummary(say('form.wrong'), all)}
${whole && reasoned && resultPart(whole, reasoned, asked)}
${whole && reasoned && compensation?.done && compensationPart(whole, compensation.value, asked)}
${whole && reasoned && schedulePart(whole, fees, calendar, asked)}
<div class="screen"><h2>${say('annuity.again')}</h2>${formPart(asked, all)}</div>${remarks(asked)}`,
  }
}

type Partly = Omit<AnnuityRequest, 'year'> & { readonly year: number | null }

interface Read {
  readonly request: Partly | null
  /** 补偿期限届满日, where the term was compensated. */
  readonly compensatedUntil: PlainDate | null
  readonly wrong: Wrong
}

function readRequest({ query, say }: Asked, today: PlainDate): Read {
  const day = (name: string, missing?: string) => {
    const text = query[name]
    const on = text === undefined ? null : readPlainDate(normalise(text).replaceAll(' ', ''))
    if (text !== undefined && on === null) return { on, wrong: say('form.day.wrong', { text: text.slice(0, 20) }) }
    return { on, wrong: text === undefined && missing !== undefined ? say('annuity.missing', { label: missing }) : undefined }
  }
  const right = oneOf(query.right, rights)
  const [filed, granted, paid] = [day('filed', say('field.filedOn')), day('granted', say('field.grantedOn')), day('paid')]
  // An open licence has both its days or none.
  const from = day('licencefrom', query.licenceto && say('annuity.licence.from'))
  const to = day('licenceto', query.licencefrom && say('annuity.licence.to'))
  const compensated = day('compensated')
  const yearText = query.year === undefined ? null : normalise(query.year).replace(/^第|年度?$|\s/g, '')
  const year = yearText === null ? null : /^\d{1,2}$/.test(yearText) ? Number(yearText) : Number.NaN
  const wrong = {
    right: right === null ? say('annuity.missing', { label: say('field.right') }) : undefined,
    filed: filed.wrong,
    granted: granted.wrong,
    year: year !== null && !(year >= 1 && year <= 20) ? say('annuity.year.wrong') : undefined,
    licencefrom: from.wrong,
    licenceto: to.wrong ?? (from.on && to.on && to.on < from.on ? say('annuity.licence.wrong') : undefined),
    compensated: compensated.wrong,
    paid: paid.wrong,
  }
  const compensatedUntil = compensated.on
  if (right === null || filed.on === null || granted.on === null || Object.values(wrong).some(Boolean))
    return { request: null, compensatedUntil, wrong }
  const reduction = query.reduction === '0.85' ? 0.85 : query.reduction === '0.7' ? 0.7 : null
  const openLicence = from.on && to.on ? ([from.on, to.on] as const) : null
  const request = { right, filedOn: filed.on, grantedOn: granted.on, year, reduction, openLicence, paidOn: paid.on ?? today }
  return { request, compensatedUntil, wrong }
}

/** Only inventions are compensated: the rule refuses a day that is none of a compensated term, and gets none for other rights. */
function compensationOf({ right, filedOn, paidOn }: Partly, until: PlainDate, fees: Fees) {
  return compensationAnnuity({ filedOn, compensatedUntil: right === 'invention' ? until : filedOn, paidOn }, fees)
}

/** Of the years that can still be paid the first; the last year where the right has ended. */
function yearToPay(request: Partly, today: PlainDate, fees: Fees, calendar: WorkCalendar): number {
  const years = yearsOf(request, fees, calendar)
  return years.find(({ answer }) => answer.graceEndsOn !== null && answer.graceEndsOn >= today)?.year ?? years.at(-1)?.year ?? 1
}

/** Every year from that of the grant to the end of the term. */
function yearsOf(request: Partly, fees: Fees, calendar: WorkCalendar) {
  return Array.from({ length: 20 }, (_, at) => at + 1).flatMap((year) => {
    const came = annuity({ ...request, year, paidOn: null }, fees, calendar)
    return came.done ? [{ year, answer: came.value }] : []
  })
}

function formPart({ say, query }: Asked, wrong: Wrong): Html {
  return html`<form method="get" action="/annuity" class="annuity">
<div class="row">
${choiceField({ name: 'right', label: say('field.right'), value: query.right, options: [['', say('annuity.choose')], ...rights.map((right) => [right, say(`right.${right}`)] as const)], wrong: wrong.right })}
${textField({ name: 'filed', label: say('field.filedOn'), value: query.filed, max: 20, help: say('annuity.day.help'), wrong: wrong.filed })}
${textField({ name: 'granted', label: say('field.grantedOn'), value: query.granted, max: 20, help: say('annuity.granted.help'), wrong: wrong.granted })}
${textField({ name: 'year', label: say('annuity.year'), value: query.year, max: 8, digits: true, help: say('annuity.year.help'), wrong: wrong.year })}
${choiceField({
  name: 'reduction',
  label: say('annuity.reduction'),
  value: query.reduction,
  options: [
    ['', say('annuity.reduction.none')],
    ['0.85', say('annuity.reduction.85')],
    ['0.7', say('annuity.reduction.70')],
  ],
})}
${textField({ name: 'licencefrom', label: say('annuity.licence.from'), value: query.licencefrom, max: 20, help: say('annuity.licence.help'), wrong: wrong.licencefrom })}
${textField({ name: 'licenceto', label: say('annuity.licence.to'), value: query.licenceto, max: 20, help: say('annuity.licence.help'), wrong: wrong.licenceto })}
${textField({ name: 'compensated', label: say('annuity.compensated'), value: query.compensated, max: 20, help: say('annuity.compensated.help'), wrong: wrong.compensated })}
${textField({ name: 'paid', label: say('annuity.paid'), value: query.paid, max: 20, help: say('annuity.paid.help'), wrong: wrong.paid })}
</div>
<p class="do"><button>${say('annuity.do')}</button></p></form>`
}

const money = (yuan: number): string => yuan.toLocaleString('en', { minimumFractionDigits: Number.isInteger(yuan) ? 0 : 2 })

/** A number, how it came about, and its clause. */
type Row = readonly [label: string, value: string, why: string, clause: string | null]

function resultPart(request: AnnuityRequest, { answer, nominal, reduced, basis }: ReasonedAnnuity, { say, view }: Asked): Html {
  const day = (on: PlainDate | null) => (on === null ? '—' : dayInWords(on, view))
  const percent = answer.fee === 0 ? 0 : Math.round((answer.lateFee / answer.fee) * 100)
  const atGrant = answer.state === 'paid-at-grant'
  const rows: readonly Row[] = [
    ...(atGrant
      ? []
      : ([
          [
            say('annuity.due'),
            day(answer.dueOn),
            say('annuity.due.why', {
              years: request.year - 1,
              nominal: day(nominal),
              rolled: nominal === answer.dueOn ? '' : say('annuity.rolled'),
            }),
            basis.days,
          ],
          [say('annuity.grace'), day(answer.graceEndsOn), say('annuity.grace.why'), basis.days],
        ] as const)),
    [
      say('annuity.fee'),
      say('annuity.yuan', { sum: money(answer.fee) }),
      say('annuity.fee.why', { right: say(`right.${request.right}`), year: request.year }),
      basis.fee,
    ],
    ...(request.reduction || request.openLicence
      ? ([
          [
            say('annuity.payable'),
            say('annuity.yuan', { sum: money(answer.payable) }),
            reduced === null
              ? say(request.openLicence ? 'annuity.payable.none' : 'annuity.payable.over')
              : `${say(`annuity.payable.${reduced.by}`, { percent: reduced.percent })}${request.reduction && request.openLicence ? say('annuity.payable.best') : ''}`,
            basis.reduction,
          ],
        ] as const)
      : []),
    ...(atGrant
      ? []
      : ([
          [
            say('annuity.late'),
            say('annuity.yuan', { sum: money(answer.lateFee) }),
            answer.lateFee === 0 ? say('annuity.late.none') : say('annuity.late.why', { percent, sum: money(answer.fee) }),
            basis.late,
          ],
        ] as const)),
    [
      say('annuity.total'),
      answer.total === null ? say('annuity.total.none') : say('annuity.yuan', { sum: money(answer.total) }),
      answer.total === null ? say('annuity.total.why') : '',
      null,
    ],
    [say('annuity.expires'), day(answer.expiresOn), say('annuity.expires.why'), basis.term],
  ]
  return html`<section class="standing" aria-labelledby="result"><h2 id="result">${say('annuity.result', { right: say(`right.${request.right}`), year: request.year })}</h2>
<p class="answer">${say(`annuity.state.${answer.state}`, { due: day(answer.dueOn), grace: day(answer.graceEndsOn), sum: answer.total === null ? '' : money(answer.total), paid: day(request.paidOn ?? null), nominal: day(nominal) })}</p>
${answer.provisional && html`<p class="provisional"><strong>${say('annuity.provisional')}</strong> ${say('annuity.provisional.text')}</p>`}
${reasonTable(say('annuity.title'), rows, say)}</section>`
}

function reasonTable(caption: string, rows: readonly Row[], say: Asked['say']): Html {
  return html`<table class="stack"><caption class="hidden">${caption}</caption><thead><tr><th scope="col">${say('patent.field')}</th><th scope="col">${say('annuity.value')}</th><th scope="col">${say('annuity.why')}</th></tr></thead><tbody>
${rows.map(([label, value, why, clause]) => html`<tr><th scope="row">${label}</th><td class="value">${value}</td><td>${why}${clause && html`<span class="note" lang="zh-CN">${say('annuity.basis')}${clause}</span>`}</td></tr>`)}
</tbody></table>`
}

/** 补偿期年费: one sum for all full years of the compensated term, before the twenty years end. */
function compensationPart(request: AnnuityRequest, answer: CompensationAnswer, { say, view }: Asked): Html {
  const basis = compensationBasis(answer)
  const facts = {
    due: dayInWords(answer.dueBefore, view),
    expires: dayInWords(answer.expiresOn, view),
    paid: dayInWords(request.paidOn!, view),
    years: answer.fullYears,
    sum: money(answer.fee),
  }
  const state = answer.state === 'too-late' ? 'late' : answer.fullYears === 0 ? 'free' : 'pay'
  const rows: readonly Row[] = [
    [say('annuity.compensation.due'), say('annuity.compensation.before', facts), say('annuity.compensation.due.why'), basis.days],
    [say('annuity.compensation.fee'), say('annuity.yuan', facts), say('annuity.compensation.fee.why', facts), basis.fee],
    [
      say('annuity.expires'),
      facts.expires,
      say(state === 'late' ? 'annuity.compensation.term.late' : 'annuity.compensation.term.why'),
      basis.term,
    ],
  ]
  return html`<section class="standing" aria-labelledby="compensation"><h2 id="compensation">${say('annuity.compensation')}</h2>
<p class="answer">${say(`annuity.compensation.${state}`, facts)}</p>
${reasonTable(say('annuity.compensation'), rows, say)}</section>`
}

function schedulePart(request: AnnuityRequest, fees: Fees, calendar: WorkCalendar, { say }: Asked): Html {
  const years = yearsOf(request, fees, calendar)
  return html`<h2>${say('annuity.schedule')}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${say('annuity.schedule')}"><table class="count"><caption class="hidden">${say('annuity.schedule')}</caption>
<thead><tr><th scope="col">${say('annuity.year')}</th><th scope="col">${say('annuity.due')}</th><th scope="col">${say('annuity.grace')}</th><th scope="col">${say('annuity.fee')}</th><th scope="col">${say('annuity.payable')}</th></tr></thead>
<tbody>${years.map(
    ({ year, answer }) =>
      html`<tr class="${year === request.year ? 'sum' : ''}"><th scope="row">${year}</th><td>${answer.dueOn ?? say('annuity.at-grant')}${answer.provisional && say('annuity.star')}</td><td>${answer.graceEndsOn ?? '—'}</td><td>${money(answer.fee)}</td><td>${money(answer.payable)}</td></tr>`,
  )}</tbody></table></div>
${years.some(({ answer }) => answer.provisional) && html`<p class="help">${say('annuity.star')} ${say('annuity.provisional.text')}</p>`}`
}

const remarks = ({ say }: Asked): Html =>
  html`<h2>${say('patent.remarks')}</h2><p>${say('annuity.remark')}</p><p class="help screen">${say('print.how')}</p>`
