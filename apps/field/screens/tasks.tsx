import { dayInWords } from '#ui'
import { useField } from '../state.ts'

/** 今日任务: none can be given yet, so it says what can be done. */
export function Tasks() {
  const { person, today, records, waiting } = useField()
  return (
    <>
      <p className="greeting">
        {person?.name}，{today ? dayInWords(today) : ''}
      </p>
      <section className="empty">
        <p>今天没有下达给您的检查任务。</p>
        <p>日常巡查、投诉举报现场发现专利标识的，可以直接核验，结果作为线索记录。</p>
      </section>
      <a className="main-button large" href="#/check">
        核验标识
      </a>
      {waiting > 0 ? <p className="small">有 {waiting} 条记录等待上传，联网后自动上传，无须重复填写。</p> : null}
      {records ? <p className="small">本机已存本州专利 {records.count.toLocaleString('zh-CN')} 件，没有网络也能核验。</p> : null}
    </>
  )
}
