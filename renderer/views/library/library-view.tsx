import type { ScreenProps } from '../../shell/screens';

export function LibraryView({ place }: ScreenProps<'library'>) {
  return <div className="p-4">{place.kind}</div>;
}
