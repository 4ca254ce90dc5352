/** First three digits of a ZIP code, up to which they belong to a state (USPS, Domestic Mail Manual, labeling list L005 and the national 3-digit ZIP table). */
const UP_TO: readonly (readonly [last: number, state: string])[] = [
  ...([[5, 'NY'], [7, 'PR'], [8, 'VI'], [9, 'PR'], [27, 'MA'], [29, 'RI'], [38, 'NH'], [49, 'ME'], [54, 'VT'], [55, 'MA'], [59, 'VT'], [69, 'CT'], [89, 'NJ'], [98, 'AE']] as const),
  ...([[149, 'NY'], [196, 'PA'], [199, 'DE'], [200, 'DC'], [201, 'VA'], [205, 'DC'], [219, 'MD'], [246, 'VA'], [268, 'WV'], [289, 'NC'], [299, 'SC'], [319, 'GA'], [339, 'FL'], [340, 'AA'], [349, 'FL']] as const),
  ...([[369, 'AL'], [385, 'TN'], [397, 'MS'], [399, 'GA'], [427, 'KY'], [459, 'OH'], [479, 'IN'], [499, 'MI'], [528, 'IA'], [549, 'WI'], [567, 'MN'], [569, 'DC'], [577, 'SD'], [588, 'ND'], [599, 'MT']] as const),
  ...([[629, 'IL'], [658, 'MO'], [679, 'KS'], [693, 'NE'], [714, 'LA'], [729, 'AR'], [732, 'OK'], [733, 'TX'], [749, 'OK'], [799, 'TX'], [816, 'CO'], [831, 'WY'], [838, 'ID'], [847, 'UT'], [865, 'AZ']] as const),
  ...([[884, 'NM'], [885, 'TX'], [898, 'NV'], [961, 'CA'], [966, 'AP'], [968, 'HI'], [969, 'GU'], [979, 'OR'], [994, 'WA'], [999, 'AK']] as const),
];

/** The only ZIP code that lies in another state than its first three digits say: Fishers Island. */
const ISLAND: Readonly<Record<string, string>> = { '06390': 'NY' };

/**
 * The state of a ZIP code: identities have none of their own.
 *
 * @example stateOfZip('94107-1741') // 'CA'
 */
export function stateOfZip(zip: string): string | undefined {
  if (!/^\d{5}(-\d{4})?$/.test(zip)) return undefined;
  const prefix = Number(zip.slice(0, 3));
  return prefix < 5 ? undefined : (ISLAND[zip.slice(0, 5)] ?? UP_TO.find(([last]) => prefix <= last)?.[1]);
}
