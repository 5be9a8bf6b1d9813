import { AppError } from '../../../shared/errors.ts';

/** The one command that is asked. */
export interface RedisConfiguration {
  config(command: 'GET', ...names: string[]): Promise<unknown>;
}

/**
 * Throws AppError `invalid-input` unless the server writes and syncs its append-only file before it answers:
 * https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/. With anything less, a word that people
 * were told is saved can be gone after a power cut.
 */
export async function requireDurableRedis(redis: RedisConfiguration): Promise<void> {
  const pairs = await redis.config('GET', 'appendonly', 'appendfsync');
  const list = Array.isArray(pairs) ? pairs.map(String) : [];
  const settingOf = (name: string) => list[list.indexOf(name) + 1];
  if (settingOf('appendonly') === 'yes' && settingOf('appendfsync') === 'always') return;
  throw new AppError(
    'invalid-input',
    'this Redis may lose words that were acknowledged: start it with --appendonly yes --appendfsync always',
  );
}
