import type { ScreenProps } from '../../shell/screens';

export function TagsView({ place }: ScreenProps<'tags'>) {
  return <div className="p-4">{place.kind}</div>;
}
