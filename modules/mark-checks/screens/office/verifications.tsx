import { addressOf, Facts, momentText, Section, sizeText } from '#ui'
import type { Check, Verification } from '../../contract.ts'
import { Verdict } from './verdict.tsx'
import { useSay } from './wire.ts'

/** What the national source said, the latest first; what was corrected stays below. */
export function Verifications({ check }: { check: Check }) {
  const say = useSay()
  const [latest, ...earlier] = check.verifications
  return (
    <>
      <Section title={say('verified.title')}>
        <Verdict answer={latest!.answer} />
        <Result verification={latest!} />
      </Section>
      {earlier.length ? (
        <details className="mark-more">
          <summary>{say('verified.earlier', { count: earlier.length })}</summary>
          {earlier.map((one) => (
            <div key={one.id} className="verified-earlier">
              <Verdict answer={one.answer} />
              <Result verification={one} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  )
}

function Result({ verification }: { verification: Verification }) {
  const say = useSay()
  const { result, screenshot, pasted, reason } = verification
  const address = screenshot ? addressOf('GET /api/mark-checks/screenshots/:id', { params: { id: screenshot.id } }) : ''
  return (
    <>
      <Facts
        rows={[
          [say('result.status'), say(`national.${result.status}`)],
          [say('register.holders'), result.holders.join('、')],
          [say('register.filed'), result.filedOn],
          [say('register.granted'), result.grantedOn],
          [say('result.ended'), result.endedOn],
          [say('result.announced'), result.announcedOn],
          [say('result.source'), result.source],
          [say('result.looked-up'), result.lookedUpOn],
          [say('result.by'), `${verification.by}　${momentText(verification.at)}`],
          ...(reason ? [[say('result.reason'), reason] as const] : []),
        ]}
      />
      {pasted ? <pre className="pasted">{pasted}</pre> : null}
      {screenshot ? (
        screenshot.kind === 'pdf' ? (
          <p>
            <a href={address} download>
              {screenshot.fileName}（{sizeText(screenshot.size)}）
            </a>
          </p>
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            <img className="screenshot" src={address} alt={say('result.screenshot', { name: screenshot.fileName })} />
          </a>
        )
      ) : null}
    </>
  )
}
