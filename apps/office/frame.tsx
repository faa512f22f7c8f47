import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '#card/identity'
import { useWords } from '#ui'
import { Bar } from './bar.tsx'
import { Menu } from './menu.tsx'
import type { OfficeWords } from './zh.ts'
import './frame.css'

/** The frame around every page: bar above, menu at the side, and the page with the focus on it after each change. */
export function Frame() {
  const say = useWords<OfficeWords>('office')
  const { today, demonstration } = useSession()
  const { pathname } = useLocation()
  const [menu, setMenu] = useState(false)
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {say('bar.skip')}
      </button>
      <Bar menu={menu} onMenu={() => setMenu(!menu)} />
      <nav id="menu" className={menu ? 'menu menu-open' : 'menu'} aria-label={say('bar.menu')}>
        <Menu onLeave={() => setMenu(false)} />
        {demonstration ? <p className="menu-day">{say('bar.demonstration', { day: today })}</p> : null}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page scrolls in here, by keyboard too */}
      <main ref={main} id="main" tabIndex={0} data-scroll-restoration-id="main">
        <Outlet />
      </main>
    </div>
  )
}
