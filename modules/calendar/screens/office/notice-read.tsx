import type { Change } from '#contract/catalogues'
import { plainDate, weekday } from '#kernel/time'
import { BoxedTable, Form, LongField, Notice, TextField, useForm } from '#ui'
import type { NoticeDay, ReadNotice } from '../../contract.ts'
import { askCatalogues, useSay } from './wire.ts'

/** What was understood of a notice, what is doubtful, what it changes, and the button that proposes it. */
export function NoticeRead({
  read,
  place,
  placeName,
  national,
  done,
}: {
  read: ReadNotice
  place: string
  placeName: string
  national: boolean
  done: (change: Change) => void
}) {
  const say = useSay()
  return (
    <>
      {read.doubts.length ? (
        <Notice tone="attention" title={say('read.doubts')}>
          <ul>
            {read.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" title={say('read.sure')} />
      )}
      <p>{say(read.kind === 'add' ? 'read.add' : 'read.correct', { year: read.year ?? '', place: placeName })}</p>
      {read.days.length ? <DayTable label={say('read.days', { count: read.days.length })} days={read.days} /> : null}
      {read.kind === 'correct' ? (
        <>
          <h2 className="section">{say('read.differs')}</h2>
          {read.come.length ? <DayTable label={say('read.come')} days={read.come} /> : <p>{say('read.come.none')}</p>}
          {read.gone.length ? <DayTable label={say('read.gone')} days={read.gone} /> : <p>{say('read.gone.none')}</p>}
        </>
      ) : null}
      {read.days.length ? (
        <div className="section">
          <ProposeNotice read={read} place={place} placeName={placeName} national={national} done={done} />
        </div>
      ) : null}
    </>
  )
}

function DayTable({ label, days }: { label: string; days: readonly NoticeDay[] }) {
  const say = useSay()
  return (
    <div className="day-table">
      <h3>{label}</h3>
      <BoxedTable label={label}>
        <thead>
          <tr>
            <th scope="col">{say('read.day')}</th>
            <th scope="col">{say('read.kind')}</th>
            <th scope="col">{say('read.name')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, kind, name }) => (
            <tr key={day}>
              <td className="whole">
                {day}（{'一二三四五六日'[weekday(plainDate(day)) - 1]}）
              </td>
              <td>
                <span className={`day-mark day-${kind}`}>{say(`mark.${kind}`)}</span> {say(`kind.${kind}`)}
              </td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </BoxedTable>
    </div>
  )
}

function ProposeNotice({
  read,
  place,
  placeName,
  national,
  done,
}: {
  read: ReadNotice
  place: string
  placeName: string
  national: boolean
  done: (change: Change) => void
}) {
  const say = useSay()
  const year = read.year ?? 0
  const form = useForm({
    start: {
      title: national ? `国务院办公厅关于${year}年部分节假日安排的通知` : `${placeName}${year}年地方节假日通知`,
      basis: national ? '《全国年节及纪念日放假办法》' : '《全国年节及纪念日放假办法》第四条',
      source: '',
      reason: '',
    },
    check: ({ title, basis, reason }) => ({
      ...(title.trim().length >= 4 ? {} : { title: say('wrong.title') }),
      ...(basis.trim().length >= 4 ? {} : { basis: say('wrong.basis') }),
      ...(reason.trim().length >= 4 ? {} : { reason: say('wrong.reason') }),
    }),
    send: ({ title, basis, source, reason }, key) =>
      askCatalogues('POST /api/catalogues/:name/changes', {
        params: { name: 'holidays' },
        body: {
          kind: read.kind,
          entry: read.entry,
          validFrom: `${year}-01-01`,
          validTo: `${year}-12-31`,
          body: { place: Number(place), year, title: title.trim(), days: read.days },
          basis: basis.trim(),
          certainty: 'confirmed',
          source: source.trim() || null,
          reason: reason.trim(),
          version: read.version,
        },
        key,
      }),
    done,
  })
  return (
    <Form form={form} submit={say('propose.do')} guard>
      <p className="faint">{say('propose.text')}</p>
      <TextField name="title" label={say('propose.title')} maxLength={120} />
      <TextField name="basis" label={say('propose.basis')} />
      <TextField name="source" label={say('propose.source')} help={say('propose.source.help')} optional />
      <LongField name="reason" label={say('propose.reason')} help={say('propose.reason.help')} rows={2} />
    </Form>
  )
}
