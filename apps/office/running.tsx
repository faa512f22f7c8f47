import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { Answer, Facts, momentText, numberText, openWire, Page, Section, sizeText, useWords } from '#ui'
import type { FrameRoutes } from './contract.ts'
import type { OfficeWords } from './zh.ts'

const ask = openWire<FrameRoutes>()
const colours = { good: 'success', attention: 'warning', bad: 'error' } as const

/** 运行状况: whether the machine is well, in sentences that say what to do. */
export default function RunningPage() {
  const say = useWords<OfficeWords>('office')
  const running = useQuery({ queryKey: ['running'], queryFn: () => ask('GET /api/running') })
  return (
    <Page
      title={say('running.title')}
      className="page-narrow"
      acts={
        <Button loading={running.isFetching} onClick={() => void running.refetch()}>
          {say('running.again')}
        </Button>
      }
    >
      <Answer to={running}>
        {(state) => (
          <>
            <Section title={say('running.checks')}>
              <ul className="checks">
                {state.checks.map((check) => (
                  <li key={check.name}>
                    <Tag color={colours[check.state]}>{say(`running.${check.state}`)}</Tag>
                    <strong>{check.name}</strong>
                    <span>{check.sentence}</span>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={say('running.title')}>
              <Facts
                rows={[
                  [say('running.version'), state.version],
                  [say('running.since'), momentText(state.since)],
                  [say('running.database'), state.database],
                  [say('running.size'), sizeText(state.databaseSize)],
                  [say('running.disk'), state.diskFree === null ? null : sizeText(state.diskFree)],
                  [say('running.processes'), numberText(state.processes)],
                  [say('running.jobs'), say('running.jobs.text', { waiting: state.jobsWaiting, failed: state.jobsFailed })],
                  [say('running.backup'), state.lastBackupAt ? momentText(state.lastBackupAt) : say('running.backup.none')],
                ]}
              />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}
