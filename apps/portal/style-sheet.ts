import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = (name: string): Buffer => readFileSync(new URL(name, import.meta.url))
const sheet = Buffer.concat(['frame', 'forms', 'pages', 'sizes'].map((part) => read(`./style/${part}.css`)))

/** The one style sheet; its address changes with its content, so that browsers may keep it for good. */
export const styleSheet = {
  path: `/portal/style.${createHash('sha256').update(sheet).digest('hex').slice(0, 10)}.css`,
  content: sheet,
} as const

export const markPicture = read('./mark.svg')
