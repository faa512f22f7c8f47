import { useEffect, useState } from 'react'
import { momentText, setPreferences, sizeText, usePreferences } from '#ui'
import { meetOffice } from '../run.ts'
import { signOut } from '../session.ts'
import { useField } from '../state.ts'

/** 我的: what this phone carries, large text, and signing out, which wipes it. */
export function Me() {
  const { person, list, withEnds, records, waiting, refused, online, fetching } = useField()
  const { elder } = usePreferences()
  const [asked, setAsked] = useState(false)
  const [used, setUsed] = useState<number | null>(null)
  useEffect(() => {
    void navigator.storage?.estimate?.().then(({ usage }) => setUsed(usage ?? null))
  }, [])
  const unsent = waiting + refused
  return (
    <>
      <dl className="facts">
        <div>
          <dt>姓名</dt>
          <dd>{person?.name}</dd>
        </div>
        <div>
          <dt>单位</dt>
          <dd>{person?.unit}</dd>
        </div>
        <div>
          <dt>台账截至</dt>
          <dd>{list ? `${list.asOf}（${momentText(list.madeAt)}生成）` : '本机没有台账'}</dd>
        </div>
        <div>
          <dt>本州专利</dt>
          <dd>{records ? `${records.count.toLocaleString('zh-CN')} 件，含名称、权利人、状态` : '尚未获取完整'}</dd>
        </div>
        <div>
          <dt>终止日期</dt>
          <dd>{withEnds ? '已获取' : '未获取，已终止的专利只能答复“暂不认定，需核实”'}</dd>
        </div>
        <div>
          <dt>占用空间</dt>
          <dd>{used === null ? '未知' : sizeText(used)}</dd>
        </div>
      </dl>
      <button
        type="button"
        className="side-button"
        disabled={!navigator.onLine || fetching !== null}
        onClick={() => void meetOffice(true)}
      >
        {online ? '更新台账' : navigator.onLine ? '连接不上系统，点此重试' : '离线，联网后可更新台账'}
      </button>
      <button type="button" className="side-button" aria-pressed={elder} onClick={() => setPreferences({ elder: !elder })}>
        {elder ? '恢复标准字号' : '长辈版（大字）'}
      </button>
      {asked ? (
        <section className="notice attention" role="alertdialog" aria-label="退出并清除">
          <p>
            退出后，本机的台账、记录和照片全部清除。
            {unsent > 0 ? `其中 ${unsent} 条记录还没有上传，清除后无法找回。` : ''}
          </p>
          <button type="button" className="main-button danger" onClick={() => void signOut()}>
            退出并清除本机数据
          </button>
          <button type="button" className="side-button" onClick={() => setAsked(false)}>
            不退出
          </button>
        </section>
      ) : (
        <button type="button" className="side-button" onClick={() => setAsked(true)}>
          退出登录
        </button>
      )}
      <p className="small">
        手机丢失的，请立即告知系统管理员停用账号、结束登录。本机只存公开的专利登记事项和您本人的记录；超过14天不联网，台账自动清除。
      </p>
    </>
  )
}
