import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.mjs';

const chromium = findChromium();

export default defineConfig({
  testDir: 'electron/e2e',
  testMatch: '*.spec.ts',
  // Files run side by side; the tests of one file share its app, in order.
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
