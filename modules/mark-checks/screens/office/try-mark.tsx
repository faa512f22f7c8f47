import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMay } from '#card/identity'
import { Answer, Page, Section } from '#ui'
import { type AskedSearch, askedIn, askedOf } from './asked.ts'
import { MarkForm } from './mark-form.tsx'
import { RecordForm } from './record-form.tsx'
import { RegisterSays } from './register-says.tsx'
import { Verdict } from './verdict.tsx'
import { ask, useSay } from './wire.ts'

/** 标识核验: one big field for whatever is printed, the answer under it, and the deed that keeps it as evidence. */
export default function TryMark() {
  const say = useSay()
  const navigate = useNavigate()
  const asked = askedIn(useSearch({ strict: false }) as Record<string, unknown>)
  const go = (next: AskedSearch) => void navigate({ to: '/marks', search: next as never })
  return (
    <Page
      title={say('try.title')}
      className="page-narrow"
      under={<p className="faint">{say('try.text')}</p>}
      acts={<Link to="/marks/table">{say('table.title')}</Link>}
    >
      <MarkForm key={JSON.stringify(asked)} asked={asked} onAsk={go} />
      {asked ? <Tried asked={asked} /> : null}
    </Page>
  )
}

function Tried({ asked }: { asked: AskedSearch }) {
  const say = useSay()
  const mayCheck = useMay('mark-checks.check')
  const place = useRef<HTMLDivElement>(null)
  const tried = useQuery({
    queryKey: ['mark-checks', 'try', asked],
    queryFn: () => ask('GET /api/mark-checks/try', { query: askedOf(asked) }),
    staleTime: 0,
  })
  // The reader is brought to the answer, by eye and by ear.
  useEffect(() => {
    if (!tried.data) return
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [tried.data])
  return (
    <div className="tried">
      <Answer to={tried}>
        {({ answer, register }) => (
          <>
            <div ref={place} tabIndex={-1} className="tried-verdict" aria-live="polite">
              <Verdict answer={answer} />
            </div>
            <Section title={say('register.says')}>
              <RegisterSays register={register} />
            </Section>
            {mayCheck ? (
              <Section title={say('record.title')}>
                <RecordForm asked={asked} />
              </Section>
            ) : null}
          </>
        )}
      </Answer>
    </div>
  )
}
