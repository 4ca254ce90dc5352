/** The personal pages of starter by name. Exports only. */
import { yourVoucher } from './your-voucher.tsx';

export const pages = { 'your-voucher': yourVoucher };
