import type { TimelineNames } from '../../../../shared/contract/views/timeline';
import { all, type ReadableDB } from '../../core/sql';

/** Ids that are said many times, each kept once: rows name them by their place in the list. */
export class NameList {
  readonly ids: string[] = [];
  readonly #places = new Map<string, number>();

  /** The place of an id, added at the end when it is new; -1 for none. */
  placeOf(id: string | null): number {
    if (id === null) return -1;
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  /** The ids with what their rows are called. */
  named(db: ReadableDB, table: 'entity' | 'article' | 'event_type', column: 'name' | 'title'): TimelineNames {
    const rows = all<{ readonly id: string; readonly name: string }>(
      db,
      `SELECT t.id, t.${column} AS name FROM json_each(?) AS wanted CROSS JOIN ${table} AS t ON t.id = wanted.value`,
      [JSON.stringify(this.ids)],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return { ids: this.ids, names: this.ids.map((id) => names.get(id) ?? '') };
  }
}
