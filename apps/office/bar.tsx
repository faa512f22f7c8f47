import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { sessionQuestion, useSession } from '#card/identity'
import type { IdentityRoutes } from '#contract/identity'
import { bearToken, dropDrafts, openWire, useKey, useWords } from '#ui'
import { Switches } from './switches.tsx'
import type { OfficeWords } from './zh.ts'

const ask = openWire<IdentityRoutes>()

/** The bar: the product, one search for everything, and what is the reader's own. */
export function Bar({ menu, onMenu }: { menu: boolean; onMenu: () => void }) {
  const say = useWords<OfficeWords>('office')
  const session = useSession()
  const navigate = useNavigate()
  const questions = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  useKey('/', (event) => {
    event.preventDefault()
    const own = document.querySelector<HTMLInputElement>('main input[type="search"]')
    ;(own ?? field.current)?.focus()
  })
  const search = (event: FormEvent) => {
    event.preventDefault()
    const query = field.current?.value.trim() ?? ''
    void navigate({ to: '/patents', search: { query } as never })
    if (field.current) field.current.value = ''
  }
  const signOut = async () => {
    await ask('DELETE /api/identity/session').catch(() => null)
    dropDrafts()
    bearToken('')
    questions.removeQueries({ queryKey: sessionQuestion.queryKey })
    await navigate({ to: '/sign-in' })
    questions.clear()
  }
  return (
    <header className="bar">
      <button type="button" className="bar-menu" aria-expanded={menu} aria-controls="menu" onClick={onMenu}>
        {say('bar.menu')}
      </button>
      <Link to="/" className="bar-product" title={session.officeName}>
        {session.productName}
      </Link>
      {/* biome-ignore lint/a11y/useSemanticElements: Chromium 88 does not know <search> */}
      <form className="bar-search" role="search" onSubmit={search}>
        <input ref={field} type="search" aria-label={say('bar.search')} placeholder={`${say('bar.search')}　/`} maxLength={400} />
      </form>
      <div className="bar-end">
        <Link to="/" className="bar-wide">
          {say('bar.tasks')}
        </Link>
        <Link to="/help" className="bar-wide">
          {say('bar.help')}
        </Link>
        <Switches />
        <Link to="/me">{session.user.name}</Link>
        <button type="button" onClick={() => void signOut()}>
          {say('bar.out')}
        </button>
      </div>
    </header>
  )
}
