import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    // A limit against hanging, not a measure: a busy machine may take its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine that nobody watches may stall for a moment; what passed only then is named in the output of `npm test`.
    retry: process.env.CI ? 1 : 0,
    // Vitest leaves one processor idle by itself, which on two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{electron,shared,build}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['build/test/dom-setup.ts'],
        },
      },
    ],
  },
});
