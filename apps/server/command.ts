import module from 'node:module'

module.enableCompileCache?.()
const words = process.argv.slice(2)
// Who reads only the beginning (`| head`) has read enough: a batch stops at its next write, and what is open is closed on the way out.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// The pure commands answer thousands of lines a second and should not wait for the rest to load.
if (words[0] === 'check-number') {
  const { checkNumber } = await import('./commands/check-number.ts')
  await checkNumber(words.slice(1))
} else if (
  words[0] === 'annuity' &&
  words.some((word) => word === '-' || word === '-h' || word === '--help' || word.startsWith('--right'))
) {
  const { pureAnnuity } = await import('./commands/annuity.ts')
  await pureAnnuity(words.slice(1))
} else if (words[0] === 'limit') {
  const { limit } = await import('./commands/limit.ts')
  await limit(words.slice(1))
} else {
  const { main } = await import('./commands/main.ts')
  await main(words)
}
