import { Button } from 'antd'
import { TrailOf } from '#card/audit'
import { useMay } from '#card/identity'
import { BoxedTable, Facts, Notice, Section } from '#ui'
import type { Unit } from '../../contract.ts'
import type { UnitDeed } from './unit-panel.tsx'
import { useSay } from './wire.ts'

/** One unit: what it is called and was called, where it is competent, and how its papers are numbered. */
export function UnitSheet({
  unit,
  told,
  today,
  onDeed,
}: {
  unit: Unit
  told: boolean
  today: string
  onDeed: (kind: UnitDeed['kind']) => void
}) {
  const say = useSay()
  const may = {
    add: useMay('units.add'),
    rename: useMay('units.rename'),
    series: useMay('units.set-series'),
    close: useMay('units.close'),
  }
  const closed = unit.closedOn !== null && unit.closedOn < today
  return (
    <section className="unit-sheet" aria-label={unit.name}>
      <div className="section-head">
        <h2>{unit.name}</h2>
        {closed ? null : (
          <div className="section-acts">
            {may.add ? <Button onClick={() => onDeed('add')}>{say('add.do')}</Button> : null}
            {may.rename ? <Button onClick={() => onDeed('rename')}>{say('rename.do')}</Button> : null}
            {may.series ? <Button onClick={() => onDeed('series')}>{say('series.do')}</Button> : null}
            {may.close ? (
              <Button danger onClick={() => onDeed('close')}>
                {say('close.do')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
      {told ? <Notice tone="good">{say('done')}</Notice> : null}
      <Facts
        rows={[
          [say('unit.kind'), say(`kind.${unit.kind}`)],
          [say('unit.place'), unit.placeName],
          [say('unit.seal'), unit.sealName],
          [say('unit.opened'), unit.openedOn],
          ...(unit.closedOn ? ([[say('unit.closed'), unit.closedOn]] as const) : []),
        ]}
      />
      <Section title={say('unit.names')}>
        <BoxedTable label={say('unit.names')}>
          <thead>
            <tr>
              <th scope="col">{say('unit.name')}</th>
              <th scope="col">{say('unit.seal')}</th>
              <th scope="col">{say('unit.from')}</th>
              <th scope="col">{say('unit.to')}</th>
              <th scope="col">{say('unit.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {unit.names.map((name) => (
              <tr key={name.from}>
                <td>{name.name}</td>
                <td>{name.sealName}</td>
                <td className="whole">{name.from}</td>
                <td className="whole">{name.to ?? say('unit.now')}</td>
                <td>{name.basis ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </BoxedTable>
      </Section>
      <Section title={say('unit.series')}>
        {unit.series.length ? (
          <BoxedTable label={say('unit.series')}>
            <thead>
              <tr>
                <th scope="col">{say('unit.series.paper')}</th>
                <th scope="col">{say('unit.series.prefix')}</th>
                <th scope="col">{say('unit.series.example')}</th>
                <th scope="col">{say('unit.from')}</th>
                <th scope="col">{say('unit.to')}</th>
              </tr>
            </thead>
            <tbody>
              {unit.series.map((series) => (
                <tr key={series.id}>
                  <td>{series.paper}</td>
                  <td>{series.prefix}</td>
                  <td>{series.example}</td>
                  <td className="whole">{series.from}</td>
                  <td className="whole">{series.to ?? say('unit.now')}</td>
                </tr>
              ))}
            </tbody>
          </BoxedTable>
        ) : (
          <p className="faint">{say('unit.series.none')}</p>
        )}
      </Section>
      <Section title={say('unit.trail')}>
        <TrailOf key={unit.id} subject={`unit:${unit.id}`} />
      </Section>
    </section>
  )
}
