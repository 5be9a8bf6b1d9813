// Whether a path out of a zip may become a file below a folder, on every system that Earshot runs on. It knows no zip
// and no workspace; it only ever refuses, and never mends a name.

const MAX_BYTES = 1_000;
const MAX_SEGMENT_BYTES = 255;
/** Windows opens the device, whatever the ending and the folder. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** Why `path` may not become a file, in a few words; null when it may. A trailing `/` marks a folder and is allowed. */
export function refusePath(path: string): string | null {
  if (path === '' || Buffer.byteLength(path) > MAX_BYTES) return 'its name is empty or too long';
  if (path.includes('\\')) return 'its name holds a backslash';
  if (path.startsWith('/')) return 'its name begins at the root of a disk';
  if (/^[A-Za-z]:/.test(path)) return 'its name begins with a drive letter';
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  if (segments.includes('..')) return 'its name leads out of the folder';
  for (const segment of segments) {
    const why = refuseSegment(segment);
    if (why !== null) return why;
  }
  return null;
}

/** The same for two names that one disk or another takes for the same file. */
export function sameFileKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

function refuseSegment(segment: string): string | null {
  if (segment === '' || segment === '.') return 'its name has an empty part';
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return 'its name is too long';
  if (/[\p{Cc}<>:"|?*\u2028\u2029\uFFFD]/u.test(segment))
    return 'its name holds a sign that no file name may hold';
  if (/[. ]$/.test(segment)) return 'its name ends in a dot or a space';
  return DEVICE.test(segment) ? 'its name is that of a device' : null;
}
