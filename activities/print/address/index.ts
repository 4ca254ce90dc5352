/**
 * A postal address: written by the norm of its country, checked with reasons. Pure; needs no store. Exports only.
 */
export { ADDRESS_LINE_LENGTH, ADDRESS_LINES, ADDRESS_REASONS, type Addressee, type AddressField, type AddressProblem, type AddressReason } from './addressee.ts';
export { addressBlock, checkAddress, type AddressBlock } from './address-block.ts';
export type { AddressOptions } from './write-address.ts';
