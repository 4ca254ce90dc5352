/** The personal pages of abandoned-cart by name. Exports only. */
import { yourCart } from './your-cart.tsx';
import { yourVoucher } from './your-voucher.tsx';

export const pages = { 'your-cart': yourCart, 'your-voucher': yourVoucher };
