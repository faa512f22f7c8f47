import { useState } from 'react'
import { useSession } from '#card/identity'
import { DayField, dayError, FileDrop, Form, newKey, TextField, useForm } from '#ui'
import type { Change } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** 录入纸质审批: whose signature, of which day, and the scan, which is uploaded with it. */
export function SignForm({
  change,
  verb,
  done,
  onLatest,
}: {
  change: Change
  verb: string
  done: (change: Change) => void
  onLatest: () => void
}) {
  const say = useSay()
  const { today } = useSession()
  const [file, setFile] = useState<File | null>(null)
  const form = useForm({
    start: { signedBy: '', signedOn: today },
    check: ({ signedBy, signedOn }) => {
      const wrongDay = dayError(signedOn, say('wrong.day'))
      return {
        ...(signedBy.trim().length >= 2 ? {} : { signedBy: say('wrong.signer') }),
        ...(wrongDay ? { signedOn: wrongDay } : {}),
      }
    },
    send: async ({ signedBy, signedOn }, key) => {
      const scan = file ? await upload(file) : null
      const body = { signedBy: signedBy.trim(), signedOn, scan, version: change.version }
      return ask('POST /api/catalogue-changes/:id/sign', { params: { id: change.id }, body, key })
    },
    done,
  })
  return (
    <Form form={form} submit={verb} onLatest={onLatest}>
      <p>{say('sign.text')}</p>
      <TextField name="signedBy" label={say('sign.by')} help={say('sign.by.help')} maxLength={40} />
      <DayField name="signedOn" label={say('sign.on')} />
      <FileDrop accept=".pdf,.jpg,.jpeg,.png" help={say('sign.scan.help')} chosen={file} onChoose={setFile} />
    </Form>
  )
}

async function upload(file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  return (await ask('POST /api/catalogue-scans', { body, key: newKey() })).digest
}
