import { Fieldset } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import styles from './choice-tiles.module.css';

interface Tile<Value> {
  value: Value;
  label: ReactNode;
  /** Takes a row of its own. */
  isWide?: boolean;
  isLow?: boolean;
}

interface ChoiceTilesProps<Value> {
  legend: ReactNode;
  columns: 2 | 3;
  tiles: readonly Tile<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/** One of a few things, as radio buttons big enough for a thumb. */
export function ChoiceTiles<Value extends string | number>(props: ChoiceTilesProps<Value>) {
  const { legend, columns, tiles, chosen, onChoose } = props;
  const name = useId();
  return (
    <Fieldset>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      <div className={styles.tiles} data-columns={columns}>
        {tiles.map(({ value, label, isWide, isLow }) => (
          <label
            key={value}
            className={styles.tile}
            data-is-wide={isWide === true ? '' : undefined}
            data-is-low={isLow === true ? '' : undefined}
          >
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
