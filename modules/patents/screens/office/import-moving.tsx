import { numberText, ProgressBar } from '#ui'
import type { Import } from '../../contract.ts'
import { useSay } from './say.ts'

/** An import on its way; the page may be left. */
export function ImportMoving({ one }: { one: Import }) {
  const say = useSay()
  const rows = numberText(one.rowsDone)
  const label =
    one.state === 'checking'
      ? say('import.checking', { name: one.fileName, rows })
      : one.state === 'undoing'
        ? say('import.undoing', { rows })
        : one.rowsTotal === null
          ? say('import.reading', { rows })
          : say('import.reading.of', { rows, total: numberText(one.rowsTotal) })
  return (
    <>
      <ProgressBar label={label} done={one.rowsDone} whole={one.rowsTotal} />
      <p className="faint">{say('import.leave')}</p>
    </>
  )
}
