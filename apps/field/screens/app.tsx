import { useEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '#ui'
import { useField } from '../state.ts'
import { Bar } from './bar.tsx'
import { Check } from './check.tsx'
import { Me } from './me.tsx'
import { Notices } from './notices.tsx'
import { QueueList } from './queue-list.tsx'
import { SignIn } from './sign-in.tsx'
import { Tasks } from './tasks.tsx'

const places = [
  { at: '', name: '今日任务', sign: '☰', screen: Tasks },
  { at: 'check', name: '核验标识', sign: '✓', screen: Check },
  { at: 'queue', name: '我的记录', sign: '↑', screen: QueueList },
  { at: 'me', name: '我的', sign: '⚙', screen: Me },
] as const

const here = () => location.hash.replace(/^#\/?/, '')
function useHere(): string {
  return useSyncExternalStore((listener) => {
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  }, here)
}

/** The whole app: the bar above, the four places under the thumb, and nothing at all before somebody signed in. */
export function App() {
  const { person } = useField()
  const { elder } = usePreferences()
  const at = useHere()
  useEffect(() => {
    document.documentElement.classList.toggle('elder', elder)
  }, [elder])
  const place = places.find((one) => one.at === at) ?? places[0]
  useEffect(() => {
    document.title = `${place.name} · 知州现场端`
    window.scrollTo(0, 0)
  }, [place])
  if (person === undefined) return null
  if (person === null || at === 'sign-in' || person.may.length === 0) return <SignIn />
  const Screen = place.screen
  return (
    <>
      <Bar />
      <main>
        <h1 className={place.at === 'check' ? 'unseen' : undefined}>{place.name}</h1>
        <Notices />
        <Screen />
      </main>
      <nav className="tabs" aria-label="现场端">
        {places.map(({ at: to, name, sign }) => (
          <a key={to} href={`#/${to}`} aria-current={to === place.at ? 'page' : undefined}>
            <span className="tab-sign" aria-hidden="true">
              {sign}
            </span>
            {name}
          </a>
        ))}
      </nav>
    </>
  )
}
