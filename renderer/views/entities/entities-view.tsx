import type { ScreenProps } from '../../shell/screens';

export function EntitiesView({ place }: ScreenProps<'actors' | 'places'>) {
  return <div className="p-4">{place.kind}</div>;
}
