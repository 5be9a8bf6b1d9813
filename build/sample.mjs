// Computes the sample workspace with the encoder that ships and keeps the result beside it: `npm run sample`.
// To be run again when the sample's interviews, the pipeline or the encoder change; a test says so.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
const file = join(root, 'samples', 'larder', 'needs.json');
// Without it, so that what was found before cannot shape what is found now.
rmSync(file, { force: true });
const { module } = await runnerImport(join(root, 'build', 'sample', 'find-sample-needs.ts'), {
  root,
  configFile: false,
});
const { view, seconds } = await module.computeSample();
const needs = await module.sampleNeeds(view);
writeFileSync(file, `${JSON.stringify(needs, null, 1)}\n`);
for (const need of view.needs)
  console.log(
    `${need.people} people  ${need.label}  (${need.quotes.length} quotes, ${need.requests.length} requests)`,
  );
console.log(`${seconds.toFixed(1)} s`);
