import type { Limit } from './limit.ts'
import { extenderNames, stopNames } from './limit-words.ts'
import { saySpan } from './step-notes.ts'

/** What a limit says (期限规则), as one plain Chinese sentence. */
export function limitSentence(limit: Limit): string {
  const parts = [
    limit.condition ? `${limit.condition.name}的，${heart(limit)}` : heart(limit),
    ...(limit.alternative ? [`也可自${limit.alternative.event.name}起${saySpan(limit.alternative)}，以后到者为准`] : []),
    ...limit.extend.map(extension),
    ...(limit.stop.length ? [`${limit.stop.map((ground) => stopNames[ground]).join('、')}期间不计入`] : []),
    ...(limit.opens ? [`届满前${saySpan(limit.opens)}内可以办理`] : []),
    ...(limit.grace ? [`届满后有${saySpan(limit.grace)}宽限期`] : []),
    ...(rolls(limit) ? ['届满日不是工作日的顺延'] : []),
    ...(limit.onExpire ? [limit.onExpire.name] : []),
  ]
  return `${parts.join('；')}。`
}

function heart(limit: Limit): string {
  const { event, deed } = limit
  if (limit.counted === 'before') {
    if (limit.n === 0) return `${event.name}以前${deed}`
    return `${event.name}的${saySpan(limit)}以前${deed}`
  }
  return limit.kind === 'minimum'
    ? `自${event.name}起不少于${saySpan(limit)}，${deed}`
    : `自${event.name}起${saySpan(limit)}内${deed}`
}

function extension({ n, unit, by, max }: Limit['extend'][number], index: number): string {
  const again = index === 0 ? '经' : '再经'
  const length = n === null || unit === null ? '延长至决定的日期' : `延长${max ? '不超过' : ''}${saySpan({ n, unit })}`
  return `${again}${extenderNames[by]}${by === 'collective' ? '决定' : '批准'}可以${length}`
}

/** Working days end on one by themselves; hours run on. */
const rolls = ({ roll, unit, counted }: Limit) => roll && counted === 'after' && unit !== 'WD' && unit !== 'H'
