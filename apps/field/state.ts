import { useSyncExternalStore } from 'react'
import type { KeptList, KeptPerson, KeptRecords } from './kept.ts'

/** What the bar and every screen show; one object, replaced when something changes. */
export interface FieldState {
  /** Null while the phone's own data are being read. */
  readonly person: KeptPerson | null | undefined
  /** Whether the office knows the session; null while nobody asked it, as without a signal. */
  readonly session: 'open' | 'ended' | null
  readonly online: boolean
  readonly waiting: number
  readonly refused: number
  readonly list: Pick<KeptList, 'asOf' | 'madeAt' | 'version'> | null
  /** Whether the days of the ends are there too. */
  readonly withEnds: boolean
  readonly records: KeptRecords | null
  /** What is being fetched, from 0 to 1; null where nothing is. */
  readonly fetching: { readonly what: string; readonly share: number } | null
  /** What went wrong with the copy or the storage, in a sentence. */
  readonly trouble: string | null
  readonly uploading: boolean
  /** Whether a newer app waits to be used. */
  readonly newer: boolean
  readonly today: string
  readonly clockDoubtful: boolean
}

let present: FieldState = {
  person: undefined,
  session: null,
  online: navigator.onLine,
  waiting: 0,
  refused: 0,
  list: null,
  withEnds: false,
  records: null,
  fetching: null,
  trouble: null,
  uploading: false,
  newer: false,
  today: '',
  clockDoubtful: false,
}
const listeners = new Set<() => void>()

export const fieldState = (): FieldState => present

export function setState(changes: Partial<FieldState>): void {
  present = { ...present, ...changes }
  for (const listener of listeners) listener()
}

/** A network that does not lead to the office is none: the bar says 离线 until the office answers again. */
export function noteReach(problem: { readonly code: string } | null): void {
  const online = navigator.onLine && problem?.code !== 'unreachable'
  if (online !== present.online) setState({ online })
}

export function useField(): FieldState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, fieldState)
}
