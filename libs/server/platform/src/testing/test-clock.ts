import { Clock } from '../clock.ts';

/** The real present plus a shift that a test moves. */
export class TestClock extends Clock {
  private shiftMs = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.shiftMs);
  }

  advance(durationMs: number): void {
    this.shiftMs += durationMs;
  }
}
