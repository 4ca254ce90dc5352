/** What a touch's key says: `<campaign>/<prospect>/<message>/<occurrence>`. */
export interface TouchName {
  readonly campaign: string;
  readonly prospect: string;
  readonly message: string;
  /** `<message>/<occurrence>`: its name within the journey. */
  readonly name: string;
}

/**
 * @returns undefined for what is no touch's key.
 * @example touchNameOf('spring/p-001/thank-you/1')?.prospect // 'p-001'
 */
export function touchNameOf(key: string): TouchName | undefined {
  const [, campaign, prospect, message, occurrence] = /^([^/]+)\/(.+)\/([^/]+)\/(\d+)$/.exec(key) ?? [];
  if (campaign === undefined || prospect === undefined || message === undefined) return undefined;
  return { campaign, prospect, message, name: `${message}/${occurrence}` };
}
