import type { ReactNode } from 'react'
import { highlight } from '#kernel/words'

/** The text with the terms marked. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] | undefined }): ReactNode {
  if (!terms?.length) return text
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of highlight(text, terms)) {
    if (from > at) parts.push(text.slice(at, from))
    parts.push(<mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  parts.push(text.slice(at))
  return parts
}
