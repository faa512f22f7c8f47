import { useParams } from '@tanstack/react-router'
import { Answer, momentText, Page, sizeText } from '#ui'
import type { ImportState } from '../../contract.ts'
import { ImportChecked } from './import-checked.tsx'
import { ImportMoving } from './import-moving.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportSteps } from './import-steps.tsx'
import { ImportStateWord } from './imports.tsx'
import { useSay } from './say.ts'
import { useImport } from './use-import.ts'
import './import.css'

const stepOf: Record<ImportState, 1 | 2 | 3> = {
  checking: 1,
  checked: 1,
  dropped: 1,
  reading: 2,
  finished: 3,
  failed: 3,
  undoing: 3,
  undone: 3,
}

/** One import from its dry run to its result. */
export default function ImportPage() {
  const say = useSay()
  const { id } = useParams({ strict: false }) as { id: string }
  const { answer, changed } = useImport(id)
  return (
    <Answer to={answer}>
      {(one) => (
        <Page
          title={one.fileName}
          className="page-narrow"
          under={
            <p className="import-facts">
              <ImportStateWord state={one.state} />
              <span>{one.formatLabel}</span>
              <span>{sizeText(one.fileSize)}</span>
              <span className="faint">{say('import.facts.by', { by: one.startedBy ?? '', at: momentText(one.startedAt) })}</span>
            </p>
          }
        >
          <ImportSteps at={stepOf[one.state]} />
          {one.state === 'checking' || one.state === 'reading' || one.state === 'undoing' ? (
            <ImportMoving one={one} />
          ) : one.state === 'checked' ? (
            <ImportChecked one={one} onChanged={changed} onLatest={() => void answer.refetch()} />
          ) : (
            <ImportResult one={one} onChanged={changed} onLatest={() => void answer.refetch()} />
          )}
        </Page>
      )}
    </Answer>
  )
}
