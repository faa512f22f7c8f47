import { type FormEvent, useState } from 'react'
import { ProblemError } from '#ui'
import { meetOffice } from '../run.ts'
import { signIn } from '../session.ts'
import { useField } from '../state.ts'
import { Notices } from './notices.tsx'

/** The door: an account of the office. It needs a network once; after that the phone may be without. */
export function SignIn() {
  const { person, online, waiting } = useField()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setTrouble(null)
    try {
      await signIn(String(form.get('account')), String(form.get('password')))
      location.hash = '#/'
      void meetOffice(true)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setTrouble(error.problem.sentence)
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="door">
      <h1>知州现场端</h1>
      <p className="small">{person?.officeName ?? '专利标识现场核验'}</p>
      <Notices />
      {online ? null : <p className="notice attention">当前没有网络。首次使用须联网登录一次，以后没有网络也能核验和记录。</p>}
      {waiting > 0 ? <p className="notice plain">本机有 {waiting} 条未上传的记录，登录后自动上传。</p> : null}
      <form onSubmit={(event) => void enter(event)}>
        <label className="entry">
          <span>账号</span>
          <input name="account" autoComplete="username" autoCapitalize="none" required />
        </label>
        <label className="entry">
          <span>密码</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {trouble ? (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        ) : null}
        <button type="submit" className="main-button" disabled={busy}>
          {busy ? '正在登录…' : '登录'}
        </button>
      </form>
      {person && person.may.length > 0 ? (
        <a className="side-button" href="#/">
          暂不登录，继续离线使用
        </a>
      ) : null}
      <p className="small">本系统为非涉密系统，严禁录入、上传涉密信息。</p>
    </main>
  )
}
