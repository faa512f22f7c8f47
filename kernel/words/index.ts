export { normalise, sameName } from './normalise.ts'
