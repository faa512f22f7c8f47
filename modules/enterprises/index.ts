export { type CreditCode, readCreditCode } from './rules/credit-code.ts'
