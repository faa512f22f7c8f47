import { type PublicMark, type PublicPatent, publicAnswer } from '#modules/patents'
import type { Asked } from '../asked.ts'
import { type Html, html } from '../html.ts'
import { patentPath } from '../numbers.ts'
import type { Page } from '../page.ts'
import { registerFor } from '../public-register.ts'
import type { PortalWires } from '../wires.ts'
import { dayInWords } from '../words-of-days.ts'
import { markForm } from './mark-form.ts'

/** Longer than anything printed beside a number. */
const longest = 200

/**
 * 专利标识核验: what the number on the goods tells and what the public register knows of it. Status, holder, source and day; never
 * a verdict on anybody. Nothing of it is kept.
 */
export async function markCheckPage(wires: PortalWires, asked: Asked): Promise<Page> {
  const { say, query } = asked
  const frame = { title: say('mark.title'), about: say('mark.lead'), door: 'mark' } as const
  const text = query.text
  if (text === undefined)
    return {
      ...frame,
      canonical: '/mark-check',
      main: html`<p>${say('mark.lead')}</p>${markForm(asked)}${'text' in query && html`<p class="wrong">${say('mark.empty')}</p>`}
<h2>${say('mark.about')}</h2><ul><li>${say('mark.about.status')}</li><li>${say('mark.about.kept')}</li><li>${say('proof')}</li></ul>`,
    }
  if (text.length > longest)
    return {
      ...frame,
      canonical: null,
      main: html`<p class="wrong" role="alert">${say('mark.long', { most: longest })}</p>${markForm(asked, text.slice(0, longest))}`,
    }
  const { register, entries } = await registerFor(text, wires)
  const answers = publicAnswer(text, register, wires.clock.today())
  return {
    ...frame,
    canonical: null,
    main: html`
<div class="screen">${markForm(asked, text)}</div>
<section aria-labelledby="result"><h2 id="result">${say('mark.result')}</h2>
<p>${say('mark.asked')}<span class="code" lang="zh-CN">${text}</span></p>
${answers.map((answer) => answerPart(answer, entries, asked))}
<p><strong>${say('mark.proof')}</strong> <span lang="zh-CN">${answers[0]?.proof}</span></p>
<p class="source">${say('mark.on', { day: dayInWords(wires.clock.today(), asked.view) })}</p>
</section>
<ul class="next"><li><a href="https://pss-system.cponline.cnipa.gov.cn/" rel="noopener noreferrer">${say('mark.next.cnipa')}</a></li>${answers.some(({ checkDigit }) => checkDigit?.valid === false) && html`<li><a href="/questions#q-digit">${say('question.digit')}</a></li>`}</ul>
<p class="help screen">${say('print.how')}</p>`,
  }
}

function answerPart(answer: PublicMark, entries: readonly PublicPatent[], { say, view }: Asked): Html {
  const { canonical, right, checkDigit, status, holders, source, asOf, sentence } = answer
  const entry = entries.find(({ applicationNumber, publicationNumber }) =>
    [applicationNumber, publicationNumber].some((number) => number !== null && bare(canonical) === bare(number)),
  )
  const rows: readonly (readonly [string, Html | string | null | false | undefined])[] = [
    [say('mark.number'), canonical && html`<span class="code">${canonical}</span>`],
    [say('field.right'), right && say(`right.${right}`)],
    [say('mark.digit'), checkDigit && digitInWords(checkDigit, say)],
    [say('field.status'), status && html`<span class="status ${status}">${say(`status.${status}`)}</span>`],
    [say('mark.name'), entry && html`<a href="${patentPath(entry)}">${entry.title}</a>`],
    [status === 'pending' ? say('field.applicants') : say('field.holders'), holders.length > 0 && holders.join('、')],
    [say('field.source'), source && html`${source}${asOf && html`，${say('mark.as-of', { day: dayInWords(asOf, view) })}`}`],
  ]
  return html`<div class="standing"><p class="answer" lang="zh-CN">${sentence}</p>
${
  canonical !== null &&
  html`<table class="stack"><caption class="hidden">${say('mark.result')}</caption><tbody>${rows.map(
    ([label, value]) => value && html`<tr><th scope="row">${label}</th><td lang="zh-CN">${value}</td></tr>`,
  )}</tbody></table>`
}</div>`
}

const bare = (number: string | null): string | undefined => number?.replace(/^ZL|[^\w]/g, '').toUpperCase()

function digitInWords({ given, expected, valid }: NonNullable<PublicMark['checkDigit']>, say: Asked['say']): string {
  if (valid === null) return say('mark.digit.none', { expected: expected ?? '' })
  return valid ? say('mark.digit.right') : say('mark.digit.wrong', { given: given ?? '', expected: expected ?? '' })
}
