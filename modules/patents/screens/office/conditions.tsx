import { Button } from 'antd'
import { useCounties } from '#card/regions'
import type { SearchFilter } from '../../contract.ts'
import { conditionText } from './condition.ts'
import { conditionsOf } from './filter.ts'
import { useSay } from './say.ts'

/** The conditions in force, each to be taken away by itself. */
export function Conditions({ filter, onChange }: { filter: SearchFilter; onChange: (filter: SearchFilter) => void }) {
  const say = useSay()
  const { nameOf } = useCounties()
  const conditions = conditionsOf(filter)
  if (!conditions.length) return null
  return (
    <div className="conditions">
      {conditions.map(({ key, drop }) => {
        const text = conditionText(say, nameOf, filter, key)
        const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => !drop.some((gone) => gone === name)))
        return (
          <button
            key={key}
            type="button"
            className="condition"
            aria-label={say('search.drop', { condition: text })}
            onClick={() => onChange(rest)}
          >
            {text}
            <span aria-hidden="true">✕</span>
          </button>
        )
      })}
      <Button type="link" size="small" onClick={() => onChange({})}>
        {say('search.clear')}
      </Button>
    </div>
  )
}
