/** The two halves: who speaks and who hears. Decoration; the name stands beside it. */
export function Logo({ size = 18 }: { readonly size?: number | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <path d="M9 2a8 8 0 0 0 0 16z" />
      <path d="M11 2h7v16h-7z" />
    </svg>
  );
}
