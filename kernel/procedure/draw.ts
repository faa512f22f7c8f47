import type { Procedure } from './procedure.ts'

/** The Mermaid state drawing of a procedure, made from its table; it stands in the module's README. */
export function draw<State extends string, Act extends string>(procedure: Procedure<State, Act>): string {
  const states = Object.entries(procedure.states) as [State, string][]
  const names = new Map(states.map(([state], index) => [state, `s${index + 1}`]))
  const lines = ['stateDiagram-v2', ...states.map(([state, label]) => `  state "${label}" as ${names.get(state)}`)]
  lines.push(`  [*] --> ${names.get(procedure.first)}`)
  for (const [state] of states) {
    const acts = procedure.actsByState[state]
    if (acts.length === 0) lines.push(`  ${names.get(state)} --> [*]`)
    for (const act of acts) {
      const rule = procedure.acts[act]
      const second = rule.notBy === undefined ? '' : `（非${procedure.acts[rule.notBy].label}人）`
      for (const to of typeof rule.to === 'string' ? [rule.to] : rule.to) {
        lines.push(`  ${names.get(state)} --> ${names.get(to)} : ${rule.label}${second}`)
      }
    }
  }
  return lines.join('\n')
}
