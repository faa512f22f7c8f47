import { useState } from 'react'
import { ChoiceField, DayField, dayError, Form, Notice, PickField, SidePanel, TextField, useForm } from '#ui'
import type { AnnuityNote, AnnuityPage, PatentRecord } from '../../contract.ts'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

type Kind = AnnuityNote['kind']
const kinds: readonly Kind[] = ['payment', 'reduction', 'open-licence', 'restoration']

/** Noting by hand what was paid, reduced, licensed or restored (登记). */
export function NotePanel({
  patent,
  page,
  open,
  onClose,
  onChanged,
}: {
  patent: PatentRecord
  page: AnnuityPage
  open: boolean
  onClose: () => void
  onChanged: (page: AnnuityPage) => void
}) {
  const say = useSay()
  const [told, setTold] = useState(0)
  return (
    <SidePanel title={say('annuity.note')} open={open} onClose={onClose}>
      {told ? <Notice tone="good">{say('annuity.done')}</Notice> : null}
      {page.may.allowed ? (
        <NoteForm
          key={told}
          patent={patent}
          page={page}
          done={(next) => {
            setTold(told + 1)
            onChanged(next)
          }}
        />
      ) : (
        <p>{page.may.why}</p>
      )}
    </SidePanel>
  )
}

function NoteForm({ patent, page, done }: { patent: PatentRecord; page: AnnuityPage; done: (page: AnnuityPage) => void }) {
  const say = useSay()
  const day = say('annuity.day.missing')
  const form = useForm({
    start: {
      kind: 'payment' as string,
      year: String(page.nextYear ?? ''),
      on: '',
      amount: '',
      receipt: '',
      rate: '0.85',
      from: '',
      to: '',
      licensees: '',
      reason: '',
    },
    draft: `patents.note.${page.id}`,
    check: ({ kind, year, on, amount, from, to, reason }) => ({
      ...(kind === 'payment' && !year ? { year: say('annuity.year.missing') } : {}),
      ...(kind === 'payment' && amount && !/^\d{1,6}(\.\d{1,2})?$/.test(amount) ? { amount: say('annuity.amount.wrong') } : {}),
      ...(kind !== 'open-licence' && dayError(on, day) ? { on: day } : {}),
      ...(kind === 'open-licence' && dayError(from, day) ? { from: day } : {}),
      ...(kind === 'open-licence' && dayError(to, day, true) ? { to: day } : {}),
      ...(reason.trim() ? {} : { reason: say('reason.missing') }),
    }),
    send: ({ kind, year, on, amount, receipt, rate, from, to, licensees, reason }, key) => {
      const params = { number: page.id }
      const why = reason.trim()
      if (kind === 'reduction')
        return ask('POST /api/patents/:number/reductions', {
          params,
          body: { rate: rate === '0.7' ? 0.7 : 0.85, on, reason: why },
          key,
        })
      if (kind === 'open-licence')
        return ask('POST /api/patents/:number/open-licences', {
          params,
          body: { from, to: to || null, licensees: licensees.split(/[\n、；;]/u).filter((name) => name.trim()), reason: why },
          key,
        })
      if (kind === 'restoration') return ask('POST /api/patents/:number/restorations', { params, body: { on, reason: why }, key })
      return ask('POST /api/patents/:number/payments', {
        params,
        body: {
          year: year === 'compensation' ? 'compensation' : Number(year),
          on,
          amount: amount === '' ? null : Number(amount),
          receipt: receipt.trim() || null,
          reason: why,
        },
        key,
      })
    },
    done,
  })
  const { kind } = form.values
  const years = page.rows.map(({ year }) => ({ value: String(year), label: say('annuity.year.n', { year }) }))
  const compensated = patent.right === 'invention' ? [{ value: 'compensation', label: say('annuity.compensation') }] : []
  return (
    <Form form={form} submit={say('annuity.do')}>
      <PickField
        name="kind"
        label={say('annuity.kind')}
        options={kinds.map((value) => ({ value, label: say(`annuity.kind.${value}`) }))}
      />
      {kind === 'payment' ? (
        <ChoiceField name="year" label={say('annuity.year')} empty="" options={[...years, ...compensated]} />
      ) : null}
      {kind === 'reduction' ? (
        <PickField
          name="rate"
          label={say('annuity.rate')}
          options={[
            { value: '0.85', label: say('annuity.rate.one') },
            { value: '0.7', label: say('annuity.rate.two') },
          ]}
        />
      ) : null}
      {kind === 'open-licence' ? (
        <>
          <DayField name="from" label={say('annuity.from')} />
          <DayField name="to" label={say('annuity.to')} optional help={say('annuity.to.help')} />
          <TextField
            name="licensees"
            label={say('annuity.licensees')}
            help={say('annuity.licensees.help')}
            optional
            maxLength={500}
          />
        </>
      ) : (
        <DayField name="on" label={say(`annuity.on.${kind as Exclude<Kind, 'open-licence'>}`)} />
      )}
      {kind === 'payment' ? (
        <>
          <TextField name="amount" label={say('annuity.amount')} help={say('annuity.amount.help')} optional maxLength={9} />
          <TextField name="receipt" label={say('annuity.receipt')} optional maxLength={60} />
        </>
      ) : null}
      <TextField name="reason" label={say('annuity.reason')} help={say('annuity.reason.help')} />
    </Form>
  )
}
