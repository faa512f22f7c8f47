import { SidePanel } from '#ui'
import type { Unit } from '../../contract.ts'
import { AddForm } from './add-form.tsx'
import { CloseForm } from './close-form.tsx'
import { RenameForm } from './rename-form.tsx'
import { SeriesForm } from './series-form.tsx'
import { useSay } from './wire.ts'

export type UnitDeed =
  | { readonly kind: 'add'; readonly unit: Unit | null }
  | { readonly kind: 'rename' | 'close' | 'series' | 'add'; readonly unit: Unit }

export interface UnitFormProps {
  readonly unit: Unit
  readonly done: (unit: Unit) => void
  readonly onLatest: () => void
}

/** The form of one deed on a unit, beside the tree. */
export function UnitPanel({
  deed,
  onClose,
  onChanged,
  onLatest,
}: {
  deed: UnitDeed | null
  onClose: () => void
  onChanged: (unit: Unit) => void
  onLatest: () => void
}) {
  const say = useSay()
  const title = !deed ? '' : deed.unit ? say(`${deed.kind}.title`, { name: deed.unit.name }) : say('add.first')
  const forms = { done: onChanged, onLatest }
  return (
    <SidePanel title={title} open={deed !== null} onClose={onClose}>
      {deed === null ? null : deed.unit === null || deed.kind === 'add' ? (
        <AddForm parent={deed.unit} {...forms} />
      ) : deed.kind === 'rename' ? (
        <RenameForm unit={deed.unit} {...forms} />
      ) : deed.kind === 'close' ? (
        <CloseForm unit={deed.unit} {...forms} />
      ) : (
        <SeriesForm unit={deed.unit} {...forms} />
      )}
    </SidePanel>
  )
}
