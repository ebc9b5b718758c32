/**
 * How the page is built, served in development and tested. What the plugins do is written in build/.
 * @module
 */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { engineScripts } from './build/engine-scripts.ts'
import { exercises, readExercises } from './build/exercises.ts'
import { isolationHeaders } from './build/headers.mjs'
import { packageTypes } from './build/hono-types.ts'
import { offline } from './build/offline.ts'
import { offeredPackages } from './build/packages.ts'
import { pages } from './build/pages.ts'

export default defineConfig({
  base: './',
  plugins: [
    react(),
    exercises(),
    packageTypes(['hono']),
    offeredPackages(),
    engineScripts(),
    pages(readExercises),
    offline(),
  ],
  worker: { format: 'es', plugins: () => [offeredPackages()] },
  build: { target: 'es2022', chunkSizeWarningLimit: 4_000 },
  server: { headers: isolationHeaders },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'build/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          // Each drives a browser of its own processes; side by side they would only take time from each other.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
