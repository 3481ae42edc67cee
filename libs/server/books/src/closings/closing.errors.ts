import { DomainError } from '@kantinekortet/platform';

/** A month can be closed from the second day of the next, in order, once. */
export class MonthNotClosable extends DomainError {
  constructor(next: string | null) {
    super('conflict', 'month_not_closable', 'This month cannot be closed now.', { facts: { nextMonth: next ?? '' } });
  }
}

/** The figures are not those that were shown. */
export class ClosingFiguresChanged extends DomainError {
  constructor(figures: { readonly vatOre: number; readonly releaseOre: number }) {
    super('conflict', 'closing_figures_changed', 'The figures have changed: look at them again.', { facts: figures });
  }
}
