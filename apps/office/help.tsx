import { Page, Section, useWords } from '#ui'
import type { OfficeWords } from './zh.ts'

const keys = [
  ['/', 'help.key./'],
  ['↑ ↓', 'help.key.arrows'],
  ['Enter', 'help.key.enter'],
  ['e', 'help.key.e'],
  ['Esc', 'help.key.esc'],
] as const

/** 帮助: the keys and the query language. */
export default function Help() {
  const say = useWords<OfficeWords>('office')
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
    </Page>
  )
}
