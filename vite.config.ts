import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'
import { exchangeInDevelopment } from './scripts/setup/development.ts'

export default defineConfig({
  plugins: [exchangeInDevelopment(), tailwindcss(), remix(remixOptions)],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  ssr: { noExternal: ['@conform-to/react', '@conform-to/dom'] },
})
