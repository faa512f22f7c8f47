import { dayInWords } from '#ui'
import type { PatentRecord } from '../../contract.ts'
import { rightName, useSay } from './say.ts'
import { StatusWord } from './status-word.tsx'

/** Number, right and status of a patent, the status as word, colour and sentence. */
export function RecordHead({ patent }: { patent: PatentRecord }) {
  const say = useSay()
  return (
    <div className="record-head no-print">
      <p className="record-numbers">
        <StatusWord status={patent.status} />
        <span>{rightName(say, patent.right)}</span>
        {patent.applicationNumber ? (
          <span>
            {say('record.application')} <strong className="code">{patent.applicationNumber}</strong>
          </span>
        ) : null}
        {patent.publicationNumber ? (
          <span>
            {say('record.publication')} <strong className="code">{patent.publicationNumber}</strong>
          </span>
        ) : null}
      </p>
      <p>{patent.statusSentence}</p>
      {patent.statusNextOn ? <p className="faint">{say('record.next', { day: dayInWords(patent.statusNextOn) })}</p> : null}
    </div>
  )
}
