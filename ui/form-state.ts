import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keepAt, keptAt } from './kept.ts'
import { newKey, type Problem, ProblemError } from './wire.ts'

export type FormValues = Readonly<Record<string, string>>

export interface FormState<V extends FormValues> {
  readonly values: V
  readonly errors: Readonly<Partial<Record<string, string>>>
  /** The sentence of a refusal that belongs to no single field. */
  readonly problem: ProblemError | null
  readonly busy: boolean
  readonly dirty: boolean
  readonly restored: boolean
  /** Rises with each failed submission, so that the summary takes the focus. */
  readonly failures: number
  readonly secret: boolean
  /** Whether leaving now would lose or postpone something. */
  unsent(): boolean
  set(changes: Partial<V>): void
  submit(): Promise<void>
  dropDraft(): void
}

/**
 * A form's values, what is wrong with them, and its draft. `check` answers a sentence for each field that is wrong;
 * `send` throws `ProblemError` where the server refuses. One deed keeps one idempotency key until its values change.
 * A form with `draft` is kept in this browser under that name until it is sent; secrets are given no draft.
 */
export function useForm<V extends FormValues, T = unknown>({
  start,
  draft,
  check,
  send,
  done,
}: {
  start: V
  draft?: string | undefined
  check?: (values: V) => Partial<Record<keyof V & string, string>>
  send: (values: V, key: string) => Promise<T>
  /** After the server agreed; may lead to another page. */
  done?: (reply: T) => void
}): FormState<V> {
  const place = draft ? `draft.${draft}` : null
  const kept = useMemo(() => (place ? keptAt<V>(place) : null), [place])
  const [values, setValues] = useState<V>(() => ({ ...start, ...kept }))
  const [restored, setRestored] = useState(kept !== null)
  const [dirty, setDirty] = useState(kept !== null)
  const [errors, setErrors] = useState<Readonly<Partial<Record<string, string>>>>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const [failures, setFailures] = useState(0)
  const key = useRef(newKey())
  const here = useRef(true)
  const unsent = useRef(kept !== null)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const set = useCallback(
    (changes: Partial<V>) => {
      key.current = newKey()
      unsent.current = true
      setDirty(true)
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in changes))))
      setValues((before) => {
        const next = { ...before, ...changes }
        if (place) keepAt(place, next)
        return next
      })
    },
    [place],
  )

  const submit = async () => {
    const wrong = check?.(values) ?? {}
    setErrors(wrong)
    setProblem(null)
    if (Object.keys(wrong).length) return setFailures((n) => n + 1)
    setBusy(true)
    try {
      const reply = await send(values, key.current)
      if (place) keepAt(place, null)
      if (!here.current) return
      key.current = newKey()
      unsent.current = false
      setDirty(false)
      setRestored(false)
      done?.(reply)
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause
      // An answer belongs to its key; only what never arrived is sent again under the same one.
      if (cause.problem.status !== 0) key.current = newKey()
      if (!here.current) return
      setErrors(fieldsOf(cause.problem, values))
      setProblem(cause)
      setFailures((n) => n + 1)
    } finally {
      if (here.current) setBusy(false)
    }
  }

  const dropDraft = () => {
    if (place) keepAt(place, null)
    setValues(start)
    setErrors({})
    unsent.current = false
    setDirty(false)
    setRestored(false)
  }

  return {
    values,
    errors,
    problem,
    busy,
    dirty,
    restored,
    failures,
    secret: !place,
    unsent: () => unsent.current,
    set,
    submit,
    dropDraft,
  }
}

function fieldsOf(problem: Problem, values: FormValues): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(Object.entries(problem.fields ?? {}).filter(([field]) => field in values))
}

/** Forgets every draft kept in this browser: who signs out leaves nothing for the next person. */
export function dropDrafts(): void {
  try {
    for (const place of Object.keys(localStorage)) if (place.startsWith('zhizhou.draft.')) localStorage.removeItem(place)
  } catch {
    // Nothing is kept here.
  }
}
