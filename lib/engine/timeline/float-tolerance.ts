/** A float of so many working days or less is none. */
export const FLOAT_TOLERANCE_DAYS = 1e-9;
