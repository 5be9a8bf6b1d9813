export interface CallTimeProps {
  /** The time as it is shown, such as “09:06”, from `formatCallTime`. */
  readonly text: string;
  /** The same in milliseconds, for the machine-readable form. */
  readonly ms?: number | undefined;
  /** Times that were estimated carry ≈. */
  readonly isApproximate?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A time within a call. */
export function CallTime({ text, ms, isApproximate = false, className }: CallTimeProps) {
  return (
    <time className={className} dateTime={ms === undefined ? undefined : duration(ms)}>
      {isApproximate ? (
        <>
          <span aria-hidden="true">≈ </span>
          <span className="visually-hidden">about </span>
        </>
      ) : null}
      {text}
    </time>
  );
}

/** A duration as HTML wants it (`PT546S`), from the “valid duration string” of the HTML standard. */
function duration(ms: number): string {
  return `PT${Math.max(0, Math.round(ms / 1000))}S`;
}
