/** How a register stands in the ledger as the one who asked. book_sales writes the same. */
export function registerActor(registerId: string): string {
  return `register:${registerId}`;
}
