import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMay } from '#card/identity'
import { DayField, dayError, Facts, Form, ProblemNotice, Section, useForm } from '#ui'
import type { Import } from '../../contract.ts'
import { AccountOf } from './import-account.tsx'
import { fieldName, useSay } from './say.ts'
import { ask } from './wire.ts'

/** What the dry run found: what was understood, the account, and the question whether to go on. */
export function ImportChecked({
  one,
  onChanged,
  onLatest,
}: {
  one: Import
  onChanged: (next: Import) => void
  onLatest: () => void
}) {
  const say = useSay()
  const account = one.dryRun
  const mayStart = useMay('patents.import.start')
  return (
    <>
      {account ? <AccountOf one={one} account={account} title={say('import.account.dry')} /> : null}
      {account && mayStart ? (
        account.new + account.changed > 0 ? (
          <StartForm one={one} onChanged={onChanged} onLatest={onLatest} />
        ) : (
          <Section title={say('import.start.title')}>
            <p>{say('import.start.nothing')}</p>
            <DropButton one={one} onChanged={onChanged} />
          </Section>
        )
      ) : null}
      <Understood one={one} />
    </>
  )
}

function StartForm({ one, onChanged, onLatest }: { one: Import; onChanged: (next: Import) => void; onLatest: () => void }) {
  const say = useSay()
  const form = useForm({
    start: { sourceDay: one.sourceDay ?? '' },
    check: ({ sourceDay }) => {
      const wrong = dayError(sourceDay, say('import.start.day.help'), true)
      return wrong ? { sourceDay: wrong } : {}
    },
    send: ({ sourceDay }, key) =>
      ask('POST /api/patents/imports/:id/start', {
        params: { id: one.id },
        body: { version: one.version, sourceDay: sourceDay || null },
        key,
      }),
    done: onChanged,
  })
  return (
    <Section title={say('import.start.title')}>
      <Form form={form} submit={say('import.start')} onLatest={onLatest} beside={<DropButton one={one} onChanged={onChanged} />}>
        <DayField name="sourceDay" label={say('import.start.day')} help={say('import.start.day.help')} optional />
      </Form>
    </Section>
  )
}

function DropButton({ one, onChanged }: { one: Import; onChanged: (next: Import) => void }) {
  const say = useSay()
  const drop = useMutation({
    mutationFn: () => ask('POST /api/patents/imports/:id/drop', { params: { id: one.id }, body: { version: one.version } }),
    onSuccess: onChanged,
  })
  return (
    <>
      <Button loading={drop.isPending} onClick={() => drop.mutate()}>
        {say('import.drop')}
      </Button>
      {drop.error ? <ProblemNotice error={drop.error} /> : null}
    </>
  )
}

function Understood({ one }: { one: Import }) {
  const say = useSay()
  const unknown = one.dryRun?.unknownHeadings ?? []
  const missing = one.dryRun?.missingHeadings ?? []
  return (
    <Section title={say('import.understood')}>
      <Facts
        rows={[
          [say('import.understood.format'), one.formatLabel ?? say('import.understood.unknown')],
          [
            say('import.understood.publish'),
            say(one.publishable ? 'import.understood.publish.yes' : 'import.understood.publish.no'),
          ],
        ]}
      />
      <Headings title={say('import.headings.matched', { count: one.matchedHeadings.length })}>
        {one.matchedHeadings.map(({ heading, field }) => {
          const name = fieldName(say, field)
          return heading === name ? heading : `${heading} → ${name}`
        })}
      </Headings>
      <Headings
        title={say('import.headings.unknown', { count: unknown.length })}
        text={unknown.length ? say('import.headings.unknown.text') : undefined}
      >
        {unknown}
      </Headings>
      <Headings
        title={say('import.headings.missing', { count: missing.length })}
        text={missing.length ? say('import.headings.missing.text') : undefined}
      >
        {missing}
      </Headings>
    </Section>
  )
}

function Headings({ title, text, children }: { title: string; text?: string | undefined; children: readonly string[] }) {
  const say = useSay()
  return (
    <div className="headings">
      <h3>{title}</h3>
      {text ? <p className="faint">{text}</p> : null}
      {children.length ? (
        <ul>
          {children.map((heading) => (
            <li key={heading}>{heading}</li>
          ))}
        </ul>
      ) : (
        <p className="faint">{say('import.headings.none')}</p>
      )}
    </div>
  )
}
