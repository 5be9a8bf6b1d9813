import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.mjs';

const chromium = findChromium();

export default defineConfig({
  testDir: 'electron/e2e',
  testMatch: '*.spec.ts',
  // Files run side by side; the tests of one file share its app, in order.
  fullyParallel: false,
  workers: 2,
  // Limits against hanging, not measures: a busy machine may take its time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // A machine that nobody watches may stall for a moment; what passed only then is named in the output of `npm test`.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line']],
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(chromium && { executablePath: chromium }), args: ['--disable-quic'] },
  },
});
