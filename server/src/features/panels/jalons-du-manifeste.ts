import { JALONS, type Avancement } from '../../dossier/candidature/jalons';
import type { Langue } from '../../messages/catalogue';
import { translate } from '../../messages/catalogue';
import type { Echeance } from '../../regulation/deadlines';
import { jalonEtat } from './candidature-etapes';

/** Without the dates whose object the manifest says to be done: they ask for nothing more. */
export function stillDue(
  echeances: readonly Echeance[],
  avancement: Avancement | undefined,
): readonly Echeance[] {
  return echeances.filter((echeance) => jalonOf(echeance, avancement)?.fait !== true);
}

/** "D'après le manifeste : fait le 14/10/2024"; nothing of what the manifest does not tell. */
export function jalonRemark(
  echeance: Echeance,
  avancement: Avancement | undefined,
  langue: Langue,
): readonly string[] {
  const jalon = jalonOf(echeance, avancement);
  if (jalon?.fait === undefined) return [];
  const [, etat] = jalonEtat(jalon, echeance, langue);
  return [translate(langue, 'suivi.d-apres-le-manifeste', { etat })];
}

function jalonOf({ etape }: Echeance, avancement: Avancement | undefined) {
  const jalon = JALONS.find((one) => one === etape);
  return jalon && avancement?.[jalon];
}
