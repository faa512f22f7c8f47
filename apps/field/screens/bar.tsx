import { useField } from '../state.ts'

/** A copy older than this is told as old. */
const oldAfterDays = 3

/** Days since the copy was made. */
export function daysOld(madeAt: string, now = Date.now()): number {
  return Math.floor((now - Date.parse(madeAt)) / 86_400_000)
}

/** The bar that always says: 在线/离线, 未上传 n 条, 台账截至…. */
export function Bar() {
  const { online, session, person, waiting, refused, list, uploading } = useField()
  const old = list ? daysOld(list.madeAt) : 0
  return (
    <header className="bar">
      <span className={online ? 'bar-online' : 'bar-offline'}>
        <span aria-hidden="true">{online ? '●' : '○'}</span> {online ? '在线' : '离线'}
      </span>
      <a href="#/queue" className={refused > 0 ? 'bar-refused' : ''}>
        {uploading ? '正在上传' : `未上传 ${waiting} 条`}
        {refused > 0 ? `，退回 ${refused} 条` : ''}
      </a>
      <span className={old >= oldAfterDays ? 'bar-old' : ''}>
        {list ? `台账截至 ${list.asOf}` : '本机无台账'}
        {list && old >= oldAfterDays ? `（已${old}天）` : ''}
      </span>
      {person && session === 'ended' ? (
        <a href="#/sign-in" className="bar-ended">
          登录已失效，点此登录后上传
        </a>
      ) : null}
    </header>
  )
}
