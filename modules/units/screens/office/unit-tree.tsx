import type { Unit } from '../../contract.ts'
import { useSay } from './wire.ts'

/** The units under one another, as nested lists of buttons. */
export function UnitTree({
  units,
  chosen,
  onChoose,
}: {
  units: readonly Unit[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const say = useSay()
  const known = new Set(units.map((unit) => unit.id))
  const roots = units.filter((unit) => unit.parent === null || !known.has(unit.parent))
  return (
    <nav aria-label={say('units.tree')} className="unit-tree">
      <Branch units={units} branch={roots} chosen={chosen} onChoose={onChoose} />
    </nav>
  )
}

function Branch({
  units,
  branch,
  chosen,
  onChoose,
}: {
  units: readonly Unit[]
  branch: readonly Unit[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const say = useSay()
  return (
    <ul>
      {branch.map((unit) => {
        const under = units.filter((one) => one.parent === unit.id)
        return (
          <li key={unit.id}>
            <button type="button" aria-current={unit.id === chosen ? 'true' : undefined} onClick={() => onChoose(unit.id)}>
              {unit.name}
              {unit.closedOn ? (
                <span className="faint">
                  （{say('unit.closed')} {unit.closedOn}）
                </span>
              ) : null}
            </button>
            {under.length ? <Branch units={units} branch={under} chosen={chosen} onChoose={onChoose} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
