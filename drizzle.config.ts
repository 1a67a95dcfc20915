import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: [
    './app/modules/*/*.tables.server.ts',
    './app/platform/*/*.tables.server.ts',
    './app/http/*.tables.server.ts',
  ],
  out: './db/migrations',
})
