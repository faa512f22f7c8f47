import type { HouseFile } from './read-files.ts'

/** What belongs to one machine or one network and not into the repository. Written in parts, so that this file does not find itself. */
const foreign: readonly [RegExp, string][] = [
  [new RegExp(`(^|[^\\w.])/(${'wo'}rk|${'ro'}ot|${'ho'}me/\\w+|${'Us'}ers/\\w+)/`), 'a path of one machine'],
  [new RegExp(`[\\w.-]*(${'npm'}js|${'npm'}mirror|${'regist'}ry\\.\\w+)\\.(org|com|cn)`), 'the host of a package registry'],
  [new RegExp(`"resolved":\\s*"${'ht'}tps?:`), 'a resolved host in the lock'],
]

/** One sentence for each line that names a machine or a registry. */
export function namesOfElsewhere(file: HouseFile): string[] {
  return file.text.split('\n').flatMap((line, index) => {
    const found = foreign.find(([pattern]) => pattern.test(line))
    return found ? [`${file.path}:${index + 1} holds ${found[1]}`] : []
  })
}

/** Pictures and archives hold no lines. */
export const isText = (file: HouseFile): boolean => !/\.(png|jpe?g|ico|woff2?|zip|xlsx?|docx|gz|pdf)$/.test(file.path)
