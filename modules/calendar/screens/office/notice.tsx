import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer, ChoiceField, Form, LongField, Page, TextField, useForm } from '#ui'
import type { ReadNotice } from '../../contract.ts'
import { NoticeRead } from './notice-read.tsx'
import { ask, useSay } from './wire.ts'
import './calendar.css'

const NATION = '100000'

/** 录入节假日通知: paste the notice, see what was understood, propose it. */
export default function EnterNotice() {
  const say = useSay()
  const { year } = useSearch({ strict: false }) as { year?: string }
  const navigate = useNavigate()
  const [read, setRead] = useState<{ readonly notice: ReadNotice; readonly place: string; readonly placeName: string } | null>(
    null,
  )
  const places = useQuery({ queryKey: ['calendar', 'places'], queryFn: () => ask('GET /api/calendar/places') })
  return (
    <Page
      title={say('notice.title')}
      className="page-narrow"
      under={
        <p className="faint">
          {say('notice.about')} <Link to="/calendar">{say('notice.back')}</Link>
        </p>
      }
    >
      <Answer to={places}>
        {({ rows }) =>
          read === null ? (
            <PasteForm
              year={year ?? ''}
              places={rows}
              onRead={(notice, place) =>
                setRead({ notice, place, placeName: rows.find((one) => one.code === place)?.name ?? place })
              }
            />
          ) : (
            <>
              <NoticeRead
                read={read.notice}
                place={read.place}
                national={read.place === NATION}
                placeName={read.placeName}
                done={(change) => void navigate({ to: `/catalogue-changes/${change.id}` as never })}
              />
              <p className="section">
                <Button onClick={() => setRead(null)}>{say('notice.again')}</Button>
              </p>
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function PasteForm({
  year,
  places,
  onRead,
}: {
  year: string
  places: readonly { readonly code: string; readonly name: string }[]
  onRead: (notice: ReadNotice, place: string) => void
}) {
  const say = useSay()
  const form = useForm({
    start: { place: NATION, year: '', text: '' },
    draft: `calendar.notice.${year}`,
    check: ({ text, year: typed }) => ({
      ...(text.trim() ? {} : { text: say('wrong.text') }),
      ...(typed === '' || /^20\d\d$/.test(typed) ? {} : { year: say('wrong.year') }),
    }),
    send: async ({ place, year: typed, text }) => ({
      notice: await ask('POST /api/calendar/notices/read', {
        body: { text, place, year: typed === '' ? null : Number(typed) },
      }),
      place,
    }),
    done: ({ notice, place }) => onRead(notice, place),
  })
  return (
    <Form form={form} submit={say('notice.read')}>
      <ChoiceField
        name="place"
        label={say('notice.place')}
        help={say('notice.place.help')}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField name="year" label={say('notice.year')} help={say('notice.year.help')} maxLength={4} optional />
      <LongField name="text" label={say('notice.text')} help={say('notice.text.help')} rows={12} maxLength={20000} />
    </Form>
  )
}
