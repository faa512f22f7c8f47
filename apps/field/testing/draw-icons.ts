import { readFileSync, writeFileSync } from 'node:fs'
import { aBrowser } from '../../office/testing/browser.ts'

/**
 * Draws the PNG icons out of public/icon.svg with the tests' browser: `node apps/field/testing/draw-icons.ts`, after the SVG was
 * changed. The maskable one has its own margin and no round corners, since the phone cuts them.
 */
const folder = new URL('../public/', import.meta.url)
const drawing = readFileSync(new URL('icon.svg', folder), 'utf8')
const browser = await aBrowser()
for (const { name, size, margin } of [
  { name: 'icon-192.png', size: 192, margin: 0 },
  { name: 'icon-512.png', size: 512, margin: 0 },
  { name: 'icon-maskable-512.png', size: 512, margin: 64 },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const ground = margin > 0 ? '#0b57c2' : 'transparent'
  const inner = size - 2 * margin
  await page.setContent(
    `<body style="margin:0;background:${ground}"><div style="padding:${margin}px;width:${inner}px;height:${inner}px">${drawing}</div>`,
  )
  writeFileSync(new URL(name, folder), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
