import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer, Form, Notice, newKey, openWire, Page, ProblemNotice, Section, TextField, useForm, useWords } from '#ui'
import type { FrameRoutes, PortalSettings } from './contract.ts'
import { portalEntries } from './portal-entries.ts'
import type { OfficeWords } from './zh.ts'

const ask = openWire<FrameRoutes>()
const asked = ['portal-settings']

/** 门户设置: whether the public face is open, and what its header and footer say. */
export default function PortalPage() {
  const say = useWords<OfficeWords>('office')
  const questions = useQueryClient()
  const [told, setTold] = useState(false)
  const settings = useQuery({ queryKey: asked, queryFn: () => ask('GET /api/portal-settings') })
  const changed = (next: PortalSettings) => {
    questions.setQueryData(asked, next)
    void questions.invalidateQueries({ queryKey: ['audit'] })
  }
  return (
    <Page title={say('portal.title')} className="page-narrow">
      <Answer to={settings}>
        {(shown) => (
          <>
            <Section
              title={say('portal.open')}
              acts={
                shown.open ? (
                  <a href="/" target="_blank" rel="noreferrer">
                    {say('portal.look')}
                  </a>
                ) : null
              }
            >
              <Gate open={shown.open} onChanged={changed} />
            </Section>
            <Section title={say('portal.entries')}>
              {told ? <Notice tone="good">{say('portal.done')}</Notice> : null}
              <EntriesForm
                key={JSON.stringify(shown.entries)}
                settings={shown}
                done={(next) => {
                  setTold(true)
                  changed(next)
                }}
              />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}

function Gate({ open, onChanged }: { open: boolean; onChanged: (settings: PortalSettings) => void }) {
  const say = useWords<OfficeWords>('office')
  const turn = useMutation({
    mutationFn: () => ask('PUT /api/portal-settings/open', { body: { open: !open }, key: newKey() }),
    onSuccess: onChanged,
  })
  return (
    <>
      <p role="status">{say(open ? 'portal.open.yes' : 'portal.open.no')}</p>
      <Button danger={open} loading={turn.isPending} onClick={() => turn.mutate()}>
        {say(open ? 'portal.close.do' : 'portal.open.do')}
      </Button>
      {turn.error ? <ProblemNotice error={turn.error} /> : null}
    </>
  )
}

function EntriesForm({ settings, done }: { settings: PortalSettings; done: (settings: PortalSettings) => void }) {
  const say = useWords<OfficeWords>('office')
  const { entries, usual } = settings
  const start = Object.fromEntries(portalEntries.map((entry) => [entry, entries[entry] ?? '']))
  const form = useForm<Readonly<Record<string, string>>, PortalSettings>({
    start,
    draft: 'portal-settings',
    check: ({ siteCode = '', origin = '' }) => ({
      ...(/^(\d{10})?$/.test(siteCode.trim()) ? {} : { siteCode: say('portal.siteCode.wrong') }),
      ...(/^(https:\/\/[a-z0-9.-]+(:\d+)?)?$/.test(origin.trim()) ? {} : { origin: say('portal.origin.wrong') }),
    }),
    send: (values, key) => {
      const changes = Object.entries(values).filter(([entry, text]) => text.trim() !== start[entry])
      return ask('PUT /api/portal-settings/entries', {
        body: Object.fromEntries(changes.map(([entry, text]) => [entry, text.trim()])),
        key,
      })
    },
    done,
  })
  const help = {
    name: say('portal.name.help', { usual: usual.name }),
    host: say('portal.host.help', { usual: usual.host }),
    siteCode: say('portal.siteCode.help'),
    origin: say('portal.origin.help'),
  } as Readonly<Record<string, string>>
  return (
    <Form form={form} submit={say('portal.save')} guard>
      <p className="faint">{say('portal.entries.text')}</p>
      {portalEntries.map((entry) => (
        <TextField key={entry} name={entry} label={say(`portal.${entry}`)} help={help[entry]} maxLength={200} optional />
      ))}
    </Form>
  )
}
