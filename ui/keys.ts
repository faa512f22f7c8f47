import { useEffect, useRef } from 'react'

/** Whether what has the focus takes letters itself. */
function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/**
 * Does `deed` when the key is pressed outside a field and no dialog stands open. Keys with Ctrl, Alt or Meta are the
 * browser's own.
 */
export function useKey(key: string, deed: (event: KeyboardEvent) => void, when = true): void {
  const latest = useRef(deed)
  useEffect(() => {
    latest.current = deed
  })
  useEffect(() => {
    if (!when) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      if (writing(event.target) || document.querySelector('[aria-modal="true"]')) return
      latest.current(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key, when])
}
