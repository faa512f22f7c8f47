import { useEffect, useState } from 'react'
import { momentText } from '#ui'
import type { Queued } from '../kept.ts'
import { changeQueued, readQueue } from '../queue/queue.ts'
import { meetOffice } from '../run.ts'
import { useField } from '../state.ts'

const states: Readonly<Record<Queued['state'], string>> = {
  waiting: '等待上传',
  refused: '被退回',
  settled: '已处理',
  sent: '已上传',
}

/** 我的记录: what waits, what the office sent back and why, what it has. Nothing that it refused disappears by itself. */
export function QueueList() {
  const { waiting, refused, uploading, online, person } = useField()
  const [rows, setRows] = useState<readonly Queued[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts tell that the queue is another.
  useEffect(() => {
    void readQueue().then(setRows)
  }, [waiting, refused, uploading])
  if (rows === null) return null
  const own = rows.filter((row) => row.by === person?.id)
  const others = rows.filter((row) => row.by !== person?.id && row.state === 'waiting').length
  return (
    <>
      {waiting > 0 ? (
        <button type="button" className="side-button" disabled={!online || uploading} onClick={() => void meetOffice()}>
          {uploading ? '正在上传…' : online ? '立即上传' : '离线，联网后自动上传'}
        </button>
      ) : null}
      {others > 0 ? <p className="notice plain">本机另有其他人员未上传的记录 {others} 条，须由本人登录后上传。</p> : null}
      {own.length === 0 ? (
        <section className="empty">
          <p>还没有记录。核验标识后点“记录”，这里会显示上传情况。</p>
        </section>
      ) : (
        <ul className="records">
          {own.map((row) => (
            <li key={row.key} className={row.state}>
              <p className="record-head">
                <strong>{row.title}</strong>
                <span className={`state ${row.state}`}>{states[row.state]}</span>
              </p>
              <p>{row.line}</p>
              <p className="small">
                {momentText(row.madeAt)}
                {row.photos.length > 0 ? ` · 照片 ${row.photos.length} 张` : ''}
                {row.clockDoubtful ? ' · 时间存疑' : ''}
              </p>
              {row.sentence ? <p className="refusal">退回原因：{row.sentence}</p> : null}
              {row.state === 'refused' ? (
                <button type="button" className="side-button" onClick={() => void changeQueued(row.key, { state: 'settled' })}>
                  已在办公端处理
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
