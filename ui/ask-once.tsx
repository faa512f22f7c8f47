import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { LongField } from './fields.tsx'
import { Form } from './form.tsx'
import { useForm } from './form-state.ts'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

/**
 * A deed that is asked for once, in words and with the thing's name, with the reason that the trail keeps. The button
 * opens the question; `send` does the deed.
 */
export function AskOnce<T>({
  button,
  title,
  children,
  verb,
  danger = false,
  small = false,
  disabled = false,
  send,
  done,
  onLatest,
}: {
  /** The word on the page's button. */
  button: string
  title: string
  children?: ReactNode
  /** The word on the question's button. */
  verb: string
  danger?: boolean
  small?: boolean
  disabled?: boolean
  send: (reason: string, key: string) => Promise<T>
  done: (reply: T) => void
  /** Fetches the thing anew where somebody else was quicker. */
  onLatest?: (() => void) | undefined
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button danger={danger} size={small ? 'small' : 'medium'} disabled={disabled} onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Modal open={open} title={title} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        {children}
        <ReasonForm
          verb={verb}
          danger={danger}
          send={send}
          onLatest={onLatest}
          onCancel={() => setOpen(false)}
          done={(reply) => {
            setOpen(false)
            done(reply)
          }}
        />
      </Modal>
    </>
  )
}

function ReasonForm<T>({
  verb,
  danger,
  send,
  done,
  onLatest,
  onCancel,
}: {
  verb: string
  danger: boolean
  send: (reason: string, key: string) => Promise<T>
  done: (reply: T) => void
  onLatest?: (() => void) | undefined
  onCancel: () => void
}) {
  const say = useWords<UiWords>('ui')
  const form = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim() ? {} : { reason: say('form.reason.missing') }),
    send: ({ reason }, key) => send(reason.trim(), key),
    done,
  })
  return (
    <Form
      form={form}
      submit={verb}
      danger={danger}
      onLatest={onLatest}
      beside={<Button onClick={onCancel}>{say('ask.cancel')}</Button>}
    >
      <LongField name="reason" label={say('form.reason')} rows={2} />
    </Form>
  )
}
