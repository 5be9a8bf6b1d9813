// Calls to a host in this process and what it tells, through frames like any door: the command line has no other way in.
import type { Method, Params, Results } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import {
  type ClientFrame,
  decodeFrame,
  encodeCallFrame,
  HostFrame,
  PROTOCOL_VERSION,
} from '../../shared/protocol.ts';
import type { Host } from '../host/host.ts';

/** Rejects with the AppError that the host answers. */
export function callHost<M extends Method>(host: Host, method: M, params: Params<M>): Promise<Results[M]> {
  return new Promise((resolve, reject) => {
    const connection = host.connect(
      {
        send(frame) {
          const decoded = decodeFrame(frame, HostFrame);
          if (decoded.channel !== 'call') return;
          const { message } = decoded;
          if (message.kind === 'error') finish(() => reject(AppError.fromData(message.error)));
          // The host keeps to the contract; its own compiler checked the type of this answer.
          if (message.kind === 'result') finish(() => resolve(message.result as Results[M]));
        },
        close() {},
      },
      { access: 'owner' },
    );
    const finish = (settle: () => void) => {
      connection.close();
      settle();
    };
    const send = (frame: ClientFrame) => connection.receive(encodeCallFrame(frame));
    send({ kind: 'hello', version: PROTOCOL_VERSION });
    send({ kind: 'call', id: 1, method, params });
  });
}

/** Everything the host tells its windows, until the answer is called. */
export function listenTo(host: Host, onEvent: (event: string, payload: unknown) => void): () => void {
  const connection = host.connect(
    {
      send(frame) {
        const decoded = decodeFrame(frame, HostFrame);
        if (decoded.channel === 'call' && decoded.message.kind === 'event')
          onEvent(decoded.message.event, decoded.message.payload);
      },
      close() {},
    },
    { access: 'owner' },
  );
  connection.receive(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
  return () => connection.close();
}
