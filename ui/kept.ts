import { useCallback, useState } from 'react'

/** A choice kept in this browser (columns shown, drafts); a browser that keeps nothing forgets it with the page. */
export function useKept<T>(place: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => keptAt<T>(place) ?? first)
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      keepAt(place, next)
    },
    [place],
  )
  return [value, keep]
}

export function keptAt<T>(place: string): T | null {
  try {
    const text = localStorage.getItem(`zhizhou.${place}`)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

export function keepAt(place: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`zhizhou.${place}`)
    else localStorage.setItem(`zhizhou.${place}`, JSON.stringify(value))
  } catch {
    // The choice then lasts as long as the page.
  }
}
