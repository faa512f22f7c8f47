import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useId, useState } from 'react'
import { sessionQuestion, useSession } from '#card/identity'
import {
  Answer,
  bearToken,
  Choice,
  type Column,
  changeLanguage,
  DenseTable,
  dayInWords,
  momentText,
  Notice,
  newKey,
  Page,
  ProblemNotice,
  Section,
  setPreferences,
  usePreferences,
} from '#ui'
import type { OpenSession } from '../../contract.ts'
import PasswordForm from './password-form.tsx'
import { ask, useSay } from './wire.ts'
import './identity.css'

/** 我的账号: sessions, password, language and size. */
export default function Me() {
  const say = useSay()
  const session = useSession()
  const { user, unit, roles, passwordExpiresOn } = session
  const questions = useQueryClient()
  const [changed, setChanged] = useState(false)
  return (
    <Page
      title={say('me.title')}
      className="page-narrow"
      under={
        <p className="faint">
          {[user.name, user.account, unit?.name, [...new Set(roles.map((role) => role.roleName))].join('、')]
            .filter(Boolean)
            .join('　')}
        </p>
      }
    >
      <Section title={say('me.view')}>
        <ViewChoices />
      </Section>
      <Section title={say('me.sessions')}>
        <Sessions />
      </Section>
      <Section title={say('me.password')}>
        {passwordExpiresOn ? <p className="faint">{say('me.password.expires', { day: dayInWords(passwordExpiresOn) })}</p> : null}
        {changed ? <Notice tone="good">{say('me.password.done')}</Notice> : null}
        <PasswordForm
          done={(next) => {
            bearToken(next.csrfToken)
            questions.setQueryData(sessionQuestion.queryKey, next)
            setChanged(true)
          }}
        />
      </Section>
    </Page>
  )
}

function ViewChoices() {
  const say = useSay()
  const id = useId()
  const { language, elder } = usePreferences()
  return (
    <p className="view-choices">
      <span>
        <label htmlFor={`${id}language`}>{say('me.language')}</label>
        <Choice
          id={`${id}language`}
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => {
            const chosen = value === 'en' ? 'en' : 'zh'
            void changeLanguage(chosen).then(() => setPreferences({ language: chosen }))
          }}
        />
      </span>
      <span>
        <label htmlFor={`${id}size`}>{say('me.size')}</label>
        <Choice
          id={`${id}size`}
          value={elder ? 'elder' : 'plain'}
          options={[
            { value: 'plain', label: say('me.size.plain') },
            { value: 'elder', label: say('me.size.elder') },
          ]}
          onChange={(value) => setPreferences({ elder: value === 'elder' })}
        />
      </span>
    </p>
  )
}

function Sessions() {
  const say = useSay()
  const questions = useQueryClient()
  const sessions = useQuery({ queryKey: ['identity', 'sessions'], queryFn: () => ask('GET /api/identity/sessions') })
  const end = useMutation({
    mutationFn: (id: string) => ask('DELETE /api/identity/sessions/:id', { params: { id }, key: newKey() }),
    onSuccess: () => questions.invalidateQueries({ queryKey: ['identity', 'sessions'] }),
  })
  const columns: readonly Column<OpenSession>[] = [
    { key: 'browser', title: say('me.session.browser'), lead: true, cell: (row) => row.browser },
    { key: 'address', title: say('me.session.address'), width: '10rem', cell: (row) => row.address },
    { key: 'since', title: say('me.session.since'), width: '11rem', cell: (row) => momentText(row.since) },
    { key: 'last', title: say('me.session.last'), width: '11rem', cell: (row) => momentText(row.lastUsedAt) },
    {
      key: 'end',
      title: say('me.session.acts'),
      width: '7rem',
      cell: (row) =>
        row.current ? (
          <Tag color="processing">{say('me.session.current')}</Tag>
        ) : (
          <Button
            size="small"
            aria-label={`${say('me.session.end')}：${row.browser}，${momentText(row.since)}`}
            loading={end.isPending && end.variables === row.id}
            onClick={() => end.mutate(row.id)}
          >
            {say('me.session.end')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <p className="faint">{say('me.sessions.text')}</p>
      {end.error ? <ProblemNotice error={end.error} /> : null}
      {end.isSuccess ? <Notice tone="good">{say('me.session.ended')}</Notice> : null}
      <Answer to={sessions}>
        {({ rows }) => <DenseTable caption={say('me.sessions')} columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </Answer>
    </>
  )
}
