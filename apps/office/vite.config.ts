import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the office face into build/office. Chromium 88 is the oldest engine of the browsers the offices use. */
export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [react()],
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
