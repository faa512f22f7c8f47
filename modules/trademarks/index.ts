/** The door of the trademark register (商标台账). */
export { type TrademarkState, type TrademarkTerm, trademarkTerm } from './rules/term.ts'
