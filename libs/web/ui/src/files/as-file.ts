/** How a file travels in a request: its bytes as they are. */
export const asFile = (file: Blob) => ({
  headers: { 'Content-Type': 'application/octet-stream' },
  body: '',
  bodySerializer: () => file,
});
