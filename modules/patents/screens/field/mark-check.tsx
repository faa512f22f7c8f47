import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { PlainDate } from '#kernel/time'
import { checkMark, keysOfMark, type MarkRegister, type MarkTable } from '../../rules/marks/index.ts'
import { CheckAnswer } from './check-answer.tsx'
import { CheckGoods } from './check-goods.tsx'
import { CheckNumber } from './check-number.tsx'
import { askedOf, emptyDraft, type MarkDraft, textOf } from './draft.ts'
import { verdicts } from './verdict-words.ts'
import './check.css'

export interface MarkCheckProps {
  /** The draft that was kept, in whatever shape an earlier app left it. */
  readonly kept: unknown
  readonly keep: (draft: MarkDraft) => void
  readonly today: PlainDate
  /** 台账截至; null where the phone has no copy. */
  readonly asOf: string | null
  readonly table: MarkTable
  /** What the phone knows of these numbers. */
  readonly registerFor: (keys: readonly string[]) => Promise<MarkRegister>
  /** The photos of this check, and the button that takes one. */
  readonly photos: (ids: readonly string[], change: (ids: readonly string[]) => void) => ReactNode
  /** 记录: puts the check into the queue. */
  readonly record: (deed: {
    readonly input: Readonly<Record<string, unknown>>
    readonly photos: readonly string[]
    readonly title: string
    readonly line: string
  }) => Promise<void>
}

/** 核验标识: the number, what is known of the goods, the answer; then 拍照 · 记录 · 下一件. */
export function MarkCheck(props: MarkCheckProps) {
  const { keep, today, asOf, table, registerFor } = props
  const [draft, setDraft] = useState<MarkDraft>(() => ({ ...emptyDraft, ...(props.kept as Partial<MarkDraft> | undefined) }))
  const [register, setRegister] = useState<{ readonly text: string; readonly of: MarkRegister } | null>(null)
  const [recorded, setRecorded] = useState(false)
  const change = (changes: Partial<MarkDraft>) => {
    const next = { ...draft, ...changes }
    setDraft(next)
    keep(next)
  }
  const text = textOf(draft)
  useEffect(() => {
    if (draft.step !== 'answer') return
    let left = false
    void registerFor(keysOfMark(text)).then((of) => {
      if (!left) setRegister({ text, of })
    })
    return () => {
      left = true
    }
  }, [draft.step, text, registerFor])
  useEffect(() => {
    if (draft.step) window.scrollTo(0, 0)
  }, [draft.step])
  const asked = useMemo(() => askedOf(draft, today), [draft, today])
  if (draft.step === 'number') return <CheckNumber draft={draft} change={change} />
  if (draft.step === 'goods') return <CheckGoods draft={draft} today={today} change={change} />
  if (register?.text !== text) return <p role="status">正在核验…</p>
  const answer = checkMark(asked, register.of, table)
  const next = () => {
    setRecorded(false)
    setRegister(null)
    change(emptyDraft)
  }
  const record = async () => {
    const title = answer.canonical ?? (text.trim() || '号码看不清')
    await props.record({ input: { ...asked }, photos: draft.photos, title, line: verdicts[answer.outcome].words })
    setRecorded(true)
  }
  return (
    <CheckAnswer answer={answer} asOf={asOf}>
      {recorded ? (
        <p className="recorded" role="status">
          ✓ 已记录，联网后自动上传。
        </p>
      ) : (
        props.photos(draft.photos, (photos) => change({ photos }))
      )}
      {recorded ? (
        <button type="button" className="main-button" onClick={next}>
          下一件
        </button>
      ) : (
        <>
          <button type="button" className="main-button" onClick={() => void record()}>
            记录
          </button>
          <div className="side-buttons">
            <button type="button" className="side-button" onClick={() => change({ step: 'goods' })}>
              返回修改
            </button>
            <button type="button" className="side-button" onClick={next}>
              下一件（不记录）
            </button>
          </div>
        </>
      )}
    </CheckAnswer>
  )
}
