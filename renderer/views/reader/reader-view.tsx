import type { ScreenProps } from '../../shell/screens';

export function ReaderView({ place }: ScreenProps<'article'>) {
  return <div className="p-4">{place.kind}</div>;
}
