export { type DemoFile, demoFiles } from './files.ts'
export { demoDay } from './lives.ts'
export type { DemoOddity, DemoPatent, DemoRight, DemoStatus } from './patent.ts'
export { demoPatents } from './patents.ts'
