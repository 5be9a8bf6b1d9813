// One gate refuses strangers and nonsense: it finds the method, checks the viewer's rights, parses the params, and
// turns whatever a handler throws into an error that can cross a door.
import type { Access } from '../../shared/contract/parts.ts';
import { access, type Method, type Params, params, type Results } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Viewer } from './door.ts';
import type { HostLog } from './log.ts';
import { mayCall } from './sharing/visitor-rights.ts';

/** A handler for every method: a missing one does not compile. */
export type Handlers = {
  readonly [M in Method]: (
    input: Params<M>,
    viewer: Viewer,
    /** Aborted when the caller gives up or is gone. */
    signal?: AbortSignal,
  ) => Promise<Results[M]>;
};

export interface Router {
  call(
    method: string,
    rawParams: unknown,
    viewer: Viewer,
    signal: AbortSignal,
  ): Promise<Result<unknown, AppError>>;
}

const RANK: Readonly<Record<Access, number>> = { guest: 0, member: 1, owner: 2 };

export function createRouter(handlers: Handlers, log: HostLog): Router {
  return {
    async call(method, rawParams, viewer, signal) {
      if (!isMethod(method))
        return fail(new AppError('unknown-method', `there is no method ${method.slice(0, 60)}`));
      if (RANK[viewer.access] < RANK[access[method]]) {
        return fail(new AppError('not-allowed', `${method} is not for a ${viewer.access}`));
      }
      if (!mayCall(viewer, method))
        return fail(new AppError('not-allowed', `${method} is not for who came by an invite`));
      const parsed = params[method].safeParse(rawParams);
      if (!parsed.success) {
        const places = parsed.error.issues
          .slice(0, 5)
          .map((issue) => ({ at: issue.path.join('.'), problem: issue.code }));
        return fail(
          new AppError('invalid-input', `${method}: the input does not fit`, { details: { places } }),
        );
      }
      try {
        // The table ties each handler to its own params; TypeScript cannot follow that through a lookup by name.
        const handler = handlers[method] as (
          input: unknown,
          viewer: Viewer,
          signal: AbortSignal,
        ) => Promise<unknown>;
        return ok(await handler(parsed.data, viewer, signal));
      } catch (error) {
        if (error instanceof AppError) return fail(error);
        log.error('handler-failed', { method, reason: error instanceof Error ? error.name : 'unknown' });
        return fail(new AppError('internal', `${method} failed`, { cause: error }));
      }
    },
  };
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(params, method);
}
