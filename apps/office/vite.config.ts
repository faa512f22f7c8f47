import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Writes beside each text of the build its brotli and gzip forms, so that the server has nothing to compress. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name))
      for (const name of [...texts, 'too-old.js', 'mark.svg']) {
        const file = join(dir, name)
        const text = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(text))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** Builds the office face into build/office. Chromium 88 is the oldest engine of the browsers the offices use. */
export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [react(), precompress()],
  build: {
    outDir: here('../../build/office'),
    emptyOutDir: true,
    target: 'chrome88',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    manifest: true,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7200' } },
})
