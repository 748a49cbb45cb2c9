import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test-report.json' }]],
    projects: [
      { test: { name: 'unit', include: ['{src,lab,data,scripts,nix}/**/*.test.ts'], environment: 'node' } },
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
