import type { ScreenProps } from '../../shell/screens';

export function SearchView({ place }: ScreenProps<'search'>) {
  return <div className="p-4">{place.kind}</div>;
}
