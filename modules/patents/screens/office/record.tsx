import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { TrailOf } from '#card/audit'
import { Answer, Page, Section, Timeline } from '#ui'
import type { PatentRecord } from '../../contract.ts'
import { Annuities } from './annuities.tsx'
import { Bibliography } from './bibliography.tsx'
import { ClassList } from './classes.tsx'
import { CountyPanel } from './county-panel.tsx'
import { FieldPanel } from './field-panel.tsx'
import { PrintedForm } from './printed-form.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordSide } from './record-side.tsx'
import { useSay } from './say.ts'
import { ask } from './wire.ts'
import './record.css'

/** The page of one patent: head, content in the order of the printed form, what happened, and where each value comes from. */
export default function RecordPage() {
  const { number } = useParams({ strict: false }) as { number: string }
  const record = useQuery({
    queryKey: ['patents', 'record', number],
    queryFn: () => ask('GET /api/patents/:number', { params: { number } }),
  })
  return (
    <Answer to={record}>{(patent) => <Record patent={patent} number={number} onLatest={() => void record.refetch()} />}</Answer>
  )
}

function Record({ patent, number, onLatest }: { patent: PatentRecord; number: string; onLatest: () => void }) {
  const say = useSay()
  const questions = useQueryClient()
  const navigate = useNavigate()
  const { panel } = useSearch({ strict: false }) as { panel?: string }
  const show = (next: string | undefined) =>
    void navigate({ to: '/patents/$number', params: { number } as never, search: (next ? { panel: next } : {}) as never })
  const field = patent.fields.find((one) => `field:${one.field}` === panel)
  const changed = (next: PatentRecord) => {
    questions.setQueryData(['patents', 'record', number], next)
    void questions.invalidateQueries({ queryKey: ['patents', 'queues'] })
    void questions.invalidateQueries({ queryKey: ['audit'] })
  }
  return (
    <Page
      title={patent.title}
      className="record"
      under={<RecordHead patent={patent} />}
      acts={
        <>
          <Button onClick={() => show('county')}>{say('record.county.decide')}</Button>
          <Button onClick={() => window.print()}>{say('record.print')}</Button>
        </>
      }
    >
      <div className="record-body no-print">
        <div className="record-main">
          <Section title={say('record.biblio')}>
            <Bibliography fields={patent.fields} mixed={patent.publicForm === 'own'} onSource={(name) => show(`field:${name}`)} />
          </Section>
          <Annuities patent={patent} noting={panel === 'note'} onNote={() => show('note')} onClose={() => show(undefined)} />
          <Section title={say('record.classes')}>
            <ClassList classes={patent.classes} />
          </Section>
          <Section title={say('record.events')}>
            {patent.events.length ? (
              <Timeline
                entries={patent.events.map((event, at) => ({
                  key: String(at),
                  on: event.on ?? '—',
                  text: event.text ? `${event.word}　${event.text}` : event.word,
                  under: event.source.label,
                }))}
              />
            ) : (
              <p className="faint">{say('record.events.none')}</p>
            )}
          </Section>
          <Section title={say('record.trail')}>
            <TrailOf subject={`patent:${patent.id}`} />
          </Section>
        </div>
        <RecordSide patent={patent} onTwin={onLatest} />
      </div>
      <PrintedForm patent={patent} />
      <FieldPanel
        key={field?.field ?? ''}
        patent={patent}
        field={field}
        onClose={() => show(undefined)}
        onChanged={changed}
        onLatest={onLatest}
      />
      <CountyPanel
        patent={patent}
        open={panel === 'county'}
        onClose={() => show(undefined)}
        onChanged={changed}
        onLatest={onLatest}
      />
    </Page>
  )
}
