/**
 * A procedure (业务办理): what the office does in steps. One table says what may be done next; the button, the server and
 * the drawing all read it.
 */
export { draw } from './draw.ts'
export { type ActRefusal, mayDo, type NextAct, nextActs } from './may-do.ts'
export type { ActRule, Deed, Procedure } from './procedure.ts'
