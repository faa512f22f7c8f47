import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSession } from '#card/identity'
import { Answer, ChoiceField, DayField, dayError, Form, isDay, Page, TextField, useForm } from '#ui'
import type { Answered, LimitChoice } from '../../contract.ts'
import { CountAnswer } from './count-answer.tsx'
import { ask, useSay } from './wire.ts'
import './calendar.css'

/** 期限测算: a limit, a start, suspensions and extensions → the day, and why. */
export default function Count() {
  const say = useSay()
  const limits = useQuery({ queryKey: ['calendar', 'limits'], queryFn: () => ask('GET /api/calendar/limits') })
  return (
    <Page title={say('count.title')} className="page-narrow" under={<p className="faint">{say('count.about')}</p>}>
      <Answer to={limits}>{({ rows }) => <CountForm rows={rows} />}</Answer>
    </Page>
  )
}

type Period = readonly [string, string]

function CountForm({ rows }: { rows: readonly LimitChoice[] }) {
  const say = useSay()
  const { today } = useSession()
  const { rule } = useSearch({ strict: false }) as { rule?: string }
  const [answer, setAnswer] = useState<Answered | null>(null)
  const [suspended, setSuspended] = useState<readonly Period[]>([])
  const form = useForm({
    start: {
      rule: rows.some((one) => one.id === rule) ? (rule ?? '') : (rows[0]?.id ?? ''),
      from: today as string,
      at: '',
      extended: '0',
      extendedTo: '',
      otherFrom: '',
      suspended: '',
    },
    check: ({ from, at, extendedTo, otherFrom, ...values }) => {
      const limit = rows.find((one) => one.id === values.rule)
      const wrong: Record<string, string> = {}
      const need = (name: string, value: string, optional: boolean) => {
        const sentence = dayError(value, say('wrong.day'), optional)
        if (sentence) wrong[name] = sentence
      }
      need('from', from, false)
      need('extendedTo', extendedTo, true)
      need('otherFrom', otherFrom, true)
      if (limit?.hours && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) wrong.at = say('wrong.time')
      if (!suspended.every(([first, last]) => isDay(first) && isDay(last) && first <= last)) wrong.suspended = say('wrong.period')
      return wrong
    },
    send: (values) => {
      const limit = rows.find((one) => one.id === values.rule)
      return ask('POST /api/calendar/limits/count', {
        body: {
          rule: values.rule,
          from: values.from,
          suspended: suspended.map(([first, last]): [string, string] => [first, last]),
          extended: limit?.extensions.length ? Number(values.extended) : 0,
          ...(limit?.hours && values.at ? { at: values.at } : {}),
          ...(limit?.extensions.length && values.extendedTo ? { extendedTo: values.extendedTo } : {}),
          ...(limit?.otherEvent && values.otherFrom ? { alternativeFrom: values.otherFrom } : {}),
        },
      })
    },
    done: setAnswer,
  })
  const limit = rows.find((one) => one.id === form.values.rule)
  return (
    <>
      <Form form={form} submit={say('count.do')}>
        <ChoiceField
          name="rule"
          label={say('count.rule')}
          help={
            <Link to="/catalogues/$name/$entry" params={{ name: 'limits', entry: form.values.rule } as never}>
              {say('count.rule.see')}
            </Link>
          }
          options={rows.map(({ id, name, group }) => ({ value: id, label: `${group}：${name}` }))}
        />
        <DayField
          name="from"
          label={limit?.event ?? say('count.from')}
          help={say(limit?.before ? 'count.before.help' : 'count.from.help')}
        />
        {limit?.hours ? <TextField name="at" label={say('count.at')} help={say('count.at.help')} maxLength={5} /> : null}
        {limit?.otherEvent ? (
          <DayField name="otherFrom" label={limit.otherEvent} help={say('count.other.help')} optional />
        ) : null}
        {limit?.extensions.length ? (
          <>
            <ChoiceField
              name="extended"
              label={say('count.extended')}
              options={[
                { value: '0', label: say('count.extended.none') },
                ...limit.extensions.map(({ label }, index) => ({
                  value: String(index + 1),
                  label: say('count.extended.step', { n: index + 1, label }),
                })),
              ]}
            />
            {form.values.extended !== '0' ? (
              <DayField
                name="extendedTo"
                label={say('count.extended.to')}
                help={say(
                  limit.extensions[Number(form.values.extended) - 1]?.named ? 'count.extended.to.need' : 'count.extended.to.help',
                )}
                optional
              />
            ) : null}
          </>
        ) : null}
        {limit && !limit.hours && !limit.before ? (
          <Periods
            periods={suspended}
            grounds={limit.stops}
            error={form.errors.suspended}
            onChange={(next) => {
              setSuspended(next)
              form.set({ suspended: JSON.stringify(next) })
            }}
          />
        ) : null}
      </Form>
      {answer ? <CountAnswer answer={answer} /> : null}
    </>
  )
}

/** The periods that do not count, first and last day included. */
function Periods({
  periods,
  grounds,
  error,
  onChange,
}: {
  periods: readonly Period[]
  grounds: readonly string[]
  error: string | undefined
  onChange: (periods: readonly Period[]) => void
}) {
  const say = useSay()
  const set = (index: number, place: 0 | 1, day: string) =>
    onChange(periods.map((period, at) => (at === index ? (place === 0 ? [day, period[1]] : [period[0], day]) : period)))
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <span className="field-label">{say('count.suspended')}</span>
      <div className="field-help">
        {grounds.length ? say('count.suspended.help', { grounds: grounds.join('、') }) : say('count.suspended.none')}
      </div>
      {periods.map(([first, last], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: periods are told apart by their place alone
        <div key={index} className="period">
          <Input
            className="day-input"
            aria-label={say('count.suspended.first', { n: index + 1 })}
            placeholder="2026-09-10"
            value={first}
            maxLength={10}
            onChange={(event) => set(index, 0, event.target.value)}
          />
          {say('count.until')}
          <Input
            className="day-input"
            aria-label={say('count.suspended.last', { n: index + 1 })}
            placeholder="2026-09-20"
            value={last}
            maxLength={10}
            onChange={(event) => set(index, 1, event.target.value)}
          />
          <Button size="small" onClick={() => onChange(periods.filter((_, at) => at !== index))}>
            {say('count.suspended.less')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...periods, ['', '']])}>{say('count.suspended.more')}</Button>
      </div>
      {error ? <span className="field-error">{error}</span> : null}
    </div>
  )
}
