import { Link } from '@tanstack/react-router'
import { useSession } from '#card/identity'
import { type MenuEntry, usePreferences, useWords } from '#ui'
import { parts } from './screens.ts'
import type { OfficeWords } from './zh.ts'

const running: MenuEntry = { to: '/running', zh: '运行状况', en: 'Running state', section: 'system', needs: ['running.see'] }
const portal: MenuEntry = {
  to: '/portal-settings',
  zh: '门户设置',
  en: 'Portal settings',
  section: 'system',
  needs: ['portal.open'],
}
const entries: readonly MenuEntry[] = [...parts.flatMap((part) => part.menu), portal, running]
const sections = ['registers', 'desks', 'queues', 'system'] as const

/** The menu in the office's own words; what the reader's roles may not use is not in it. */
export function Menu({ onLeave }: { onLeave: () => void }) {
  const say = useWords<OfficeWords>('office')
  const { language } = usePreferences()
  const { may } = useSession()
  const open = (entry: MenuEntry) => !entry.needs || entry.needs.some((word) => may.includes(word))
  const line = (entry: MenuEntry) => (
    <li key={entry.to}>
      <Link to={entry.to} activeProps={{ className: 'menu-here' }} onClick={onLeave}>
        {entry[language]}
      </Link>
    </li>
  )
  return (
    <>
      <ul>
        <li>
          <Link to="/" activeOptions={{ exact: true }} activeProps={{ className: 'menu-here' }} onClick={onLeave}>
            {say('menu.workbench')}
          </Link>
        </li>
      </ul>
      {sections.map((section) => {
        const lines = entries.filter((entry) => entry.section === section && open(entry))
        return lines.length ? (
          <div key={section}>
            <h2>{say(`menu.${section}`)}</h2>
            <ul>{lines.map(line)}</ul>
          </div>
        ) : null
      })}
    </>
  )
}
