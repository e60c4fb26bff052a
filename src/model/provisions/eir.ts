import type { Provision } from '../provisions.ts';

export const EIR_PROVISIONS: readonly Provision[] = [];
