/** Whether a value is a path of this very app, so that no link can send anyone elsewhere after signing in. */
export function isOwnPath(value: unknown): value is string {
  // Browsers read a backslash as a slash, and take tabs and line breaks out of an address before they read it.
  return typeof value === 'string' && /^\/(?![/\\])[^\t\n\r]*$/.test(value);
}
