import { lastDayOfMonth, plainDate, weekday } from '#kernel/time'
import type { SpecialDay } from '../../contract.ts'
import { useSay } from './wire.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** One month, Monday first; what a day is stands in it as a word, not in its colour alone. */
export function MonthGrid({
  year,
  month,
  today,
  days,
}: {
  year: number
  month: number
  today: string
  days: readonly SpecialDay[]
}) {
  const say = useSay()
  const two = (n: number) => String(n).padStart(2, '0')
  const first = plainDate(`${year}-${two(month)}-01`)
  const before = weekday(first) - 1
  const count = lastDayOfMonth(year, month)
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: count }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`),
  ]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, place) => ({ place, day: cells[week * 7 + place] ?? null })),
  )
  return (
    <table className="month">
      <caption>{say('month', { month })}</caption>
      <thead>
        <tr>
          {weekdays.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find(({ day }) => day)?.day ?? index}>
            {week.map(({ place, day }) => (
              <DayCell key={place} day={day} weekend={place > 4} today={today} days={days} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({
  day,
  weekend,
  today,
  days,
}: {
  day: string | null
  weekend: boolean
  today: string
  days: readonly SpecialDay[]
}) {
  const say = useSay()
  if (day === null) return <td />
  const own = days.filter((one) => one.day === day)
  const arranged = own.find((one) => one.kind !== 'local')
  const local = own.find((one) => one.kind === 'local')
  const shown = arranged ?? local
  const names = [shown ? `day-${shown.kind}` : weekend ? 'day-weekend' : '', day === today ? 'day-today' : ''].filter(Boolean)
  const title = own.map((one) => `${one.name}${one.placeName ? `（${one.placeName}）` : ''}`).join('、')
  return (
    <td className={names.join(' ')} title={title || undefined}>
      <span className="day-number">{Number(day.slice(8))}</span>
      {arranged ? <span className={`day-mark day-${arranged.kind}`}>{say(`mark.${arranged.kind}`)}</span> : null}
      {local ? <span className="day-mark day-local">{say('mark.local')}</span> : null}
    </td>
  )
}
