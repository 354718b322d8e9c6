import type { ScreenProps } from '../../shell/screens';

export function TimelineView({ place }: ScreenProps<'timeline'>) {
  return <div className="p-4">{place.kind}</div>;
}
