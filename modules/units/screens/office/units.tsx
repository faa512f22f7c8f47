import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMay, useSession } from '#card/identity'
import { Answer, Empty, isDay, Page } from '#ui'
import type { Unit } from '../../contract.ts'
import { type UnitDeed, UnitPanel } from './unit-panel.tsx'
import { UnitSheet } from './unit-sheet.tsx'
import { UnitTree } from './unit-tree.tsx'
import { ask, useSay } from './wire.ts'
import './units.css'

/** 机构: the tree as it was on a day, and the chosen unit beside it. */
export default function Units() {
  const say = useSay()
  const search = useSearch({ strict: false }) as { on?: string; closed?: string; unit?: string }
  const navigate = useNavigate()
  const questions = useQueryClient()
  const { today } = useSession()
  const mayAdd = useMay('units.add')
  const [deed, setDeed] = useState<UnitDeed | null>(null)
  const [told, setTold] = useState(false)
  const { on, closed } = search
  const units = useQuery({
    queryKey: ['units', 'tree', on, closed],
    queryFn: () => ask('GET /api/units', { query: { ...(on ? { on } : {}), ...(closed ? { closed: 'true' as const } : {}) } }),
  })
  const go = (changes: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/units', search: { ...search, ...changes } as never })
  const changed = (unit: Unit) => {
    setDeed(null)
    setTold(true)
    void questions.invalidateQueries({ queryKey: ['units'] })
    void questions.invalidateQueries({ queryKey: ['audit'] })
    go({ unit: unit.id })
  }
  return (
    <Page
      title={say('units.title')}
      acts={
        <>
          <DayChooser key={on ?? ''} on={on ?? ''} onChoose={(day) => go({ on: day || undefined })} />
          <Checkbox checked={closed === 'true'} onChange={(event) => go({ closed: event.target.checked ? 'true' : undefined })}>
            {say('units.closed')}
          </Checkbox>
        </>
      }
    >
      <Answer to={units}>
        {(answer) => {
          const chosen = answer.units.find((unit) => unit.id === search.unit) ?? answer.units[0]
          return answer.units.length ? (
            <div className="units-body">
              <section>
                <p className="faint">{say('units.on.now', { day: answer.on })}</p>
                <UnitTree
                  units={answer.units}
                  chosen={chosen?.id}
                  onChoose={(id) => {
                    setTold(false)
                    go({ unit: id })
                  }}
                />
              </section>
              {chosen ? (
                <UnitSheet unit={chosen} told={told} today={today} onDeed={(kind) => setDeed({ kind, unit: chosen })} />
              ) : null}
            </div>
          ) : (
            <Empty
              title={say('units.none')}
              acts={mayAdd ? <Button onClick={() => setDeed({ kind: 'add', unit: null })}>{say('add.first')}</Button> : null}
            >
              {say('units.none.text')}
            </Empty>
          )
        }}
      </Answer>
      <UnitPanel deed={deed} onClose={() => setDeed(null)} onChanged={changed} onLatest={() => void units.refetch()} />
    </Page>
  )
}

function DayChooser({ on, onChoose }: { on: string; onChoose: (day: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState(on)
  const [wrong, setWrong] = useState(false)
  const choose = (event: FormEvent) => {
    event.preventDefault()
    const fits = typed === '' || isDay(typed)
    setWrong(!fits)
    if (fits) onChoose(typed)
  }
  return (
    <form className="day-chooser" onSubmit={choose}>
      <Input
        aria-label={say('units.on')}
        aria-invalid={wrong}
        status={wrong ? 'error' : ''}
        placeholder="2026-11-22"
        maxLength={10}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button htmlType="submit">{say('units.on.do')}</Button>
      {wrong ? (
        <span className="red" role="alert">
          {say('units.on.wrong')}
        </span>
      ) : null}
    </form>
  )
}
