import type { FileRule } from '../rule.ts';
import { imageAppendedData } from './image-appended-data.ts';
import { imageDetails } from './image-details.ts';
import { imagePosition } from './image-position.ts';

/** The rules about images: those that block first. */
export const IMAGE_RULES: readonly FileRule[] = [imagePosition, imageAppendedData, imageDetails];
