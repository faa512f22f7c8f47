import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const debian = '/usr/bin/chromium'

/** A Chromium for tests: the one named in the environment, else Debian's, else the one from npm, which brings its own libraries. */
export async function aBrowser(): Promise<Browser> {
  const named = process.env.ZHIZHOU_TEST_CHROMIUM ?? (existsSync(debian) ? debian : null)
  if (named) return chromium.launch({ executablePath: named, args: ['--no-sandbox'] })
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, '--no-sandbox'] })
}
