// Hints by meaning: keeps the needs' quotes as vectors, and a warm encoder that reads a note in about ten milliseconds. Whoever
// asks while it is not ready, without a model or while needs are computed is told so and goes by words.
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { clean } from '../../../shared/extraction/encoder-inputs.ts';
import type { InterviewId, ParticipantId } from '../../../shared/ids.ts';
import type { Need, Quote } from '../../../shared/needs/need.ts';
import {
  type AlikeIndex,
  createAlikeIndex,
  type HeardQuote,
  HINT_LIMITS,
} from '../../../shared/search/heard-alike.ts';
import type { HeardBefore } from '../../../shared/search/heard-before.ts';
import { detectLanguage } from '../../../shared/text/language.ts';
import type { Engine } from '../../engine/engine-client.ts';
import { readModelFolder } from '../../engine/model-folder.ts';
import { readVectors, type Vectors, vectorKey, writeVectors } from '../../engine/vector-cache.ts';
import type { HostContext } from '../host-context.ts';
import { modelInUse } from '../settings/model-in-use.ts';

/** The encoder stays loaded between two notes of one interview, and is let go of when nobody asks any more. */
const WARM_MS = 10 * 60_000;
/** Texts that the engine is given at once, so that a note in between waits for few. */
const AT_ONCE = 8;
/** Quotes that are compared: as many as a study of a few hundred interviews has, and a few milliseconds. */
const MOST_QUOTES = 6_000;
/** Their vectors' own file beside those of the interviews, so that a start does not read every interview's. */
const SHELF = 'heard before';

export interface HeardByEncoder {
  /** Undefined when the encoder cannot say. It may take a while; whoever asks again takes the question before back. */
  find(text: string, except: ParticipantId | null): Promise<HeardBefore | null | undefined>;
  /** Makes ready for these needs in the background; the promise is for those who want to know when. */
  prepare(needs: readonly Need[]): Promise<void>;
  close(): void;
}

interface Readiness {
  readonly needs: readonly Need[];
  readonly folder: string;
  readonly done: Promise<void>;
}

/** A quote with what its vector is made from and kept under. */
interface Wanted {
  readonly need: Need;
  readonly quote: Quote;
  readonly text: string;
  readonly key: string;
}

export function createHeardByEncoder(context: HostContext): HeardByEncoder {
  const cacheFolder = join(context.workspace().folder, 'derived', 'vectors');
  let ready: Readiness | null = null;
  let index: AlikeIndex | null = null;
  let engine: Engine | null = null;
  let asking: AbortController | null = null;
  let isClosed = false;

  const isExtracting = () => context.needs().extraction().kind === 'running';

  function embed(folder: string, texts: readonly string[], signal?: AbortSignal) {
    engine ??= context.options.createEngine({ idleMs: WARM_MS });
    return engine.embed(folder, texts, signal ? { signal } : {});
  }

  async function build(needs: readonly Need[], folder: string): Promise<AlikeIndex | null> {
    const open = needs.filter((need) => need.status !== 'dismissed');
    const quotes = open
      .flatMap((need) => need.quotes.map((quote) => ({ need, quote })))
      .slice(0, MOST_QUOTES);
    if (quotes.length === 0 || isForeign(quotes.map(({ quote }) => quote.text))) return null;
    const { id, heads } = await readModelFolder(folder);
    const limits = heads.hint ?? (modelInUse(context).isBuiltIn ? HINT_LIMITS : null);
    if (limits === null) return null;
    const wanted = quotes.map(({ need, quote }): Wanted => {
      const text = clean(quote.text);
      return { need, quote, text, key: vectorKey(id, text) };
    });
    const kept = await readVectors(cacheFolder, SHELF);
    const vectors: Vectors = new Map();
    for (const { key } of wanted) take(key, kept, vectors);
    await fromInterviews(wanted, vectors);
    await fromEncoder(wanted, vectors, folder);
    // Also when every vector was kept: the encoder is loaded before the first note.
    await embed(folder, []);
    if ([...vectors.keys()].some((key) => !kept.has(key))) await keep(vectors);
    return createAlikeIndex(
      wanted.flatMap(({ need, quote, key }): HeardQuote[] => {
        const vector = vectors.get(key);
        return vector ? [{ need, quote, vector }] : [];
      }),
      limits,
    );
  }

  /** Most quotes are statements, whose vectors the last computation kept. */
  async function fromInterviews(wanted: readonly Wanted[], vectors: Vectors): Promise<void> {
    const missing = new Map<InterviewId, string[]>();
    for (const { quote, key } of wanted)
      if (!vectors.has(key)) missing.set(quote.interviewId, [...(missing.get(quote.interviewId) ?? []), key]);
    for (const [interview, keys] of missing) {
      if (isClosed) return;
      const own = await readVectors(cacheFolder, interview);
      for (const key of keys) take(key, own, vectors);
    }
  }

  async function fromEncoder(wanted: readonly Wanted[], vectors: Vectors, folder: string): Promise<void> {
    const missing = wanted.filter(({ key }) => !vectors.has(key));
    for (let from = 0; from < missing.length; from += AT_ONCE) {
      if (isClosed || isExtracting()) throw new AppError('cancelled', 'the encoder has other work');
      const some = missing.slice(from, from + AT_ONCE);
      const texts = some.map(({ text }) => text);
      for (const [i, vector] of (await embed(folder, texts)).entries()) {
        const key = some[i]?.key;
        if (key !== undefined) vectors.set(key, vector);
      }
    }
  }

  /** What cannot be kept is computed again the next time. */
  async function keep(vectors: Vectors): Promise<void> {
    if (context.workspace().readOnlyBecause !== null) return;
    await writeVectors(cacheFolder, SHELF, vectors).catch(failed);
  }

  function failed(error: unknown): void {
    const code = error instanceof AppError ? error.code : 'unknown';
    if (!isClosed && code !== 'cancelled') context.options.log.warn('hints-by-words', { code });
  }

  function isForeign(texts: readonly string[]): boolean {
    if (!modelInUse(context).isBuiltIn) return false;
    const language = detectLanguage(texts.join(' '));
    return language !== null && language.code !== 'en';
  }

  return {
    prepare(needs) {
      const { folder } = modelInUse(context);
      if (ready?.needs === needs && ready.folder === folder) return ready.done;
      index = null;
      ready = null;
      if (isClosed || isExtracting()) return Promise.resolve();
      const done = build(needs, folder).then(
        (built) => {
          if (ready === own) index = built;
        },
        (error: unknown) => {
          failed(error);
          // What an extraction was in the way of is made ready after it; what is broken is not tried at every word.
          if (ready === own && error instanceof AppError && error.code === 'cancelled') ready = null;
        },
      );
      const own: Readiness = { needs, folder, done };
      ready = own;
      return done;
    },
    async find(text, except) {
      const known = index;
      if (known === null || ready === null || isExtracting()) return undefined;
      asking?.abort();
      const own = new AbortController();
      asking = own;
      try {
        const [vector] = await embed(ready.folder, [clean(text)], own.signal);
        return vector ? known.find(vector, except) : undefined;
      } catch (error) {
        failed(error);
        return undefined;
      }
    },
    close() {
      isClosed = true;
      asking?.abort();
      engine?.close();
      engine = null;
    },
  };
}

function take(key: string, from: ReadonlyMap<string, Float32Array>, into: Vectors): void {
  const vector = from.get(key);
  if (vector) into.set(key, vector);
}
