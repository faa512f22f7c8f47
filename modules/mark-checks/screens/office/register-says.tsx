import { Link } from '@tanstack/react-router'
import { Facts } from '#ui'
import type { RegisterSaid } from '../../contract.ts'
import { groupNumber } from './group-number.ts'
import { type SayMarks, useSay } from './wire.ts'

/** What the register said of each number: holders, days, every span of its status, and of which day it speaks. */
export function RegisterSays({ register }: { register: readonly RegisterSaid[] }) {
  const say = useSay()
  if (register.length === 0) return <p className="faint">{say('register.no-number')}</p>
  return (
    <>
      {register.map(({ number, entry }) =>
        entry === null ? (
          <p key={number}>{say('register.none', { number })}</p>
        ) : (
          <Facts
            key={number}
            rows={[
              [
                say('register.number'),
                <Link key="number" to="/patents/$number" params={{ number } as never}>
                  {groupNumber(number)}
                </Link>,
              ],
              [say('register.holders'), entry.holders.join('、')],
              ...(entry.licensees.length ? [[say('register.licensees'), entry.licensees.join('、')] as const] : []),
              [say('register.filed'), entry.filedOn],
              [say('register.granted'), entry.grantedOn],
              [say('register.spans'), spansText(entry.spans, say)],
              [say('register.as-of'), entry.asOf],
              [say('register.source'), entry.source],
            ]}
          />
        ),
      )}
    </>
  )
}

type Spans = NonNullable<RegisterSaid['entry']>['spans']

const spansText = (spans: Spans, say: SayMarks): string =>
  spans.map(({ from, status }) => say('register.span', { from, status: say(`status.${status}` as 'status.pending') })).join('；')
