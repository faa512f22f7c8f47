import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '#card/identity'
import { dayInWords, numberText, ProblemNotice, type Task, usePreferences, useWords } from '#ui'
import { ownTasks } from './own-tasks.ts'
import { parts } from './screens.ts'
import type { OfficeWords } from './zh.ts'
import './tasks.css'

/** 今天要办: what waits for the reader in every part of the product, the urgent and the soonest due first. */
export function Tasks() {
  const say = useWords<OfficeWords>('office')
  const { may, today } = useSession()
  const sources = [...parts, { part: 'office', tasks: ownTasks }].flatMap(({ part, tasks }) =>
    (tasks ?? [])
      .map((source, at) => ({ ...source, key: `${part} ${at}` }))
      .filter(({ needs }) => needs.some((word) => may.includes(word))),
  )
  const asked = useQueries({
    queries: sources.map(({ key, ask }) => ({ queryKey: ['tasks', key], queryFn: () => ask(may), staleTime: 0 })),
  })
  const tasks = asked.flatMap(({ data }) => data ?? []).filter(({ count }) => count > 0)
  const failed = asked.find(({ error }) => error)?.error
  const asking = asked.some(({ isPending }) => isPending)
  return (
    <div aria-busy={asking}>
      {failed ? <ProblemNotice error={failed} /> : null}
      {tasks.length ? (
        <ul className="tasks">
          {[...tasks].sort(bySoonest).map((task) => (
            <li key={`${task.to} ${task.zh}`}>
              <TaskLine task={task} today={today} />
            </li>
          ))}
        </ul>
      ) : asking || failed ? null : (
        <p>
          {say('workbench.nothing')}
          {may.includes('patents.see') ? <Link to="/patents">{say('workbench.patents')}</Link> : null}
        </p>
      )}
    </div>
  )
}

function TaskLine({ task, today }: { task: Task; today: string }) {
  const say = useWords<OfficeWords>('office')
  const { language } = usePreferences()
  const late = task.urgent || (task.dueOn !== undefined && task.dueOn <= today)
  return (
    <Link to={task.to} search={task.search as never} className={late ? 'task task-urgent' : 'task'}>
      <span className="task-count">{numberText(task.count)}</span>
      <span className="task-name">{task[language]}</span>
      <span className="task-why">{task.why[language]}</span>
      {task.dueOn ? <span className="task-due">{say('workbench.due', { day: dayInWords(task.dueOn) })}</span> : null}
    </Link>
  )
}

function bySoonest(one: Task, other: Task): number {
  const urgency = Number(other.urgent ?? false) - Number(one.urgent ?? false)
  return urgency || (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9')
}
