import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useMay } from '#card/identity'
import { AskOnce, Form, useForm } from '#ui'
import type { Change } from '../../contract.ts'
import { SignForm } from './sign-form.tsx'
import { ask, useSay } from './wire.ts'

/** What may be done with a change; a grey button says why under it. */
export function ChangeActs({
  change,
  onDone,
  onLatest,
}: {
  change: Change
  onDone: (change: Change) => void
  onLatest: () => void
}) {
  const say = useSay()
  const may: Readonly<Record<string, boolean>> = {
    approve: useMay('catalogues.approve'),
    sign: useMay('catalogues.sign'),
    return: useMay('catalogues.return'),
    withdraw: useMay('catalogues.withdraw'),
    propose: useMay('catalogues.propose'),
  }
  // Withdrawing and proposing again are the proposer's own: nobody else is shown them.
  const own = (act: string) => act === 'withdraw' || act === 'propose'
  const next = change.next.filter(({ act, sentence }) => may[act] && (sentence === null || !own(act)))
  const reasons = [...new Set(next.flatMap(({ sentence }) => (sentence === null ? [] : [sentence])))]
  if (next.length === 0) {
    return change.state === 'pending' ? <p className="faint">{say('acts.none')}</p> : null
  }
  const params = { id: change.id }
  const name = { name: change.title }
  return (
    <div className="change-acts">
      <div className="row-acts">
        {next.map(({ act, label, sentence }) => {
          const shared = { disabled: sentence !== null, done: onDone, onLatest }
          if (act === 'approve') return <ApproveButton key={act} change={change} label={label} {...shared} />
          if (act === 'sign') return <SignButton key={act} change={change} label={label} {...shared} />
          if (act === 'propose') {
            return (
              <Link
                key={act}
                to="/catalogues/$name/propose"
                params={{ name: change.catalogue } as never}
                search={{ entry: change.entry, kind: change.kind, change: change.id } as never}
              >
                {say('propose.again')}
              </Link>
            )
          }
          const deed = act === 'return' ? 'return' : 'withdraw'
          return (
            <AskOnce
              key={act}
              button={label}
              title={say(`${deed}.title`, name)}
              verb={label}
              send={(reason, key) =>
                ask(`POST /api/catalogue-changes/:id/${deed}`, { params, body: { reason, version: change.version }, key })
              }
              {...shared}
            >
              <p>{say(`${deed}.text`)}</p>
            </AskOnce>
          )
        })}
      </div>
      {reasons.map((sentence) => (
        <p key={sentence} className="why-not">
          {say('acts.why', { sentence })}
        </p>
      ))}
    </div>
  )
}

interface ButtonProps {
  readonly change: Change
  readonly label: string
  readonly disabled: boolean
  readonly done: (change: Change) => void
  readonly onLatest: () => void
}

function ApproveButton({ change, label, disabled, done, onLatest }: ButtonProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const form = useForm({
    start: {},
    send: (_, key) =>
      ask('POST /api/catalogue-changes/:id/approve', {
        params: { id: change.id },
        body: { version: change.version },
        key,
      }),
    done: (reply) => {
      setOpen(false)
      done(reply)
    },
  })
  return (
    <>
      <Button type="primary" disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={say('approve.title', { name: change.title })}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p>{change.afterSentence}</p>
        {change.touches.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{say('approve.text')}</p>
        <Form
          form={form}
          submit={label}
          onLatest={onLatest}
          beside={<Button onClick={() => setOpen(false)}>{say('cancel')}</Button>}
        >
          {null}
        </Form>
      </Modal>
    </>
  )
}

function SignButton({ change, label, disabled, done, onLatest }: ButtonProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={say('sign.title', { name: change.title })}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <SignForm
          change={change}
          verb={label}
          onLatest={onLatest}
          done={(next) => {
            setOpen(false)
            done(next)
          }}
        />
      </Modal>
    </>
  )
}
