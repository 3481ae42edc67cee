/** The mark: a card on a green tile, with a spoon and a fork as its chip. */
export function Wordmark({ markOnly = false }: { markOnly?: boolean }) {
  return (
    <span className="kk-wordmark">
      <svg viewBox="0 0 32 32" aria-hidden focusable="false">
        <rect className="kk-wordmark-tile" width="32" height="32" rx="8" />
        <rect x="5.5" y="8.5" width="21" height="15" rx="3" fill="#fff8ec" />
        <path className="kk-wordmark-band" d="M5.5 19h21v1.5a3 3 0 0 1-3 3h-15a3 3 0 0 1-3-3z" />
        <g fill="none" stroke="#0b5f50" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
          <path d="M9.5 11v1.6a1.6 1.6 0 0 0 3.2 0V11M11.1 11v5.6" />
          <path d="M17 16.6v-2.4" />
          <ellipse cx="17" cy="12.5" rx="1.35" ry="1.7" />
        </g>
      </svg>
      {!markOnly && <span className="kk-wordmark-name">Kantinekortet</span>}
    </span>
  );
}
