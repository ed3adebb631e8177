/** The steps of a ramp. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="var(--r-accent)" />
      <path
        d="M6 24h5v-5h5v-5h5V9h5"
        fill="none"
        stroke="var(--r-on-accent)"
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
