import type { Identity } from '../../../store/recipient.ts';

/** Whom and where: what an address block is written from. */
export type Addressee = Pick<Identity, 'title' | 'firstName' | 'lastName' | 'company' | 'addressLine' | 'addressComplement' | 'postcode' | 'city' | 'country'>;

/** A part of an address, named as the column of an import that it comes from; `name` is title, first and last name together. */
export type AddressField = 'name' | 'company' | 'address_line' | 'address_complement' | 'postcode' | 'city' | 'country';

/** Why an address can't be printed, for machines. */
export const ADDRESS_REASONS = [
  ...(['missing-name', 'missing-street', 'missing-postcode', 'missing-city', 'bad-postcode', 'unknown-country'] as const),
  ...(['line-too-long', 'too-many-lines', 'control-character', 'right-to-left', 'emoji', 'non-latin'] as const),
] as const;
export type AddressReason = (typeof ADDRESS_REASONS)[number];

export interface AddressProblem {
  readonly field: AddressField;
  readonly reason: AddressReason;
  /** A sentence: what was expected, what is there, what to do. Never what is written in the field. */
  readonly message: string;
}

/** The parts of an address, tidied and in letters that can be set; empty where there is nothing. */
export interface AddressParts {
  readonly title: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly street: string;
  readonly complement: string;
  readonly postcode: string;
  readonly city: string;
}

/** A line and the field that it comes from. */
export interface AddressLine {
  readonly field: AddressField;
  readonly text: string;
}

/** Characters of a line at most, spaces included: NF Z10-011's, and what an address zone of 85 mm holds at 10 points. */
export const ADDRESS_LINE_LENGTH = 38;

/** Lines at most: NF Z10-011's, and those of the address zone of DIN 5008 below its three lines for notes. */
export const ADDRESS_LINES = 6;
