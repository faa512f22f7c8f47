export { type Catalogue, defineCatalogue } from './catalogue.ts'
export type { Entry, StandingEntry } from './rules/entry.ts'
export type { Field, FieldOption } from './rules/field.ts'
