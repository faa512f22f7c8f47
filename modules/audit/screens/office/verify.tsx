import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Notice, numberText, openWire, ProblemNotice, useWords } from '#ui'
import type { AuditRoutes } from '../../contract.ts'
import type { AuditWords } from './zh.ts'

const ask = openWire<AuditRoutes>()

/** Has the whole chain checked, and says in words whether anybody touched it. */
export function VerifyTrail() {
  const say = useWords<AuditWords>('audit')
  const verdict = useQuery({
    queryKey: ['audit', 'verify'],
    queryFn: () => ask('GET /api/audit/verify'),
    enabled: false,
    gcTime: 0,
  })
  const answer = verdict.data
  return (
    <div className="verify">
      <Button loading={verdict.isFetching} onClick={() => void verdict.refetch()}>
        {say('verify.do')}
      </Button>
      {verdict.error ? <ProblemNotice error={verdict.error} /> : null}
      {answer?.ok ? (
        <Notice tone="good" title={say('verify.ok', { entries: numberText(answer.entries) })}>
          {answer.erased > 0 ? <p>{say('verify.erased', { erased: numberText(answer.erased) })}</p> : null}
          {answer.head ? <p className="hash">{say('verify.head', { head: answer.head })}</p> : null}
        </Notice>
      ) : answer?.firstBad ? (
        <Notice tone="bad" title={say('verify.bad', { n: answer.firstBad.n, why: answer.firstBad.why })} />
      ) : null}
    </div>
  )
}
