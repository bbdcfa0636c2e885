import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './lib/edges/store/schema.ts',
  out: './lib/edges/store/migrations',
})
