import type { ScreenProps } from '../../shell/screens';

export function TrashView({ place }: ScreenProps<'trash'>) {
  return <div className="p-4">{place.kind}</div>;
}
