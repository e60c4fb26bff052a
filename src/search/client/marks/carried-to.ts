import { type Carried, KEY } from './carried.ts';

/** What was carried to a page; `null` where nothing was, or something else. */
export function carriedTo(path: string): Carried | null {
  try {
    const carried = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Carried | null;
    return carried?.path === path && Array.isArray(carried.words) && carried.words.length > 0 ? carried : null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
