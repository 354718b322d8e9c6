export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** To a metre: more is never known of a place, and minutes make endless fractions. */
export const roundedDegrees = (value: number): number => Number(value.toFixed(5));

/** `50.45466, 30.5238`: as the field for coordinates takes it. */
export const coordinateText = ({ latitude, longitude }: Coordinates): string =>
  `${roundedDegrees(latitude)}, ${roundedDegrees(longitude)}`;
