import { DomainError } from '@kantinekortet/platform';

/** No such pupil, or not one that the caller may see. */
export class PupilNotFound extends DomainError {
  constructor() {
    super('not_found', 'pupil_not_found', 'There is no such pupil.');
  }
}
