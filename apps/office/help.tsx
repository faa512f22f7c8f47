import { useQuery } from '@tanstack/react-query'
import { useSession } from '#card/identity'
import { Answer, dayInWords, openWire, Page, Section, useWords } from '#ui'
import type { FrameRoutes } from './contract.ts'
import type { OfficeWords } from './zh.ts'

const keys = [
  ['/', 'help.key./'],
  ['↑ ↓', 'help.key.arrows'],
  ['Enter', 'help.key.enter'],
  ['e', 'help.key.e'],
  ['Esc', 'help.key.esc'],
] as const

const ask = openWire<FrameRoutes>()

/** 帮助: the keys and the query language, and in the demonstration marks to try. */
export default function Help() {
  const say = useWords<OfficeWords>('office')
  const { demonstration } = useSession()
  return (
    <Page title={say('help.title')} className="page-narrow">
      <Section title={say('help.keys')}>
        <dl className="keys">
          {keys.map(([key, word]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{say(word)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={say('help.search')}>
        <p>{say('help.search.text')}</p>
        <ul className="plain-list">
          <li>{say('help.search.quote')}</li>
          <li>{say('help.search.field')}</li>
          <li>{say('help.search.logic')}</li>
        </ul>
      </Section>
      {demonstration ? <MarksToTry /> : null}
    </Page>
  )
}

/** 演示用专利标识: what to type into the mark check, and what it answers. */
function MarksToTry() {
  const say = useWords<OfficeWords>('office')
  const goods = useQuery({ queryKey: ['marked-goods'], queryFn: () => ask('GET /api/marked-goods') })
  return (
    <Section title={say('help.marks')}>
      <Answer to={goods}>
        {(list) =>
          list === null ? null : (
            <>
              <p>{say('help.marks.text', { day: dayInWords(list.seenOn) })}</p>
              <ol className="marks-to-try">
                {list.rows.map((one) => (
                  <li key={one.text}>
                    <p>
                      <strong>{one.goods}</strong>　<code>{one.text}</code>
                    </p>
                    <p>
                      {say('help.marks.goods', { maker: one.maker, day: dayInWords(one.madeOn) })}
                      {one.condition === null ? null : `，${one.condition}`}
                    </p>
                    <p>{say('help.marks.answer', { answer: one.answer, because: one.because })}</p>
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </Answer>
    </Section>
  )
}
