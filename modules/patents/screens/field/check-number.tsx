import { type MarkDraft, textOf } from './draft.ts'
import { NumberPad } from './number-pad.tsx'

const before: readonly (readonly [MarkDraft['before'], string])[] = [
  ['patent', '专利号 ZL'],
  ['application', '申请号'],
  ['pending', '申请，尚未授权'],
  ['nothing', '只有数字'],
]

/** First step: what is printed on the goods. */
export function CheckNumber({ draft, change }: { draft: MarkDraft; change: (changes: Partial<MarkDraft>) => void }) {
  return (
    <>
      {draft.text === null ? (
        <>
          <fieldset className="chips">
            <legend>号码前的字样</legend>
            {before.map(([value, words]) => (
              <label key={value} className="chip">
                <input type="radio" name="before" checked={draft.before === value} onChange={() => change({ before: value })} />
                <span>{words}</span>
              </label>
            ))}
          </fieldset>
          <NumberPad draft={draft} change={change} next={() => change({ step: 'goods' })} />
        </>
      ) : (
        <label className="entry">
          <span>实物上印的全部文字</span>
          <textarea
            rows={4}
            value={draft.text}
            maxLength={400}
            placeholder="例如：本产品已获国家专利，专利号 ZL201320123456.7"
            onChange={(event) => change({ text: event.target.value })}
          />
        </label>
      )}
      <div className="check-other">
        <button type="button" className="link" onClick={() => change({ text: draft.text === null ? textOf(draft) : null })}>
          {draft.text === null ? '改用键盘输入全文' : '改用数字键盘'}
        </button>
        {textOf(draft).trim() === '' ? (
          <button type="button" className="link" onClick={() => change({ step: 'goods' })}>
            号码看不清
          </button>
        ) : null}
      </div>
      {draft.text === null ? null : (
        <button
          type="button"
          className="main-button"
          disabled={textOf(draft).trim() === ''}
          onClick={() => change({ step: 'goods' })}
        >
          下一步
        </button>
      )}
    </>
  )
}
