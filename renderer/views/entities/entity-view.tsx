import type { ScreenProps } from '../../shell/screens';

export function EntityView({ place }: ScreenProps<'entity'>) {
  return <div className="p-4">{place.kind}</div>;
}
