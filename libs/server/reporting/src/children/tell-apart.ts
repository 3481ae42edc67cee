/** What a child is told apart by. */
export interface NamedChild {
  readonly name: string;
  readonly className: string | null;
  readonly school: { readonly name: string };
}

/** From the shortest to the longest. */
const ways: readonly ((child: NamedChild) => string)[] = [
  ({ name }) => firstOf(name),
  ({ name }) => name,
  ({ name, className, school }) => `${firstOf(name)} (${className ?? school.name})`,
  ({ name, school }) => `${firstOf(name)} (${school.name})`,
  ({ name, className, school }) => `${name} (${[className, school.name].filter(Boolean).join(', ')})`,
];

/** The shortest that each child of a guardian can be called among the others: the first name, unless two share it. */
export function tellApart(children: readonly NamedChild[]): string[] {
  return children.map((child) => {
    const others = children.filter((other) => other !== child);
    const isOwn = (way: (child: NamedChild) => string) => others.every((other) => !isSame(way(other), way(child)));
    const way = ways.find(isOwn) ?? ways.at(-1);
    return way?.(child) ?? child.name;
  });
}

function firstOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase('nb') === other.toLocaleLowerCase('nb');
}
