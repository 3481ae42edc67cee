import { DomainError } from '@kantinekortet/platform';

export class RolloverNotFound extends DomainError {
  constructor() {
    super('not_found', 'rollover_not_found', 'There is no such new school year. Begin again.');
  }
}

/** Pupils have changed since the preview, so that applying would do something else than was shown. */
export class RolloverPreviewOutdated extends DomainError {
  constructor() {
    super('conflict', 'rollover_preview_outdated', 'The pupils have changed since the preview. Begin again.');
  }
}

/** Not every class of the preview exactly once. */
export class RolloverClassesUnusable extends DomainError {
  constructor() {
    const detail = 'Say of each class of the preview, once, what becomes of it.';
    super('invalid', 'rollover_classes', detail, {
      errors: [{ pointer: '/classes', code: 'rollover_classes', detail }],
    });
  }
}

/** The number that was typed is not how many pupils get a new class or leave. Carries how many do. */
export class AffectedCountDiffers extends DomainError {
  constructor(affectedCount: number) {
    super('unprocessable', 'affected_count_differs', 'Type how many pupils get a new class or leave.', {
      facts: { affectedCount },
    });
  }
}
