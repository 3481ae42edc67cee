import { useFormat } from './use-format.ts';

/** An amount in øre as kroner, with digits of one width and never broken over two lines. */
export function Money({ ore, signed = false, className = '' }: { ore: number; signed?: boolean; className?: string }) {
  const format = useFormat();
  return <span className={`kk-money ${className}`}>{signed ? format.signedKr(ore) : format.kr(ore)}</span>;
}

/** A moment as `22.11.2026 kl. 11.32`, its day (`show="date"`) or its clock time (`show="time"`). */
export function DateTime({ iso, show = 'dateTime' }: { iso: string; show?: 'dateTime' | 'date' | 'time' }) {
  const format = useFormat();
  return (
    <time dateTime={iso} className="kk-nowrap">
      {format[show](iso)}
    </time>
  );
}
