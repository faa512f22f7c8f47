import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '#card/identity'
import {
  ChoiceField,
  DayField,
  dayError,
  FileDrop,
  Form,
  LongField,
  Notice,
  newKey,
  ProblemNotice,
  TextField,
  useForm,
} from '#ui'
import type { Check, NationalStatus, Screenshot, VerifyCheck } from '../../contract.ts'
import { nationalStatusNames } from '../../rules/national-entry.ts'
import { ask, useSay } from './wire.ts'

const ended: ReadonlySet<string> = new Set(['lapsed', 'expired', 'invalidated', 'surrendered', 'withdrawn', 'rejected'])

/** 补录核查结果: what was read off the national source, its text and its picture. A correction says why. */
export function VerifyForm({
  check,
  act,
  done,
  onLatest,
}: {
  check: Check
  act: 'verify' | 'correct'
  done: (next: Check) => void
  onLatest: () => void
}) {
  const say = useSay()
  const { today } = useSession()
  const [screenshot, setScreenshot] = useState<Screenshot | null>(null)
  const form = useForm({
    start: {
      status: '',
      lookedUpOn: today,
      source: say('verify.source.usual'),
      holders: '',
      filedOn: '',
      grantedOn: '',
      endedOn: '',
      announcedOn: '',
      pasted: '',
      reason: '',
    },
    draft: `mark-checks.${act}.${check.id}`,
    check: (values) => {
      const wrong: Partial<Record<keyof typeof values, string>> = {}
      if (!values.status) wrong.status = say('verify.wrong.status')
      if (values.source.trim().length < 2) wrong.source = say('verify.wrong.source')
      for (const name of ['filedOn', 'grantedOn', 'endedOn', 'announcedOn'] as const) {
        const sentence = dayError(values[name], say('wrong.day'), true)
        if (sentence) wrong[name] = sentence
      }
      const day = dayError(values.lookedUpOn, say('wrong.day'))
      if (day) wrong.lookedUpOn = day
      if (!values.pasted.trim() && !screenshot) wrong.pasted = say('verify.wrong.evidence')
      if (act === 'correct' && !values.reason.trim()) wrong.reason = say('verify.wrong.reason')
      return wrong
    },
    send: ({ reason, pasted, status, holders, ...days }, key) => {
      const known = (day: string) => (day === '' ? null : day)
      const body: VerifyCheck = {
        result: {
          status: status as NationalStatus,
          lookedUpOn: days.lookedUpOn,
          source: days.source,
          holders: holders.split(/[\n;；、]+/).flatMap((name) => name.trim() || []),
          filedOn: known(days.filedOn),
          grantedOn: known(days.grantedOn),
          endedOn: known(days.endedOn),
          announcedOn: known(days.announcedOn),
        },
        pasted,
        screenshot: screenshot?.id ?? null,
        version: check.version,
      }
      const params = { id: check.id }
      return act === 'verify'
        ? ask('POST /api/mark-checks/:id/verify', { params, body, key })
        : ask('POST /api/mark-checks/:id/correct', { params, body: { ...body, reason: reason.trim() }, key })
    },
    done,
  })
  const { status } = form.values
  return (
    <Form form={form} submit={act === 'verify' ? say('verify.do') : say('verify.correct.do')} guard onLatest={onLatest}>
      <Notice tone="attention">{say('secrecy')}</Notice>
      {act === 'correct' ? <LongField name="reason" label={say('verify.reason')} rows={2} /> : null}
      <ChoiceField
        name="status"
        label={say('result.status')}
        empty={say('verify.choose')}
        options={(Object.keys(nationalStatusNames) as NationalStatus[]).map((value) => ({
          value,
          label: say(`national.${value}`),
        }))}
      />
      {status === '' || status === 'not-found' ? null : (
        <>
          <LongField name="holders" label={say('register.holders')} help={say('verify.holders.help')} rows={2} optional />
          <DayField name="filedOn" label={say('register.filed')} optional />
          <DayField name="grantedOn" label={say('register.granted')} optional />
          {ended.has(status) ? (
            <>
              <DayField name="endedOn" label={say('result.ended')} optional />
              <DayField name="announcedOn" label={say('result.announced')} optional />
            </>
          ) : null}
        </>
      )}
      <LongField
        name="pasted"
        label={say('verify.pasted')}
        help={say('verify.pasted.help')}
        rows={5}
        maxLength={20_000}
        optional
      />
      <ScreenshotField check={check} screenshot={screenshot} onKept={setScreenshot} />
      <TextField name="source" label={say('result.source')} maxLength={100} />
      <DayField name="lookedUpOn" label={say('result.looked-up')} />
    </Form>
  )
}

function ScreenshotField({
  check,
  screenshot,
  onKept,
}: {
  check: Check
  screenshot: Screenshot | null
  onKept: (kept: Screenshot) => void
}) {
  const say = useSay()
  const [chosen, setChosen] = useState<File | null>(null)
  const keep = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return ask('POST /api/mark-checks/:id/screenshots', { params: { id: check.id }, body, key: newKey() })
    },
    onSuccess: onKept,
  })
  return (
    <div className="field">
      <span className="field-label">{say('verify.screenshot')}</span>
      <FileDrop
        accept=".png,.jpg,.jpeg,.pdf"
        help={say('verify.screenshot.help')}
        chosen={chosen}
        onChoose={(file) => {
          setChosen(file)
          keep.mutate(file)
        }}
      />
      {keep.error ? <ProblemNotice error={keep.error} /> : null}
      {screenshot ? <p role="status">{say('verify.screenshot.kept', { name: screenshot.fileName })}</p> : null}
    </div>
  )
}
