import type { ScreenProps } from '../../shell/screens';

export function EventsView({ place }: ScreenProps<'events'>) {
  return <div className="p-4">{place.kind}</div>;
}
