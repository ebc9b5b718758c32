/**
 * How the page is built, served in development and tested. What the plugins do is written in build/.
 * @module
 */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { conformanceData } from './build/conformance-data.ts'
import { filesForContainer } from './build/container-files.ts'
import { engineScripts } from './build/engine-scripts.ts'
import { exercises, readExercises } from './build/exercises.ts'
import { isolationHeaders } from './build/headers.mjs'
import { packageTypes } from './build/hono-types.ts'
import { licences } from './build/licences.ts'
import { offline } from './build/offline.ts'
import { packageBundles } from './build/package-bundles.ts'
import { offeredPackages } from './build/packages.ts'
import { pages } from './build/pages.ts'

/**
 * For tests that drive processes of their own: side by side they would only take time from each other. What depends on a
 * clock may lose to a machine that stands still, and is tried once more; the report says which.
 */
const oneAtATime = { fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000, retry: 1 }

export default defineConfig({
  base: './',
  plugins: [
    react(),
    exercises(),
    packageTypes(['hono']),
    offeredPackages(),
    packageBundles(),
    engineScripts(),
    filesForContainer(),
    conformanceData(),
    pages(readExercises),
    licences(),
    offline(),
  ],
  worker: { format: 'es', plugins: () => [offeredPackages(), packageBundles()] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { input: { index: 'index.html', selftest: 'selftest/index.html' } },
  },
  server: { headers: isolationHeaders },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'build/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/{cli,node}/**', 'tests/**/*.{full,browser,firefox}.test.ts'],
          // A process for each of a hundred files takes as long as the tests themselves. They keep nothing to each other.
          isolate: false,
        },
      },
      {
        extends: true,
        // What starts processes: the node engine, and commands, which start servers, engines and compilers.
        test: {
          ...oneAtATime,
          name: 'processes',
          include: ['tests/{cli,node}/**/*.test.ts'],
          exclude: ['tests/**/*.full.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...oneAtATime,
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          exclude: ['tests/**/*.full.browser.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...oneAtATime,
          name: 'full',
          include: ['tests/**/*.full.browser.test.ts', 'tests/**/*.full.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          ...oneAtATime,
          name: 'firefox',
          include: ['tests/firefox/**/*.firefox.test.ts'],
          globalSetup: ['tests/firefox/setup.ts'],
        },
      },
    ],
  },
})
