import { readNumber } from '../../rules/numbers.ts'
import type { MarkDraft } from './draft.ts'
import { textOf } from './draft.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', '.'] as const
const spoken: Readonly<Record<string, string>> = { X: '校验位 X', '.': '点' }

/** Digits in the groups in which marks print them: 2013 2 0123456.7. */
export function grouped(digits: string): string {
  const [body = '', ...behind] = digits.split('.')
  const rest = behind.length > 0 ? `.${behind.join('.')}` : ''
  if (/^20/.test(body)) return [body.slice(0, 4), body.slice(4, 5), body.slice(5)].filter(Boolean).join(' ') + rest
  return [body.slice(0, 2), body.slice(2, 3), body.slice(3)].filter(Boolean).join(' ') + rest
}

const rights = { invention: '发明', 'utility-model': '实用新型', design: '外观设计' } as const

/** What the number says of itself while it is typed. */
function hintOf(draft: MarkDraft): { readonly tone: 'good' | 'attention' | 'plain'; readonly words: string } {
  const { kind, checkDigit, right, year } = readNumber(textOf(draft))
  const known = kind === 'patent-number' || kind === 'application-number'
  if (draft.digits === '') return { tone: 'plain', words: '按实物上印的号码输入，ZL 不用输' }
  if (!known || !checkDigit) return { tone: 'plain', words: `已输入 ${draft.digits.replace(/\D/g, '').length} 位数字` }
  const says = [year === null ? '' : `${year}年申请`, right === null ? '' : rights[right]].filter(Boolean).join(' · ')
  if (checkDigit.valid === false)
    return { tone: 'attention', words: `! 校验位不符：标注为${checkDigit.given}，应为${checkDigit.expected} · ${says}` }
  if (checkDigit.valid === null) return { tone: 'plain', words: `未输入校验位（应为${checkDigit.expected}）· ${says}` }
  return { tone: 'good', words: `✓ 校验位相符 · ${says}` }
}

/** The number on the goods, typed with one thumb. */
export function NumberPad({
  draft,
  change,
  next,
}: {
  draft: MarkDraft
  change: (changes: Partial<MarkDraft>) => void
  next: () => void
}) {
  const { digits } = draft
  const hint = hintOf(draft)
  const type = (key: string) => change({ digits: (digits + key).slice(0, 16) })
  return (
    <div className="pad">
      <output className="pad-number" aria-label="已输入的号码">
        {digits === '' ? <span className="pad-empty">请输入号码</span> : grouped(digits)}
      </output>
      <p className={`pad-hint ${hint.tone}`} role="status">
        {hint.words}
      </p>
      <div className="pad-keys">
        {keys.map((key) => (
          <button type="button" key={key} aria-label={spoken[key]} onClick={() => type(key)}>
            {key === '.' ? '·' : key}
          </button>
        ))}
        <button type="button" className="pad-soft" onClick={() => change({ digits: '' })} disabled={digits === ''}>
          清空
        </button>
        <button
          type="button"
          className="pad-soft"
          onClick={() => change({ digits: digits.slice(0, -1) })}
          disabled={digits === ''}
        >
          ⌫ 删除
        </button>
        <button type="button" className="pad-next" onClick={next} disabled={digits === ''}>
          下一步
        </button>
      </div>
    </div>
  )
}
