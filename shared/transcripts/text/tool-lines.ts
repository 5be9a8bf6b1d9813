// Lines that call tools put into a transcript and that nobody said. The readers leave them out, and say so.

/** A whole line that is the tool's. */
export const TOOL_LINE =
  /^(?:Transcribed by https?:\/\/otter\.ai|(?:Transcription|Meeting) ended after \d|This editable transcript was computer generated|AI-generated content may be incorrect|VIEW RECORDING - |-{3,}$|\S.{0,60} (?:started|stopped) transcription$)/i;

/** Fathom's marks inside a turn; what follows the link is speech again. */
export const INLINE_MARK =
  /^(?:ACTION ITEM|SCREEN SHARING|HIGHLIGHT|QUESTION)s?: .{0,2000}? - WATCH: (?:<[^<>\s]+>|https?:\/\/\S+)\s*/;

/** `R. Okafor's Presentation` is a shared screen, not a person. */
export const SCREEN_SHARE = /['’]s? (?:presentation|screen)$/i;

/** A name that says that nobody is known. */
export const NOBODY = /^unknown(?: speaker)?$/i;
