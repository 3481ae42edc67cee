/** All that is listed, in a list; nothing when there is nobody to list it. */
export async function collected<Item>(items: AsyncIterable<Item> | undefined): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items ?? []) found.push(item);
  return found;
}
