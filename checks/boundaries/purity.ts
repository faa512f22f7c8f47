/** Rule 6: what rules and the kernel may not reach for. The day, the calendar and the facts come in as arguments. */
import { inBrowser } from './may-see.ts'
import type { Place } from './place.ts'

const impure: Readonly<Record<string, string>> = {
  Date: 'the clock',
  'Math.random': 'chance',
  /* Math without a named member: taken apart, or asked by a computed name. */
  Math: 'chance',
  crypto: 'chance',
  process: 'the environment',
  performance: 'the clock',
  Temporal: 'the clock',
  globalThis: 'the environment',
  console: 'the terminal',
  fetch: 'the network',
  require: 'the disk',
  setTimeout: 'the clock',
  setInterval: 'the clock',
  setImmediate: 'the clock',
  queueMicrotask: 'the clock',
}

/** The sentence against a name read in this place; null where it may stand. */
export function impurity(place: Place, name: string): string | null {
  const pure = place.top === 'kernel' || (place.top === 'modules' && place.layer === 'rules')
  if (!pure || place.test || inBrowser(place) || !Object.hasOwn(impure, name)) return null
  return `rule 6: rules and kernel know neither clock, chance, environment nor I/O; ${name} is ${impure[name]}`
}
