/**
 * Words to the person at the keyboard, Chinese first, then English.
 * They go to standard error: standard output belongs to the answers of the command line.
 */

/** @param {string} chinese @param {string} english */
export function say(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`)
}

/** Says why it cannot go on, and ends with status 1. @param {string} chinese @param {string} english @returns {never} */
export function giveUp(chinese, english) {
  say(chinese, english)
  process.exit(1)
}

/** Does a deed of more than a second while a line every five seconds says that it goes on. @template T @param {string} chinese @param {string} english @param {() => Promise<T>} deed */
export async function whileSaying(chinese, english, deed) {
  const from = Date.now()
  const seconds = () => Math.round((Date.now() - from) / 1000)
  process.stderr.write(`${chinese}…  ${english} …\n`)
  const ticking = setInterval(() => process.stderr.write(`  ${chinese}，已 ${seconds()} 秒  ${seconds()} s\n`), 5000)
  try {
    return await deed()
  } finally {
    clearInterval(ticking)
    process.stderr.write(`  用时 ${seconds()} 秒  took ${seconds()} s\n`)
  }
}
