import { coveringShapes } from './covering-shapes.ts';
import { croppedPicture } from './cropped-picture.ts';
import { customProperties } from './custom-properties.ts';
import { customXml } from './custom-xml.ts';
import { embeddedObject } from './embedded-object.ts';
import { fileAuthor } from './file-author.ts';
import { hiddenShape } from './hidden-shape.ts';
import { largerThanShown } from './larger-than-shown.ts';
import { leftPicture } from './left-picture.ts';
import { macros } from './macros.ts';
import { picturePosition } from './picture-position.ts';
import type { FileRule } from '../rule.ts';

/** Rules about Excel workbooks and Word documents alike, in the order of a report. */
export const OFFICE_RULES: readonly FileRule[] = [
  embeddedObject,
  macros,
  hiddenShape,
  croppedPicture,
  leftPicture,
  coveringShapes,
  picturePosition,
  fileAuthor,
  customProperties,
  customXml,
  largerThanShown,
];
