import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Answer, AskOnce, momentText, Section } from '#ui'
import type { AnnuityNote, AnnuityPage, PatentRecord } from '../../contract.ts'
import { AnnuityRows } from './annuity-rows.tsx'
import { NotePanel } from './note-panel.tsx'
import { useSay } from './say.ts'
import { ask } from './wire.ts'

const askedFor = (id: string) => ['patents', 'annuities', id]

/** The annuities of a patent; the page and the printed form ask for them once. */
export const useAnnuities = (id: string) =>
  useQuery({ queryKey: askedFor(id), queryFn: () => ask('GET /api/patents/:number/annuities', { params: { number: id } }) })

/** 年费与期限: the term, what is to be paid next, every year's annuity, and what is noted about them. */
export function Annuities({
  patent,
  noting,
  onNote,
  onClose,
}: {
  patent: PatentRecord
  /** Whether the panel for a note stands open. */
  noting: boolean
  onNote: () => void
  onClose: () => void
}) {
  const say = useSay()
  const questions = useQueryClient()
  const page = useAnnuities(patent.id)
  const changed = (next: AnnuityPage) => {
    questions.setQueryData(askedFor(patent.id), next)
    // The status may be another one now.
    void questions.invalidateQueries({ queryKey: ['patents', 'record'] })
    void questions.invalidateQueries({ queryKey: ['audit'] })
  }
  return (
    <Section
      title={say('annuity.title')}
      acts={page.data?.may.allowed ? <Button onClick={onNote}>{say('annuity.note')}</Button> : null}
    >
      <Answer to={page}>
        {(shown) => (
          <div className="annuities">
            {shown.why === null ? null : <p className="faint">{shown.why}</p>}
            {shown.term === null ? null : <p>{shown.term}</p>}
            {shown.next === null ? null : <p>{shown.next}</p>}
            {shown.rows.length === 0 ? null : <AnnuityRows page={shown} />}
            <NoteList page={shown} onChanged={changed} />
            {shown.may.why === null ? null : <p className="faint">{shown.may.why}</p>}
            <NotePanel patent={patent} page={shown} open={noting} onClose={onClose} onChanged={changed} />
          </div>
        )}
      </Answer>
    </Section>
  )
}

/** Payments, reductions, open licences and restorations, each with who says so. */
function NoteList({ page, onChanged }: { page: AnnuityPage; onChanged: (page: AnnuityPage) => void }) {
  const say = useSay()
  if (page.notes.length === 0) return <p className="faint">{say('annuity.notes.none')}</p>
  return (
    <ul className="annuity-notes" aria-label={say('annuity.notes')}>
      {page.notes.map((one) => (
        <li key={`${one.kind} ${one.source.id} ${one.line}`}>
          <div>
            <strong>{say(`annuity.kind.${one.kind}`)}</strong>　{one.line}
            <div className="faint annuity-origin">
              {origin(say, one).map((part) => (
                <span key={part}>{part}</span>
              ))}
            </div>
          </div>
          {one.note && page.may.allowed ? (
            <AskOnce
              small
              button={say('annuity.undo')}
              title={say('annuity.undo.title', { line: one.line })}
              verb={say('annuity.undo')}
              send={(reason, key) =>
                ask('POST /api/patents/:number/notes/undo', {
                  params: { number: page.id },
                  body: { note: one.note!.id, reason },
                  key,
                })
              }
              done={onChanged}
            >
              <p>{say('annuity.undo.text')}</p>
            </AskOnce>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function origin(say: ReturnType<typeof useSay>, { note, source }: AnnuityNote): string[] {
  if (note) return [say('annuity.note.by', { by: note.by, at: momentText(note.at), reason: note.reason })]
  return [source.label, source.file, source.day].filter((part) => part !== null)
}
