import { useSession } from '#card/identity'
import { useCounties } from '#card/regions'
import { dayInWords } from '#ui'
import type { PatentRecord } from '../../contract.ts'
import { PrintedAnnuities } from './printed-annuities.tsx'
import { fieldName, rightName, useSay } from './say.ts'

/** The record as the boxed form officials know, on A4; only paper shows it. */
export function PrintedForm({ patent }: { patent: PatentRecord }) {
  const say = useSay()
  const { nameOf } = useCounties()
  const { today, officeName } = useSession()
  const head: readonly (readonly [string, string])[] = [
    [say('field.applicationNumber'), patent.applicationNumber ?? '—'],
    [say('field.publicationNumber'), patent.publicationNumber ?? '—'],
    [say('field.right'), rightName(say, patent.right)],
    [say('field.status'), say(`status.${patent.status}`)],
    [say('field.filedOn'), patent.filedOn ?? '—'],
    [say('field.grantedOn'), patent.grantedOn ?? '—'],
    [say('record.county'), nameOf(patent.county)],
    [say('field.mainIpc'), patent.mainIpc ?? '—'],
  ]
  const shown = new Set([
    'applicationNumber',
    'publicationNumber',
    'publications',
    'right',
    'filedOn',
    'grantedOn',
    'mainIpc',
    'title',
  ])
  const rest = patent.fields.filter((field) => !shown.has(field.field) && field.lines.length)
  const pairs = head.flatMap((pair, at) => (at % 2 ? [] : [[pair, head[at + 1]] as const]))
  return (
    <div className="print-only printed">
      <p className="printed-title">{say('form.title')}</p>
      <table className="boxed">
        <tbody>
          <tr>
            <th scope="row">{say('field.title')}</th>
            <td colSpan={3}>{patent.title}</td>
          </tr>
          {pairs.map(([left, right]) => (
            <tr key={left[0]}>
              <th scope="row">{left[0]}</th>
              <td>{left[1]}</td>
              <th scope="row">{right?.[0]}</th>
              <td>{right?.[1]}</td>
            </tr>
          ))}
          {rest.map((field) => (
            <tr key={field.field}>
              <th scope="row">{fieldName(say, field.field)}</th>
              <td colSpan={3}>{field.lines.join('；')}</td>
            </tr>
          ))}
          {patent.events.length ? (
            <tr>
              <th scope="row">{say('record.events')}</th>
              <td colSpan={3}>
                {patent.events.map((event) => (
                  <p key={`${event.on}${event.word}`}>
                    {event.on ?? ''}　{event.word}
                  </p>
                ))}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <p>{patent.statusSentence}</p>
      <PrintedAnnuities id={patent.id} />
      <p>
        {say('form.until', { day: dayInWords(today), sources: [...new Set(patent.sources.map((one) => one.label))].join('、') })}
      </p>
      <p className="printed-office">{officeName}</p>
    </div>
  )
}
