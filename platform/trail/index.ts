export { type Anchor, type AnchorFile, anchorFile } from './anchor.ts'
export { append, lastEntryOf, type TrailActor, type TrailLine } from './append.ts'
export { trailKey } from './key.ts'
export { type TrailVerdict, verifyTrail } from './verify.ts'
