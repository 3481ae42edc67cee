const versionFourAt = 14;

/** A fresh UUIDv7 for an operation that this client starts; keep it while the outcome is unknown, so that a retry books once. */
export function newId(): string {
  // RFC 9562: 48 bits of time, then version and chance, which a random UUID has in the same places.
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(versionFourAt + 1)}`;
}
