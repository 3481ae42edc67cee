type Result = 'sold' | 'attention' | 'refused';

interface Tone {
  readonly frequencyHz: number;
  readonly startMs: number;
  readonly durationMs: number;
}

/** One short high, two medium, one low: told apart without looking. */
const tones: Readonly<Record<Result, readonly Tone[]>> = {
  sold: [{ frequencyHz: 1320, startMs: 0, durationMs: 110 }],
  attention: [
    { frequencyHz: 660, startMs: 0, durationMs: 120 },
    { frequencyHz: 660, startMs: 200, durationMs: 120 },
  ],
  refused: [{ frequencyHz: 196, startMs: 0, durationMs: 420 }],
};

let context: AudioContext | undefined;

/** Browsers allow sound only after a touch: call this from the button that starts the till. */
export function unlockSound(): void {
  context ??= new AudioContext();
  void context.resume();
}

export function play(result: Result): void {
  if (context?.state !== 'running') return;
  for (const { frequencyHz, startMs, durationMs } of tones[result]) {
    const startsAt = context.currentTime + startMs / 1000;
    const endsAt = startsAt + durationMs / 1000;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequencyHz;
    gain.gain.setValueAtTime(0.25, startsAt);
    gain.gain.exponentialRampToValueAtTime(0.001, endsAt);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(startsAt);
    oscillator.stop(endsAt);
  }
}
