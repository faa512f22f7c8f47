import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { TrailOf } from '#card/audit'
import { useCounties } from '#card/regions'
import { Answer, AskOnce, dayInWords, Facts, momentText, Notice, Page, Section, SidePanel } from '#ui'
import type { Check } from '../../contract.ts'
import { groupNumber } from './group-number.ts'
import { Pictures } from './pictures.tsx'
import { RegisterSays } from './register-says.tsx'
import { Verdict } from './verdict.tsx'
import { Verifications } from './verifications.tsx'
import { VerifyForm } from './verify-form.tsx'
import { ask, type SayMarks, useSay } from './wire.ts'

/** One check: what was printed, what was answered, what the register said then, and what the national source said since. */
export default function CheckPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const check = useQuery({
    queryKey: ['mark-checks', 'one', id],
    queryFn: () => ask('GET /api/mark-checks/:id', { params: { id } }),
  })
  return <Answer to={check}>{(one) => <CheckSheet key={id} check={one} onLatest={() => void check.refetch()} />}</Answer>
}

function CheckSheet({ check, onLatest }: { check: Check; onLatest: () => void }) {
  const say = useSay()
  const questions = useQueryClient()
  const { nameOf } = useCounties()
  const { kept } = useSearch({ strict: false }) as { kept?: string }
  const [told, setTold] = useState(kept === 'true' ? say(check.state === 'waiting' ? 'check.kept.waiting' : 'check.kept') : '')
  const [entering, setEntering] = useState<'verify' | 'correct' | null>(null)
  const changed = (next: Check) => {
    setEntering(null)
    setTold(say('check.done'))
    questions.setQueryData(['mark-checks', 'one', next.id], next)
    void questions.invalidateQueries({ queryKey: ['mark-checks'], refetchType: 'none' })
    void questions.invalidateQueries({ queryKey: ['audit'] })
  }
  return (
    <Page
      title={check.canonical === null ? say('check.title.none') : say('check.title', { number: groupNumber(check.canonical) })}
      className="page-narrow"
      acts={<Deeds check={check} onEnter={setEntering} onChanged={changed} onLatest={onLatest} />}
    >
      {told ? <Notice tone="good">{told}</Notice> : null}
      {check.verifications.length > 0 ? <Verifications check={check} /> : null}
      <Section title={check.verifications.length > 0 ? say('check.first-answer') : say('verdict')}>
        <Verdict answer={check.answer} />
      </Section>
      <Section title={say('check.asked')}>
        <p className="mark-printed">{check.text || say('checks.empty-mark')}</p>
        <Facts rows={askedFacts(check, say)} />
        {check.note ? (
          <p className="mark-note">
            <span className="faint">{say('record.note')}</span>
            <span>{check.note}</span>
          </p>
        ) : null}
      </Section>
      <Pictures pictures={check.pictures} />
      <Section title={say('check.register')}>
        <RegisterSays register={check.register} />
        <p className="faint">{say('check.register.version', { version: check.registerVersion })}</p>
      </Section>
      <Section title={say('check.made')}>
        <Facts
          rows={[
            [say('checks.by'), check.by],
            [say('checks.county'), nameOf(check.county)],
            [say('checks.at'), momentText(check.madeAt)],
            [say('check.arrived'), momentText(check.arrivedAt)],
            [say('checks.state'), say(`state.${check.state}`)],
            ...(check.from ? [[say('check.from'), <ListOf key="list" from={check.from} />] as const] : []),
          ]}
        />
      </Section>
      <Section title={say('check.trail')}>
        <TrailOf subject={`mark-check:${check.id}`} />
      </Section>
      <SidePanel
        title={entering === 'correct' ? say('verify.correct.title') : say('verify.title')}
        open={entering !== null}
        onClose={() => setEntering(null)}
      >
        {entering ? <VerifyForm check={check} act={entering} done={changed} onLatest={onLatest} /> : null}
      </SidePanel>
    </Page>
  )
}

function ListOf({ from }: { from: NonNullable<Check['from']> }) {
  const say = useSay()
  return (
    <Link to="/mark-lists/$id" params={{ id: from.list } as never}>
      {say('check.from.row', { name: from.name, row: from.rowNumber })}
    </Link>
  )
}

function Deeds({
  check,
  onEnter,
  onChanged,
  onLatest,
}: {
  check: Check
  onEnter: (act: 'verify' | 'correct') => void
  onChanged: (next: Check) => void
  onLatest: () => void
}) {
  const say = useSay()
  return (
    <>
      {check.acts.map(({ act, label, why }) =>
        act === 'waive' ? (
          <AskOnce
            key={act}
            button={label}
            title={say('waive.title')}
            verb={label}
            send={(reason, key) =>
              ask('POST /api/mark-checks/:id/waive', { params: { id: check.id }, body: { reason, version: check.version }, key })
            }
            done={onChanged}
            onLatest={onLatest}
          >
            {say('waive.text')}
          </AskOnce>
        ) : (
          <span key={act}>
            <Button type={act === 'verify' ? 'primary' : 'default'} disabled={why !== null} onClick={() => onEnter(act)}>
              {label}
            </Button>
            {why ? <span className="faint deed-why">{why}</span> : null}
          </span>
        ),
      )}
    </>
  )
}

const words: Readonly<Record<string, (value: unknown, say: SayMarks) => string>> = {
  claimed: (value, say) => say(`right.${value}` as 'right.design'),
  madeOn: (value) => dayInWords(String(value)),
  seenOn: (value) => dayInWords(String(value)),
  role: (value, say) => say(`role.${value}` as 'role.maker'),
  maker: (value) => String(value),
  process: (value, say) => say(value === true ? 'yes' : 'no'),
  printedOn: (value, say) => say(`printed.${value}` as 'printed.goods'),
  permission: (value, say) => say(`permission.${value}` as 'permission.none'),
  covered: (_, say) => say('covered.false'),
  found: (value, say) => say(`found.${value}` as 'found.J4'),
}

/** What was known of the goods; what nobody said is left out. */
function askedFacts(check: Check, say: SayMarks): (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, word]) => {
    const value = check.asked[name]
    return value === undefined || value === false ? [] : [[say(`asked.${name}` as 'asked.claimed'), word(value, say)] as const]
  })
}
