import { DomainError } from '@kantinekortet/platform';

export class TaskNotFound extends DomainError {
  constructor() {
    super('not_found', 'task_not_found', 'The school has no such task.');
  }
}

/** Somebody else was faster, or what happened meanwhile has resolved it. */
export class TaskResolved extends DomainError {
  constructor() {
    super('conflict', 'task_resolved', 'This task is resolved.');
  }
}

/** A note would leave undone what has to be done. */
export class TaskNeedsAction extends DomainError {
  constructor() {
    super('unprocessable', 'task_needs_action', 'This task is resolved where the thing itself is done.');
  }
}
