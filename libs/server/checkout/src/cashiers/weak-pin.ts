/** Whether a PIN is among the first that somebody tries: few digits, a run up or down, or one half said twice. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  const isRun = [1, 9].some((step) => steps.every((taken) => taken === step));
  return new Set(digits).size < 3 || isRun || pin.slice(0, 3) === pin.slice(3);
}
