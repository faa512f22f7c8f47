import type { HouseFile } from './read-files.ts'

/** Words that say nothing, and those that mean two things (docs/glossary.md): not in the name of a file or folder. */
const avoided =
  'data info item object manager manage service services util utils helper helpers common misc handle handler process flag xref deadline agent dto type1'.split(
    ' ',
  )

/** Where such a word is the thing's own name. */
const meant: Readonly<Record<string, string>> = {
  'platform/database/testing/data-folder.ts': 'the folder that --data names',
  'platform/database/testing/other-process.ts': 'a process of the operating system',
}

/** One sentence for each name that uses a word to avoid, and for each exception that is none any more. */
export function namesToAvoid(paths: readonly string[], exceptions = meant): string[] {
  const wrong = paths.flatMap((path) => {
    const word = path.split(/[/.-]/).find((part) => avoided.includes(part.toLowerCase()))
    return word && !exceptions[path] ? [`${path}: name the thing or the deed; “${word}” says neither`] : []
  })
  const stale = Object.keys(exceptions).filter((path) => !paths.includes(path))
  return [...wrong, ...stale.map((path) => `${path} is excepted from the names to avoid, but it is not there`)]
}

/** Files whose names somebody else gave: the repository's own papers and settings are ours. */
export const ours = (file: HouseFile): boolean =>
  /^(apps|modules|handoffs|kernel|platform|ui|database|journeys|bench|checks|docs|bin)\//.test(file.path)
