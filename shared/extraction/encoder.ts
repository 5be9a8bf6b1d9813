// The port to the encoder: texts in, vectors out. The pipeline knows nothing of models, files or caches.

/** What an AbortSignal offers of itself; this layer has no platform to take the type from. */
export interface CancelSignal {
  readonly aborted: boolean;
}

export interface Encoder {
  /**
   * One unit vector for each text, in their order. The same text always gives the same vector. `shelf` names what the
   * texts belong to (an interview's id, or "labels"), so that a cache may keep them together. Throws
   * AppError('cancelled') soon after `signal` is aborted.
   */
  embed(texts: readonly string[], signal?: CancelSignal, shelf?: string): Promise<Float32Array[]>;
}
