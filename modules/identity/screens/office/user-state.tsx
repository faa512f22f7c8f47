import { Tag } from 'antd'
import type { UserState } from '../../contract.ts'
import { useSay } from './wire.ts'

const colours: Partial<Record<UserState, 'success' | 'warning'>> = { active: 'success', locked: 'warning' }

export function UserStateWord({ state }: { state: UserState }) {
  const say = useSay()
  return <Tag color={colours[state]}>{say(`state.${state}`)}</Tag>
}
