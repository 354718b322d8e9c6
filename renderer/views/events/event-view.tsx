import type { ScreenProps } from '../../shell/screens';

export function EventView({ place }: ScreenProps<'event'>) {
  return <div className="p-4">{place.kind}</div>;
}
