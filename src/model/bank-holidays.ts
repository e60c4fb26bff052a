export const FIRST_YEAR = 2005;
export const LAST_YEAR = 2027;
