import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { createContext, type FormEvent, type ReactNode, use, useEffect, useId, useRef } from 'react'
import type { FormState, FormValues } from './form-state.ts'
import { Notice, ProblemNotice } from './notice.tsx'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'
import './form.css'

interface Standing {
  readonly form: FormState<FormValues>
  readonly id: string
}
const Around = createContext<Standing | null>(null)

/** The form a field stands in. */
export function useStanding(): Standing {
  const standing = use(Around)
  if (!standing) throw new Error('a field stands outside its form')
  return standing
}

/**
 * One column of fields with the summary of errors on top and one button below. `guard` warns before another page is
 * opened while something is not sent.
 */
export function Form<V extends FormValues>({
  form,
  submit,
  danger = false,
  guard = false,
  beside,
  onLatest,
  children,
}: {
  form: FormState<V>
  /** The verb on the button. */
  submit: string
  danger?: boolean
  guard?: boolean
  /** Buttons beside the one that submits. */
  beside?: ReactNode
  onLatest?: (() => void) | undefined
  children: ReactNode
}) {
  const id = useId()
  const say = useWords<UiWords>('ui')
  const send = (event: FormEvent) => {
    event.preventDefault()
    void form.submit()
  }
  return (
    <Around value={{ form: form as unknown as FormState<FormValues>, id }}>
      <form className="form" onSubmit={send} noValidate>
        {form.restored ? (
          <Notice
            acts={
              <Button size="small" onClick={form.dropDraft}>
                {say('form.draft.drop')}
              </Button>
            }
          >
            {say('form.draft')}
          </Notice>
        ) : null}
        <Summary form={form} id={id} onLatest={onLatest} />
        {children}
        <div className="form-acts">
          <Button type="primary" htmlType="submit" danger={danger} loading={form.busy}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
      {guard ? <LeaveGuard form={form as unknown as FormState<FormValues>} /> : null}
    </Around>
  )
}

function Summary<V extends FormValues>({
  form,
  id,
  onLatest,
}: {
  form: FormState<V>
  id: string
  onLatest: (() => void) | undefined
}) {
  const say = useWords<UiWords>('ui')
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.failures) summary.current?.focus()
  }, [form.failures])
  const wrong = Object.entries(form.errors).filter(([, sentence]) => sentence)
  if (!wrong.length && !form.problem) return null
  return (
    <div ref={summary} tabIndex={-1} className="form-summary">
      {wrong.length ? (
        <Notice tone="bad" title={say('form.errors', { count: wrong.length })}>
          <ul>
            {wrong.map(([field, sentence]) => (
              <li key={field}>
                <a
                  href={`#${id}${field}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(`${id}${field}`)?.focus()
                  }}
                >
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        form.problem && <ProblemNotice error={form.problem} onLatest={onLatest} />
      )}
    </div>
  )
}

function LeaveGuard({ form }: { form: FormState<FormValues> }) {
  const say = useWords<UiWords>('ui')
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => form.unsent() && current.pathname !== next.pathname,
    enableBeforeUnload: () => form.unsent(),
    withResolver: true,
  })
  return (
    <Modal
      open={leaving.status === 'blocked'}
      title={say('form.leave.title')}
      okText={say('form.leave.go')}
      cancelText={say('form.leave.stay')}
      onOk={() => leaving.proceed?.()}
      onCancel={() => leaving.reset?.()}
    >
      <p>{say(form.secret ? 'form.leave.text.secret' : 'form.leave.text')}</p>
    </Modal>
  )
}
