import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Puts the colours of the design kit into a style sheet where it says `@colours`: the phone takes its colours and nothing else of it. */
function coloursOfTheKit(): Plugin {
  const kit = here('../../ui/look.css')
  return {
    name: 'colours-of-the-kit',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/field.css')) return
      this.addWatchFile(kit)
      const colours = [...readFileSync(kit, 'utf8').matchAll(/^ {2}--[\w-]+: #[\da-f]+;$/gm)].map(([line]) => line)
      if (colours.length < 10) throw new Error('the colours of the kit were not found')
      return code.replace('/* @colours */', `:root {\n${colours.join('\n')}\n}`)
    },
  }
}

/** Writes the build's files and their digest into the service worker, then the brotli and gzip form beside each text. */
function finish(): Plugin {
  return {
    name: 'finish',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => /\.(js|css|html|svg|png|webmanifest)$/.test(name) && name !== 'sw.js')
        .sort()
      const digest = createHash('sha256')
      for (const name of names)
        digest
          .update(`${name}\0`)
          .update(readFileSync(join(dir, name)))
          .update('\0')
      const worker = join(dir, 'sw.js')
      const written = readFileSync(worker, 'utf8')
        .replace('["__FILES__"]', JSON.stringify(names))
        .replace('__BUILD__', digest.digest('hex').slice(0, 16))
      if (/__(FILES|BUILD)__/.test(written) || !written.includes(JSON.stringify(names)))
        throw new Error('the list of files did not come into the service worker')
      writeFileSync(worker, written)
      for (const name of [...names, 'sw.js'].filter((one) => !one.endsWith('.png'))) {
        const text = readFileSync(join(dir, name))
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** Builds the phone app into build/field; for Chromium 88 and the WebViews of old Android phones. */
export default defineConfig({
  root: here('.'),
  base: '/field/',
  plugins: [coloursOfTheKit(), react(), finish()],
  build: {
    outDir: here('../../build/field'),
    emptyOutDir: true,
    target: 'chrome88',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: here('index.html'), sw: here('sw.ts') },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      // Of the design kit the phone takes single functions; its components and their style sheets stay out.
      treeshake: { moduleSideEffects: (id) => !/[\\/]ui[\\/][\w-]+\.(tsx?|css)$/.test(id) },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7200' } },
})
