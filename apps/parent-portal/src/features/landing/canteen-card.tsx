import styles from './landing.module.css';

/** A drawing of the card, as the pupil holds it. Says nothing that the text does not. */
export function CanteenCard() {
  return (
    <svg viewBox="0 0 342 216" className={styles.card} aria-hidden focusable="false">
      <defs>
        <linearGradient id="card-face" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#0f7562" />
          <stop offset="1" stopColor="#0a4a3e" />
        </linearGradient>
      </defs>
      <rect width="342" height="216" rx="18" fill="url(#card-face)" />
      <circle cx="318" cy="14" r="112" fill="#fff8ec" opacity="0.07" />
      <circle cx="352" cy="70" r="112" fill="#fff8ec" opacity="0.05" />
      <path d="M0 168h342v30a18 18 0 0 1-18 18H18a18 18 0 0 1-18-18z" fill="#e5913f" />
      <g fill="none" stroke="#fff8ec" strokeWidth="6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M34 34v16a11 11 0 0 0 22 0V34M45 34v56" />
        <path d="M88 90V62" />
        <ellipse cx="88" cy="48" rx="11" ry="15" />
      </g>
      <rect x="240" y="32" width="72" height="72" rx="8" fill="#fff8ec" />
      <g fill="#0a4a3e">
        <path
          d="M248 40h20v20h-20zm5 5v10h10V45zM284 40h20v20h-20zm5 5v10h10V45zM248 76h20v20h-20zm5 5v10h10V81z"
          fillRule="evenodd"
        />
        <path d="M273 40h6v8h-6zM273 53h6v13h-6zM248 65h13v6h-13zM266 71h7v7h-7zM273 78h9v6h-9zM284 65h8v8h-8zM296 70h8v9h-8zM284 80h7v16h-7zM295 84h9v5h-9zM273 90h6v6h-6zM297 92h7v4h-7z" />
      </g>
      <g fill="#fff8ec">
        <rect x="30" y="124" width="120" height="10" rx="5" opacity="0.95" />
        <rect x="30" y="144" width="76" height="8" rx="4" opacity="0.55" />
      </g>
    </svg>
  );
}
