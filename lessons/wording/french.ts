import type { PointSeen } from '../campaign-seen.ts';
import type { SegmentRule } from '../lesson.ts';
import type { Naming, Sentences } from './words.ts';
import { plain } from './plain.ts';

const NBSP = '\u00a0';
const number = (value: number, digits = 0): string => new Intl.NumberFormat('fr-FR', { maximumFractionDigits: digits }).format(value);
const percent = (share: number): string => `${number(share * 100, share < 0.2 ? 1 : 0)}${NBSP}%`;
const lift = (ratio: number): string => number((ratio - 1) * 100);
const quote = (text: string): string => `«${NBSP}${text}${NBSP}»`;
const euros = (value: number): string => `${new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}${NBSP}€`;
const certain = (comparisons: number): string => `95${NBSP}%${comparisons > 1 ? ` sur ${number(comparisons)} comparaisons` : ''}`;
const sure = (comparisons: number): string => `${certain(comparisons)}${NBSP}:`;

const PIECES = { print: 'courriers', email: 'e-mails', social: 'invitations' } as const;
const ALL_PIECES = { print: 'les courriers n’arrivent pas', email: 'les e-mails n’arrivent pas', social: 'les invitations n’arrivent pas' } as const;
const ANSWERS: Readonly<Record<string, string>> = { scan: 'les scans', visit: 'les visites', click: 'les clics', reply: 'les réponses', redeem: 'les bons utilisés', purchase: 'les achats' };
const SINCE = { print: 'la distribution', email: 'l’envoi', social: 'l’envoi' } as const;

function rewardOf({ reward }: PointSeen): string {
  if (reward === 'goal') return 'les conversions';
  return reward.length === 1 ? (ANSWERS[reward[0]!] ?? 'les réponses') : 'les réponses';
}

function whose({ fact, op, value }: SegmentRule, name: Naming): string {
  if (op === '=') return name(`${fact}=${String(value)}`, `les personnes du segment ${quote(`${name(fact)}${NBSP}: ${plain(value)}`)}`);
  const limit = op === '<' ? `moins de ${plain(value)}` : `${plain(value)} ou plus`;
  return `les personnes du segment ${quote(`${name(fact)}${NBSP}: ${limit}`)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function time(days: number, unit = true): string {
  if (days < 1) return unit ? plural(Math.max(1, Math.round(days * 24)), 'heure') : number(Math.round(days * 24));
  const value = days < 3 ? Math.round(days * 2) / 2 : Math.round(days);
  return unit ? plural(value, 'jour') : number(value, 1);
}

/** In French the plural begins at two. */
function plural(value: number, unit: string): string {
  return `${number(value, 1)}${NBSP}${unit}${value < 2 ? '' : 's'}`;
}

/** Lessons in French. */
export const french: Sentences = {
  variant({ comparison: { point, segment }, winner, won, lost, contrast }, comparisons, name) {
    const quoted = (arm: string): string => quote(name(`${point.point}/${arm}`));
    const where = `${point.medium === undefined ? 'Pour' : 'Dans'} ${name(point.point)}, ${quoted(winner)}`;
    const what = rewardOf(point);
    const among = segment ? ` chez ${whose(segment, name)}` : '';
    const other = point.arms.length === 2 ? point.arms.find((arm) => arm !== winner) : undefined;
    const others = other === undefined ? 'les autres' : quoted(other);
    if (contrast.value === undefined) return `${where} obtient un résultat ${number(won.count)} fois sur ${number(won.of)}${among}, ${others} jamais sur ${number(lost.of)}${NBSP}: au moins ${number(contrast.low, 1)} fois plus (${certain(comparisons)}).`;
    const rates = `${percent(won.value)}, contre ${percent(lost.value)} avec ${others}`;
    if (contrast.value >= 2) return `${where} multiplie ${what} par ${number(contrast.value, 1)}${among} (${sure(comparisons)} de ${number(contrast.low, 1)} à ${number(contrast.high, 1)})${NBSP}: ${rates}.`;
    return `${where} augmente ${what} de ${lift(contrast.value)}${NBSP}%${among} (${sure(comparisons)} de ${lift(contrast.low)} à ${lift(contrast.high)}${NBSP}%)${NBSP}: ${rates}.`;
  },
  harm({ point, arm, mine, theirs, contrast, comparisons }, name) {
    const after = `${point.medium === undefined ? 'Pour' : 'Dans'} ${name(point.point)}, après ${quote(name(`${point.point}/${arm}`))}`;
    const counts = `${number(mine.count)} sur ${number(mine.of)}, contre ${number(theirs.count)} sur ${number(theirs.of)}`;
    if (contrast.value === undefined) return `${after}, des personnes se plaignent ou se désinscrivent, après les autres aucune${NBSP}: ${counts}, au moins ${number(contrast.low, 1)} fois plus souvent (${certain(comparisons)}).`;
    return `${after}, ${number(contrast.value, 1)} fois plus de personnes se plaignent ou se désinscrivent qu’après les autres (${sure(comparisons)} de ${number(contrast.low, 1)} à ${number(contrast.high, 1)} fois)${NBSP}: ${counts}.`;
  },
  delay({ medium, answered, median, lowerQuartile, upperQuartile, answers }) {
    const what = `${capital(ANSWERS[answered] ?? 'les réponses')}${answered === 'reply' || answered === 'visit' ? ` aux ${PIECES[medium]}` : ''}`;
    const from = upperQuartile < 1 === lowerQuartile < 1 ? time(lowerQuartile, false) : time(lowerQuartile);
    return `${what} arrivent ${time(median)} après ${SINCE[medium]} (médiane de ${number(answers)}${NBSP}; la moitié entre ${from} et ${time(upperQuartile)}).`;
  },
  wait({ message, wait, enough, by, share, saved }, name) {
    return `Pour ${name(message)}, ${number(share * 100)} réponses sur 100 sont là au jour ${number(Math.ceil(by))}${Math.ceil(by) < enough ? ` (au plus tard ${number(enough)})` : ''}${NBSP}; sans réponse, le parcours attend ${plural(Math.round(wait), 'jour')}. Attendre ${plural(enough, 'jour')} suffirait${NBSP}: l’étape suivante viendrait ${plural(Math.round(saved), 'jour')} plus tôt.`;
  },
  delivery({ medium, rate, low, high, failed, touches, cost }) {
    return `${capital(ALL_PIECES[medium])} dans ${percent(rate)} des cas (95${NBSP}%${NBSP}: de ${number(low * 100, 1)} à ${number(high * 100, 1)}${NBSP}%)${NBSP}: ${number(failed)} sur ${number(touches)}${cost >= 1 ? `, pour ${euros(cost)}` : ''}. Les adresses sont à vérifier.`;
  },
  segment({ medium, segment, cost, revenue, revenueHigh, everybodyCost, everybodyRevenue }, name) {
    return `Les ${PIECES[medium]} ne sont pas rentables chez ${whose(segment, name)}${NBSP}: ${euros(cost)} par personne pour ${euros(revenue)} de recettes, ${euros(revenueHigh)} au plus (95${NBSP}%)${NBSP}; tout le monde confondu, ${euros(everybodyCost)} pour ${euros(everybodyRevenue)}.`;
  },
};
