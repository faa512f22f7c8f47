import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answer, Page, Section } from '#ui'
import type { TableRow } from '../../contract.ts'
import { OutcomeWord } from './verdict.tsx'
import { ask, useSay } from './wire.ts'
import './marks.css'

/** 判定规则: the decision table as the rule itself reads it, in the order in which it is gone through. */
export default function DecisionTable() {
  const say = useSay()
  const table = useQuery({ queryKey: ['mark-checks', 'table'], queryFn: () => ask('GET /api/mark-checks/table') })
  return (
    <Page
      title={say('table.title')}
      under={<p className="faint">{say('table.text')}</p>}
      acts={<Link to="/marks">{say('try.title')}</Link>}
    >
      <Answer to={table}>
        {({ rows }) => (
          <>
            {[...new Set(rows.map((row) => row.step))].map((step, at) => (
              <Section key={step} title={`${at + 1}. ${step}`}>
                <ol className="decision">
                  {rows
                    .filter((row) => row.step === step)
                    .map((row) => (
                      <Row key={row.id} row={row} />
                    ))}
                </ol>
              </Section>
            ))}
          </>
        )}
      </Answer>
    </Page>
  )
}

function Row({ row }: { row: TableRow }) {
  const say = useSay()
  return (
    <li className="decision-row">
      <div className="decision-when">
        <strong>{row.when}</strong>
        <OutcomeWord outcome={row.outcome} />
      </div>
      <p>{readable(row.sentence)}</p>
      <p className="faint">
        {say('next')}：{readable(row.next)}
      </p>
      <ul className="decision-clauses">
        {row.clauses.map(({ from, to, basis, certain }) => (
          <li key={`${from ?? ''}${basis}`} className="faint">
            {basis}
            {from === null && to === null ? '' : `（${say('table.valid', { from: from ?? '', to: to ?? '' })}）`}
            {certain ? '' : `　${say('table.uncertain')}`}
          </li>
        ))}
      </ul>
    </li>
  )
}

const blanks: Readonly<Record<string, string>> = {
  noun: '该专利',
  when: '在标注时',
  holders: '××公司',
  maker: '××厂',
  number: '该号码',
  printed: '……',
  asOf: '×年×月×日',
  made: '×年×月×日',
  seen: '×年×月×日',
  day: '×年×月×日',
  ended: '×年×月×日',
  ending: '终止',
  announced: '于×年×月×日公告',
  faults: '……',
  told: '……',
  year: '×',
  given: '×',
  expected: '×',
  why: '',
}

/** The sentence as it would stand in an answer, with the facts left open. */
const readable = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '……')
