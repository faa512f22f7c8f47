export { type Act, type ActContext, type Actor, type Deed, defineAct, type Fact, type Subject } from './act.ts'
export { type RunnerRefusal, runnerWords, type StaleRefusal } from './refusals.ts'
export { aRunner, invalid, type Listener, type Permit, type Request, type Runner, type RunnerParts } from './run.ts'
export { upToDate } from './stale.ts'
