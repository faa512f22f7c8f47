import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useMay, useSession } from '#card/identity'
import { Answer, Choice, Notice, Page, Section } from '#ui'
import type { Notice as HolidayNotice, SpecialDay } from '../../contract.ts'
import { MonthGrid } from './month-grid.tsx'
import { ask, useSay } from './wire.ts'
import './calendar.css'

/** 工作日历: a year in twelve grids, what is off, made up or a local holiday said in a word, and the notices behind it. */
export default function Year() {
  const say = useSay()
  const { today } = useSession()
  const search = useSearch({ strict: false }) as { year?: string }
  const year = Number(search.year ?? today.slice(0, 4))
  const navigate = useNavigate()
  const mayPropose = useMay('catalogues.propose')
  const page = useQuery({
    queryKey: ['calendar', 'year', year],
    queryFn: () => ask('GET /api/calendar/years/:year', { params: { year } }),
  })
  return (
    <Answer to={page}>
      {(one) => (
        <Page
          title={say('year.title', { year })}
          under={<p className="faint">{say('year.about', { count: one.workdays })}</p>}
          acts={
            <>
              <Choice
                aria-label={say('year.choose')}
                value={String(year)}
                options={yearsAround(one.years).map((value) => ({
                  value: String(value),
                  label: say('year.of', { year: value }),
                }))}
                onChange={(value) => void navigate({ to: '/calendar', search: { year: value } as never })}
              />
              {mayPropose ? (
                <Link to="/calendar/notice" search={{ year: String(year) } as never} className="as-button">
                  {say('notice.new')}
                </Link>
              ) : null}
            </>
          }
        >
          {one.settled ? null : <Notice tone="attention" title={say('year.unsettled')} />}
          <Legend />
          <div className="months">
            {months.map((month) => (
              <MonthGrid key={month} year={year} month={month} today={today} days={one.days} />
            ))}
          </div>
          <Section title={say('year.special')}>
            <SpecialDays days={one.days} />
          </Section>
          <Section title={say('year.notices')}>
            {one.notices.length ? (
              one.notices.map((notice) => <NoticeLine key={notice.entry} notice={notice} />)
            ) : (
              <p className="faint">{say('year.notices.none')}</p>
            )}
          </Section>
        </Page>
      )}
    </Answer>
  )
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The years there are notices for, and the two to come. */
function yearsAround(years: readonly number[]): readonly number[] {
  const last = years[years.length - 1] ?? 2026
  return [...years, last + 1, last + 2]
}

function Legend() {
  const say = useSay()
  return (
    <p className="legend">
      <span className="day-mark day-off">{say('mark.off')}</span> {say('legend.off')}
      <span className="day-mark day-work">{say('mark.work')}</span> {say('legend.work')}
      <span className="day-mark day-local">{say('mark.local')}</span> {say('legend.local')}
    </p>
  )
}

/** The same in words, holiday by holiday: for readers' ears, for print, for a phone. */
function SpecialDays({ days }: { days: readonly SpecialDay[] }) {
  const say = useSay()
  const names = [...new Set(days.map((one) => one.name))]
  return (
    <ul className="plain-list">
      {names.map((name) => {
        const said = (kind: SpecialDay['kind']) =>
          runs(days.filter((one) => one.name === name && one.kind === kind).map((one) => one.day))
        const parts = (['off', 'work', 'local'] as const).flatMap((kind) => {
          const found = said(kind)
          return found.length ? [`${found.join('、')} ${say(`kind.${kind}`)}`] : []
        })
        return (
          <li key={name}>
            <strong>{name}</strong>：{parts.join('；')}
          </li>
        )
      })}
    </ul>
  )
}

/** Days in order → 10-01 至 10-07. */
function runs(days: readonly string[]): readonly string[] {
  const found: [string, string][] = []
  for (const day of days) {
    const last = found[found.length - 1]
    if (last && Date.parse(day) - Date.parse(last[1]) === 86_400_000) last[1] = day
    else if (!last || last[1] !== day) found.push([day, day])
  }
  return found.map(([first, last]) => (first === last ? first.slice(5) : `${first.slice(5)} 至 ${last.slice(5)}`))
}

function NoticeLine({ notice }: { notice: HolidayNotice }) {
  const say = useSay()
  return (
    <div className="notice-line">
      <Link to="/catalogues/$name/$entry" params={{ name: 'holidays', entry: notice.entry } as never}>
        {notice.title}
      </Link>{' '}
      {notice.origin === 'approved' ? <Tag color="processing">{say('notice.approved')}</Tag> : null}
      <span className="faint">
        {notice.placeName} · {notice.basis}
      </span>
      {notice.sources.map((source) => (
        <div key={source} className="source">
          {/^https?:/.test(source) ? (
            <a href={source} target="_blank" rel="noreferrer">
              {source}
            </a>
          ) : (
            source
          )}
        </div>
      ))}
    </div>
  )
}
