import { Tag } from 'antd'
import type { Status } from '../../contract.ts'
import { useSay } from './say.ts'

const colours: Partial<Record<Status, 'success' | 'warning' | 'processing'>> = {
  'in-force': 'success',
  'in-grace': 'warning',
  pending: 'processing',
}

/** The legal status as word and colour; what has ended stands in plain grey. */
export function StatusWord({ status }: { status: Status }) {
  const say = useSay()
  return <Tag color={colours[status]}>{say(`status.${status}`)}</Tag>
}
