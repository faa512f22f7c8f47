import { Tag } from 'antd'
import type { ClassCode } from '../../contract.ts'
import { useSay } from './say.ts'

const schemes = { ipc: 'IPC', locarno: '洛迦诺', cpc: 'CPC' } as const

/** The classes with their titles from the section down, as far as titles are known; else the codes stand alone. */
export function ClassList({ classes }: { classes: readonly ClassCode[] }) {
  const say = useSay()
  if (!classes.length) return <p className="faint">{say('record.class.none')}</p>
  return (
    <ul className="classes">
      {classes.map((one) => (
        <li key={`${one.scheme} ${one.code}`}>
          <p>
            <span className="faint">{schemes[one.scheme]}</span> <strong className="code">{one.code}</strong>{' '}
            {one.main ? <Tag color="processing">{say('record.main')}</Tag> : null}
          </p>
          {one.titles.length ? (
            <p className="class-titles">
              {one.titles.map((title) => (
                <span key={title.code}>
                  <span className="faint">{title.code}</span> {title.title}
                </span>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
