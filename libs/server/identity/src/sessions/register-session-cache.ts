import type { Clock } from '@kantinekortet/platform';
import type { RegisterPrincipal } from '../access/principal.ts';

const rememberedForMs = 5_000;
const maximumEntries = 10_000;

interface Entry {
  readonly principal: RegisterPrincipal;
  readonly until: number;
}

/**
 * The tills seen in the last five seconds, so that a sale needs no round trip for its session. Only tills: whatever a
 * till does with money asks the database whether its register was revoked.
 */
export class RegisterSessionCache {
  private readonly entries = new Map<string, Entry>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get(token: string): RegisterPrincipal | undefined {
    const entry = this.entries.get(token);
    if (!entry) return undefined;
    if (entry.until > this.clock.now().getTime()) return entry.principal;
    this.entries.delete(token);
    return undefined;
  }

  remember(token: string, principal: RegisterPrincipal): void {
    if (this.entries.size >= maximumEntries) this.entries.clear();
    this.entries.set(token, { principal, until: this.clock.now().getTime() + rememberedForMs });
  }

  forget(registerId: string): void {
    for (const [token, { principal }] of this.entries) {
      if (principal.registerId === registerId) this.entries.delete(token);
    }
  }
}
