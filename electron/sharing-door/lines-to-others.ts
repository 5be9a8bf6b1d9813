// Both directions between this computer and others, as a host takes them: the door that others come through, and the line
// by which we come to them.
import { AppError } from '../../shared/errors.ts';
import type { HostSocket } from '../host/door.ts';
import type { HostOptions } from '../host/host.ts';
import { connectPinned } from './pinned-socket.ts';
import { type OpenSharingDoorOptions, openSharingDoor } from './sharing-door.ts';
import { keptVisitorKey } from './visitor-key.ts';

type Lines = Required<Pick<HostOptions, 'openSharingDoor' | 'connectPeer'>>;

export function linesToOthers(
  options: { readonly userFolder: string } & Pick<
    OpenSharingDoorOptions,
    'rendererFolder' | 'host' | 'names'
  > & {
      /** In place of the port of the last time. */
      readonly port?: number;
    },
): Lines {
  const { userFolder, port, ...where } = options;
  return {
    openSharingDoor: (door) => openSharingDoor({ ...door, ...where, port: port ?? door.port }),
    connectPeer: (link) => (far) => {
      let socket: HostSocket | null = null;
      let isClosed = false;
      keptVisitorKey(userFolder).then(
        (secret) => {
          if (!isClosed) socket = connectPinned(link, secret, far);
        },
        (error: unknown) => {
          far.closed(
            error instanceof AppError ? error : new AppError('internal', 'no key', { cause: error }),
          );
        },
      );
      return {
        send: (frame) => socket?.send(frame),
        close() {
          isClosed = true;
          socket?.close();
        },
      };
    },
  };
}
