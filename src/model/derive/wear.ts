/** What a rating in terabytes written allows. Decimal units, as the makers count. */
export interface Wear {
  /** Gigabytes a day, over so many years. */
  gigabytesADay: number;
  /** Promotions a day of chunks of so many bytes. */
  promotionsADay: (chunkBytes: number) => number;
  /** Months until it is used up, when the whole capacity is written once a day. */
  monthsOfRefills: number;
}

const daysAYear = 365.25;

/** The arithmetic of wear for a drive; what the drive writes by itself is not in it. */
export function wearOf(ratedTerabytes: number, capacityGigabytes: number, years = 5): Wear {
  const gigabytesADay = (ratedTerabytes * 1000) / (years * daysAYear);
  return {
    gigabytesADay,
    promotionsADay: (chunkBytes) => (gigabytesADay * 1e9) / chunkBytes,
    monthsOfRefills: (ratedTerabytes * 1000) / capacityGigabytes / (daysAYear / 12),
  };
}
