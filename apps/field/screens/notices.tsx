import { newerApp } from '../newer.ts'
import { useField } from '../state.ts'
import { daysOld } from './bar.tsx'

/** What the officer must know before he relies on the phone, each in a sentence. */
export function Notices() {
  const { trouble, newer, list, fetching, clockDoubtful, online } = useField()
  const old = list ? daysOld(list.madeAt) : 0
  return (
    <div className="notices">
      {newer ? (
        <p className="notice plain">
          现场端有新版本，未上传的记录会保留。
          <button type="button" className="link" onClick={newerApp}>
            立即更新
          </button>
        </p>
      ) : null}
      {fetching ? (
        <div className="notice plain" role="status">
          正在获取台账：{fetching.what}
          <progress max={1} value={fetching.share} aria-label="获取进度" />
        </div>
      ) : null}
      {trouble ? (
        <p className="notice attention" role="alert">
          {trouble}
        </p>
      ) : null}
      {!window.isSecureContext ? (
        <p className="notice attention">当前网址不是 HTTPS，手机不能保存台账，离线后无法使用。请用 https:// 开头的网址打开。</p>
      ) : null}
      {list && old >= 3 && !online ? (
        <p className="notice attention">本机台账是{old}天前的，核验结果可能与最新情况不一致，请尽快联网更新。</p>
      ) : null}
      {clockDoubtful && list ? (
        <p className="notice attention">手机时间可能不准，记录会注明“时间存疑”。请在手机设置中打开自动校时。</p>
      ) : null}
    </div>
  )
}
