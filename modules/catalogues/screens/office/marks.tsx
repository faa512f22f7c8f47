import { Tag } from 'antd'
import type { ChangeState, EntryLine } from '../../contract.ts'
import { useSay } from './wire.ts'

/** 未经核实, where it is so. */
export function CertaintyMark({ of }: { of: Pick<EntryLine, 'certainty'> }) {
  const say = useSay()
  return of.certainty === 'unverified' ? <Tag color="warning">{say('unverified')}</Tag> : null
}

const colours: Partial<Record<ChangeState, 'success' | 'warning' | 'error'>> = {
  pending: 'warning',
  'in-force': 'success',
  returned: 'error',
}

export function StateMark({ state, label }: { state: ChangeState; label: string }) {
  return <Tag color={colours[state]}>{label}</Tag>
}

/** 2025-02-01 起 / 至 2026-12-31, as words. */
export function useSpan() {
  const say = useSay()
  return ({ validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null }): string => {
    if (validFrom === null && validTo === null) return say('span.always')
    if (validTo === null) return say('span.from', { from: validFrom ?? '' })
    if (validFrom === null) return say('span.to', { to: validTo ?? '' })
    return say('span.both', { from: validFrom, to: validTo })
  }
}
