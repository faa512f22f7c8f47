import { useSyncExternalStore } from 'react'

/** What a person sets for this browser: the language and the large-text mode (长辈版). */
export interface Preferences {
  readonly language: 'zh' | 'en'
  readonly elder: boolean
}

const place = 'zhizhou.preferences'
let present: Preferences = kept()
const listeners = new Set<() => void>()

function kept(): Preferences {
  try {
    const read = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>
    return { language: read.language === 'en' ? 'en' : 'zh', elder: read.elder === true }
  } catch {
    return { language: 'zh', elder: false }
  }
}

export function setPreferences(changes: Partial<Preferences>): void {
  present = { ...present, ...changes }
  try {
    localStorage.setItem(place, JSON.stringify(present))
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  for (const listener of listeners) listener()
}

export function preferences(): Preferences {
  return present
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, preferences)
}
