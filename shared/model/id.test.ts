import { describe, expect, it } from 'vitest';
import { newId } from './id';

describe('newId', () => {
  it('makes UUIDs of version 7 that ascend', () => {
    const before = Date.now();
    const ids = Array.from({ length: 10_000 }, newId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
  });
});
