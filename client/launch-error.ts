/** A launch that can't be: permanent, with what to change. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
