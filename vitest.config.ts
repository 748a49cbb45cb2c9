import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: process.env['TEST_REPORT'] ?? '.cache/test-report.json' }]],
    projects: [
      // One module graph for all files: loading zod once for each would cost more than the tests do.
      {
        test: {
          name: 'unit',
          include: ['{src,lab,data,scripts}/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          // Some read the whole project, which takes a busy machine its time.
          testTimeout: 60_000,
        },
      },
      // Needs Debian's nix-bin, so it is not among the tests of the README: npm run test:nix.
      { test: { name: 'nix', include: ['nix/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      {
        test: {
          name: 'site',
          include: ['test/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
