/** Refusals of limits → sentences. */
export const calendarWords = {
  'unknown-limit': ({ rule }: { rule?: unknown }) => `期限目录中没有“${String(rule)}”。`,
  'not-in-force': ({ name, day, spans }: { name?: unknown; day?: unknown; spans?: unknown }) =>
    `“${String(name)}”的期限规定${(spans as [string | null, string | null][]).map(span).join('、')}有效，不适用于${String(day)}开始的事项。`,
  'needs-time-of-day': () => '该期限按小时计算，请写明起算的时刻，例如2026-09-30T17:00。',
  'needs-extended-to': ({ step }: { step?: unknown }) => `第${String(step)}次延长没有法定天数，请写明决定延长到的日期。`,
  'no-such-extension': ({ asked, steps }: { asked?: unknown; steps?: unknown }) =>
    steps === 0 ? '该期限不能延长。' : `该期限最多延长${String(steps)}次，不能延长${String(asked)}次。`,
  'extended-to-not-later': ({ day, end }: { day?: unknown; end?: unknown }) =>
    `延长到的日期${String(day)}不晚于原期满日${String(end)}，请修改日期。`,
  'extended-to-too-late': ({ day, latest }: { day?: unknown; latest?: unknown }) =>
    `延长到的日期${String(day)}超过了允许的最后日期${String(latest)}，请修改日期。`,
  'runs-on': ({ unit }: { unit?: unknown }) =>
    unit === 'H' ? '按小时计算的期限连续计算，不能中止或者延长。' : '自某日向前推算的期限不能中止或者延长。',
  'no-alternative': () => '该期限只有一个起算日，不能另填起算日。',
  'no-due-day': ({ name }: { name?: unknown }) => `“${String(name)}”按日计算比例，没有届满日。`,
  'place-not-ours': () => '请选择国务院办公厅、本州或者所辖县市。',
  'year-missing': () => '没有读出年度，请填写通知所对应的年度。',
  'limit-unknown': () => '没有找到该项期限，可能已经办结。',
  'moved-unknown': () => '没有找到该项期限变动，可能已有人知悉，请刷新。',
} as const

const span = ([from, to]: [string | null, string | null]) =>
  to === null ? `自${from}起` : from === null ? `至${to}` : `自${from}至${to}`
