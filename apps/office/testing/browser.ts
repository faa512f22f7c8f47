import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

const debian = '/usr/bin/chromium'

/** A Chromium for tests: the one named in the environment, else Debian's, else the one from npm, which brings its own libraries. */
export async function aBrowser(): Promise<Browser> {
  return chromium.launch(await program())
}

/** The same with a profile of its own folder, so that it can end and start again with what it kept. */
export async function aPersistentContext(profile: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { ...(await program()), ...options })
}

async function program(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env.ZHIZHOU_TEST_CHROMIUM ?? (existsSync(debian) ? debian : null)
  if (named) return { executablePath: named, args: ['--no-sandbox'] }
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return { executablePath: await packed.executablePath(), args: [...packed.args, '--no-sandbox'] }
}
