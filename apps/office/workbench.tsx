import { Link } from '@tanstack/react-router'
import { useSession } from '#card/identity'
import { LatestImports } from '#card/patents'
import { dayInWords, Notice, Page, Section, useWords } from '#ui'
import { Tasks } from './tasks.tsx'
import type { OfficeWords } from './zh.ts'

/** 工作台: what waits, what came in last, and what is the reader's own to do. */
export default function Workbench() {
  const say = useWords<OfficeWords>('office')
  const { user, unit, today, passwordExpiresOn, may } = useSession()
  const passwordSoon = passwordExpiresOn !== null && daysUntil(today, passwordExpiresOn) <= 14
  return (
    <Page
      title={say('workbench.title')}
      under={<p className="faint">{[dayInWords(today), user.name, unit?.name].filter(Boolean).join('　')}</p>}
    >
      {passwordSoon ? (
        <Notice tone="attention" acts={<Link to="/me">{say('workbench.password.change')}</Link>}>
          {say('workbench.password.due', { day: dayInWords(passwordExpiresOn) })}
        </Notice>
      ) : null}
      <Section title={say('workbench.waiting')}>
        <Tasks />
      </Section>
      {may.includes('patents.import.see') ? (
        <Section title={say('workbench.imports')} acts={<Link to="/imports">{say('workbench.imports.all')}</Link>}>
          <LatestImports />
        </Section>
      ) : null}
    </Page>
  )
}

function daysUntil(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
