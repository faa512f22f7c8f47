import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '#card/identity'
import { DayField, dayError, Form, LongField, useForm } from '#ui'
import type { RoleGrant, User } from '../../contract.ts'
import { GrantForm } from './grant-form.tsx'
import { ask, useSay } from './wire.ts'

/** The roles a person holds, where and when; granting and withdrawing for whoever may. */
export function UserRoles({
  user,
  mayChange,
  onChanged,
  onLatest,
}: {
  user: User
  /** Not on one's own account. */
  mayChange: boolean
  onChanged: (user: User) => void
  onLatest: () => void
}) {
  const say = useSay()
  const mayGrant = useMay('identity.grant-role') && mayChange
  const mayWithdraw = useMay('identity.withdraw-role') && mayChange
  const [withdrawn, setWithdrawn] = useState<RoleGrant | null>(null)
  const [granting, setGranting] = useState(false)
  const where = (grant: RoleGrant) => [grant.unitName, grant.placeName].filter(Boolean).join('　') || say('grant.any.place')
  return (
    <>
      {user.roles.length ? (
        <ul className="grants">
          {user.roles.map((grant) => (
            <li key={grant.id}>
              <strong>{grant.roleName}</strong>
              <span>{where(grant)}</span>
              <span className="faint">
                {grant.to
                  ? say('grant.when.closed', { from: grant.from, to: grant.to })
                  : say('grant.when.open', { from: grant.from })}
              </span>
              {mayWithdraw ? (
                <Button
                  size="small"
                  aria-label={`${say('grant.withdraw')}：${grant.roleName}`}
                  onClick={() => setWithdrawn(grant)}
                >
                  {say('grant.withdraw')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="faint">{say('user.roles.none')}</p>
      )}
      {mayGrant && !granting ? <Button onClick={() => setGranting(true)}>{say('grant.title')}</Button> : null}
      {granting ? (
        <GrantForm
          user={user}
          onLatest={onLatest}
          done={(next) => {
            setGranting(false)
            onChanged(next)
          }}
          onCancel={() => setGranting(false)}
        />
      ) : null}
      <Modal
        open={withdrawn !== null}
        title={withdrawn ? say('grant.withdraw.title', { name: user.name, role: withdrawn.roleName }) : ''}
        footer={null}
        destroyOnHidden
        onCancel={() => setWithdrawn(null)}
      >
        {withdrawn ? (
          <WithdrawForm
            user={user}
            grant={withdrawn}
            onCancel={() => setWithdrawn(null)}
            done={(next) => {
              setWithdrawn(null)
              onChanged(next)
            }}
          />
        ) : null}
      </Modal>
    </>
  )
}

function WithdrawForm({
  user,
  grant,
  done,
  onCancel,
}: {
  user: User
  grant: RoleGrant
  done: (user: User) => void
  onCancel: () => void
}) {
  const say = useSay()
  const { today } = useSession()
  const form = useForm({
    start: { on: today, reason: '' },
    check: ({ on, reason }) => {
      const wrong = dayError(on, say('grant.day.wrong'))
      return {
        ...(wrong ? { on: wrong } : {}),
        ...(reason.trim() ? {} : { reason: say('grant.withdraw.reason.missing') }),
      }
    },
    send: ({ on, reason }, key) =>
      ask('POST /api/identity/users/:id/roles/:grant/withdraw', {
        params: { id: user.id, grant: grant.id },
        body: { on, reason: reason.trim(), version: user.version },
        key,
      }),
    done,
  })
  return (
    <Form form={form} submit={say('grant.withdraw')} danger beside={<Button onClick={onCancel}>{say('cancel')}</Button>}>
      <DayField name="on" label={say('grant.withdraw.on')} />
      <LongField name="reason" label={say('grant.withdraw.reason')} rows={2} />
    </Form>
  )
}
