// Checks the import rules in .dependency-cruiser.cjs, and that anything was checked at all:
// dependency-cruiser reports success over zero modules when it finds no TypeScript it can use.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const LAYERS = ['shared', 'electron', 'renderer'];

/**
 * @param {string} root the folder that holds the layers
 * @returns {Promise<{ modules: number, violations: { rule: string, from: string, to: string, via: string[] }[] }>}
 */
export async function checkImports(root) {
  const { cruise } = await import('dependency-cruiser');
  const { default: extractTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config');
  const config = require('../.dependency-cruiser.cjs');
  const { output } = await cruise(
    LAYERS.filter((layer) => existsSync(join(root, layer))),
    { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    undefined,
    { tsConfig: extractTsConfig(join(import.meta.dirname, '..', 'tsconfig.base.json')) },
  );
  const own = output.modules.filter((module) =>
    LAYERS.some((layer) => module.source.startsWith(`${layer}/`)),
  );
  return {
    modules: own.length,
    violations: output.summary.violations.map(({ rule, from, to, via = [], cycle = [] }) => ({
      rule: rule.name,
      from,
      to,
      via: [...via, ...cycle].map((step) => step.name),
    })),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { modules, violations } = await checkImports(join(import.meta.dirname, '..'));
  for (const { rule, from, to, via } of violations) {
    console.error(`${rule}: ${from} → ${via.length > 0 ? via.join(' → ') : to}`);
  }
  const least = Number(process.argv[2] ?? 1);
  if (modules < least) console.error(`Only ${modules} modules were seen, at least ${least} were expected.`);
  else console.log(`${modules} modules, ${violations.length} violations.`);
  process.exitCode = violations.length > 0 || modules < least ? 1 : 0;
}
