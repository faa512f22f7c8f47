import { type HouseFile, isSource } from './read-files.ts'

const longest = 400

/** Files that are longer for a reason. */
const known: Readonly<Record<string, string>> = {
  'modules/patents/contract.ts': 'the whole wire of the patent register, read side by side with its screens',
  'modules/patents/formats/read-row.test.ts': 'one layout after the other',
}

/** One sentence for each source of more than 400 lines that is not known to be, and for each known one that no longer is. */
export function tooLong(files: readonly HouseFile[], exceptions = known): string[] {
  const long = files.filter(isSource).flatMap((file) => {
    const lines = file.text.split('\n').length - 1
    return lines > longest ? [{ path: file.path, lines }] : []
  })
  const wrong = long
    .filter(({ path }) => !exceptions[path])
    .map(({ path, lines }) => `${path} has ${lines} lines: most have 30–150, none over ${longest}`)
  const stale = Object.keys(exceptions).filter((path) => !long.some((file) => file.path === path))
  return [...wrong, ...stale.map((path) => `${path} is known as long, but it is not`)]
}
