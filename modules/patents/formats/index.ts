/** Reading the files in which patents arrive (专利数据文件): any layout described in the handbook, recognised by its content. */
export type { MatchedHeading } from './matched-headings.ts'
export { ownHeadings } from './own-headings.ts'
export type { PatentFile, ReadRow } from './patent-file.ts'
export { readPatentFile } from './read-file.ts'
export type { ReadRefusal } from './refusals.ts'
export { type Source, sources } from './sources.ts'
export { readRefusalSentence, readWords } from './words.ts'
