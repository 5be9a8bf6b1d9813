// A real recording for tests, small enough to look at: one channel, 8 kHz, 8 bit.

/** Silence of that many seconds, plus a little noise at the end that `salt` chooses, so that two differ. */
export function tinyWav(seconds: number, salt = 0): Buffer<ArrayBuffer> {
  const bytes = seconds * 8_000;
  const wav = Buffer.alloc(44 + bytes, 128);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8_000, 24);
  wav.writeUInt32LE(8_000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(bytes, 40);
  wav[wav.length - 1] = 128 + (salt % 100);
  return wav;
}
