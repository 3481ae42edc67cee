import { DomainError } from '@kantinekortet/platform';

/** Nobody lacks this, or a letter can help none of those who do. */
export class NobodyToRemind extends DomainError {
  constructor() {
    super('conflict', 'nobody_to_remind', 'There is nobody to print a letter for.');
  }
}
