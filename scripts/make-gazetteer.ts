import { makeGazetteer } from '../main/store/overview/places/make-gazetteer';

/** Makes the gazetteer from GeoNames' dump: `DUMP FILE`; answers the exit code. */
export function main([dump, path]: readonly string[]): number {
  if (!dump || !path) return 2;
  const count = makeGazetteer(dump, path);
  console.log(`wrote ${count} places to ${path}`);
  return 0;
}
