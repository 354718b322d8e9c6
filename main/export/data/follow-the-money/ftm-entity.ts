/** An entity of FollowTheMoney as a line of JSON: an id, a schema, and properties whose values are lists of strings. */

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

type Value = string | number | null | undefined;

/** Properties that say something; each value once, as a string. */
export function ftmEntity(
  id: string,
  schema: string,
  given: Readonly<Record<string, Value | readonly Value[]>>,
): FtmEntity {
  const properties: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    const values = (Array.isArray(value) ? (value as readonly Value[]) : [value as Value])
      .filter((each): each is string | number => each !== null && each !== undefined && each !== '')
      .map(String);
    if (values.length > 0) properties[name] = [...new Set(values)];
  }
  return { id, schema, properties };
}
