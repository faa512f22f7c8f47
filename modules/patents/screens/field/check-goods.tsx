import { type KeyboardEvent, useState } from 'react'
import type { PlainDate } from '#kernel/time'
import type { Right } from '../../rules/fields.ts'
import { dayTrouble, type MarkDraft } from './draft.ts'

const kinds: readonly (readonly [Right | null, string])[] = [
  ['invention', '发明专利'],
  ['utility-model', '实用新型'],
  ['design', '外观设计'],
  [null, '未标类别'],
]
const roles: readonly (readonly [MarkDraft['role'], string])[] = [
  ['seller', '销售者'],
  ['maker', '生产者'],
]

/** Second step: what the officer knows of the goods. Nothing of it must be known. */
export function CheckGoods({
  draft,
  today,
  change,
}: {
  draft: MarkDraft
  today: PlainDate
  change: (changes: Partial<MarkDraft>) => void
}) {
  const [asked, setAsked] = useState(false)
  const trouble = dayTrouble(draft, today)
  const go = () => {
    setAsked(true)
    if (trouble === null) change({ step: 'answer' })
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go()
  }
  return (
    <>
      <fieldset className="chips">
        <legend>标明的专利类别</legend>
        {kinds.map(([value, words]) => (
          <label key={words} className="chip">
            <input type="radio" name="claimed" checked={draft.claimed === value} onChange={() => change({ claimed: value })} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <div className="entry">
        <label htmlFor="made">生产日期</label>
        <div className="entry-row">
          <input
            id="made"
            inputMode="numeric"
            autoComplete="off"
            placeholder="2020-05-01"
            value={draft.madeOn}
            disabled={draft.undated}
            aria-invalid={asked && trouble !== null}
            aria-describedby={asked && trouble ? 'made-trouble' : undefined}
            onChange={(event) => change({ madeOn: event.target.value })}
            onKeyDown={enter}
          />
          <label className="chip">
            <input type="checkbox" checked={draft.undated} onChange={(event) => change({ undated: event.target.checked })} />
            <span>看不清</span>
          </label>
        </div>
        {asked && trouble ? (
          <p className="trouble" id="made-trouble">
            {trouble}
          </p>
        ) : null}
      </div>
      <fieldset className="chips two">
        <legend>被检查的是</legend>
        {roles.map(([value, words]) => (
          <label key={value} className="chip">
            <input type="radio" name="role" checked={draft.role === value} onChange={() => change({ role: value })} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <label className="entry">
        <span>标注的生产者（可不填）</span>
        <input
          autoComplete="off"
          maxLength={120}
          value={draft.maker}
          onChange={(event) => change({ maker: event.target.value })}
          onKeyDown={enter}
        />
      </label>
      <button type="button" className="main-button" onClick={go}>
        核验
      </button>
      <button type="button" className="side-button" onClick={() => change({ step: 'number' })}>
        返回改号码
      </button>
    </>
  )
}
