import { DomainError } from '@kantinekortet/platform';

/** Settings that contradict each other. */
export class SettingsContradict extends DomainError {
  constructor(pointer: string, detail: string) {
    super('invalid', 'settings_contradict', detail, { errors: [{ pointer, code: 'settings_contradict', detail }] });
  }
}
