// The page at the browser's door in real Chromium: its policy, its token, its place in the address, and coming back.
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 1280, height: 800 } });

test('loads under its policy without a word on the console, and connects', async ({ page, app }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(new URL(socket.url()).host));
  await page.goto(app.url);
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount);
  await expect.poll(() => sockets).toEqual([new URL(app.url).host]);
  expect(problems).toEqual([]);
});

test('takes its token out of the address, and is still let in after a reload', async ({ page, app }) => {
  await page.goto(app.url);
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount);
  expect(page.url()).not.toContain('token');
  const frames = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await page.reload();
  await frames;
});

test('runs no script that somebody put into it, and loads nothing from elsewhere', async ({ page, app }) => {
  await page.goto(app.url);
  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    const areAllRefused = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective);
        if (violations.length === 3) resolve();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.src = 'https://example.com/pixel.png';
    document.body.append(image);
    await fetch('https://example.com/').catch(() => undefined);
    await areAllRefused;
    return { violations, wasRun: 'wasRun' in window };
  });
  expect(refused.wasRun).toBe(false);
  expect(refused.violations.sort()).toEqual(['connect-src', 'img-src', 'script-src-elem']);
});

test('says so when its link is of no use', async ({ page, app }) => {
  await page.goto(app.url.replace(/token=.*/, 'token=wrong'));
  await expect(page.getByText('This link is no longer valid')).toBeVisible();
});

test('goes on by itself after Earshot was killed and started again', async ({ page, app }) => {
  await page.goto(app.url);
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount);
  const { url } = app;
  await app.stop('SIGKILL');
  // One that is answered, after those that were opened in vain.
  const answered = new Promise<void>((resolve) => {
    page.on('websocket', (socket) => socket.on('framereceived', () => resolve()));
  });
  await app.start();
  expect(app.url).toBe(url);
  await answered;
  await expect(page.getByText('This link is no longer valid')).toBeHidden();
});
