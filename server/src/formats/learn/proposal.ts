import { translate, say, type Langue, type MessageKey } from '../../messages/catalogue';
import { BUNDLED_FORMATS, commonFormat } from '../bundled';
import { compileFormat, type FormatSchema } from '../compile';
import type { Format } from '../format';
import type { Role } from '../roles';
import type { Shape } from '../shape';
import { differences, type Differences } from './compare';
import { confidenceOf, type Guess } from './guess';
import { isTaken } from './infer';
import { modelId, schemaOf, type ModelChoices } from './model-schema';
import { kindsOf } from './observe';
import type { Model } from './read-model';

/** What importing a model would write, and what a person is told of it. */
export interface Proposal {
  readonly id: string;
  /** Of the file in `.segur/formats`. */
  readonly schema: string;
  readonly format: Format;
  /** In Markdown. */
  readonly report: string;
}

/** Makes the schema of a model and the report on it; `before` is the model that was learnt earlier under this name. */
export function propose(
  model: Model,
  choices: ModelChoices,
  before: Format | undefined,
  langue: Langue,
): Proposal {
  const id = modelId(choices);
  const schema: FormatSchema = schemaOf(model, choices);
  const format = compileFormat(id, schema, {});
  const ours =
    BUNDLED_FORMATS.find((bundled) => bundled.id === id) ??
    BUNDLED_FORMATS.find((bundled) => bundled.id === commonFormat(choices.etape));
  const report = new Report(langue, model, choices).text(format, ours, before);
  return { id, schema: `${JSON.stringify(schema, undefined, 2)}\n`, format, report };
}

/** `demandes[].montantHT`: how a person reads a place. */
export function readablePath(path: string): string {
  return path.slice(1).replaceAll('/#', '[]').replaceAll('/', '.') || '{ }';
}

/** `certain : son nom dit « siren » ; …`. */
export function reasonsOf({ reasons }: Guess, langue: Langue): string {
  return reasons.map((reason) => say(langue, reason)).join(' ; ');
}

class Report {
  constructor(
    private readonly langue: Langue,
    private readonly model: Model,
    private readonly choices: ModelChoices,
  ) {}

  text(format: Format, ours: Format | undefined, before: Format | undefined): string {
    const id = format.id;
    const fichiers = this.model.names.map((name) => `« ${escaped(name)} »`).join(', ');
    const lines = [
      `# ${this.say('modele.rapport.titre', { id })}`,
      this.say('modele.rapport.origine', { fichiers }),
      ...(before ? this.changes('modele.rapport.avant', differences(before, format)) : []),
      `## ${this.say('modele.rapport.demandes')}`,
      this.where(format),
      `## ${this.say('modele.rapport.roles')}`,
      this.roles(),
      `## ${this.say('modele.rapport.ouvert')}`,
      this.open(),
      ...(ours ? this.changes('modele.rapport.ecarts', differences(ours, format)) : []),
    ];
    return `${lines.join('\n\n')}\n`;
  }

  private where({ requestPath = [] }: Format): string {
    if (requestPath.length === 0) return this.say('modele.rapport.racine');
    return this.say('modele.rapport.liste', { chemin: code(readablePath(`/${requestPath.join('/')}`)) });
  }

  private roles(): string {
    const heads = ['balise', 'role', 'confiance', 'raisons'] as const;
    const head = heads.map((name) => this.say(`modele.colonne.${name}`)).join(' | ');
    const rows = this.model.guesses.map((guess) => {
      const taken = (this.choices.take ?? isTaken)(guess);
      const sure = this.say(`modele.confiance.${confidenceOf(guess)}`);
      const kept = taken ? sure : this.say('modele.non-retenu', { confiance: sure });
      const cells = [
        code(readablePath(guess.place.path)),
        this.role(guess.role),
        kept,
        reasonsOf(guess, this.langue),
      ];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    });
    if (rows.length === 0) return this.say('modele.rapport.aucun-role');
    return [`| ${head} |`, '| --- | --- | --- | --- |', ...rows].join('\n');
  }

  /** What the examples do not settle: a person may complete the schema. */
  private open(): string {
    const { places, ambiguous } = this.model;
    const untyped = places.flatMap(({ path, observed, kind }) => {
      if (kind === 'list' && !observed.item) return [this.item('modele.ouvert.liste', path)];
      if (kind !== undefined) return [];
      return [this.item(kindsOf(observed).length > 1 ? 'modele.ouvert.types' : 'modele.ouvert.null', path)];
    });
    const even = ambiguous.map(({ place, roles }) => {
      const known = [...new Set(roles)].map((role) => this.role(role)).join(', ');
      return this.item('modele.ouvert.ambigu', place.path, { roles: known });
    });
    const all = [...even, ...untyped];
    return all.length === 0 ? this.say('modele.rapport.rien') : all.join('\n');
  }

  private kind(kind: Shape['kind']): string {
    return this.say(kind === 'free' ? 'montants.inconnu' : `survol.type.${kind}`);
  }

  private changes(title: MessageKey, found: Differences): string[] {
    const lines = [
      ...found.rolesGone.map((role) => this.say('modele.ecart.role', { role: this.role(role) })),
      ...found.moved.map(({ role, before, after }) =>
        this.say('modele.ecart.place', {
          role: this.role(role),
          avant: code(readablePath(before)),
          apres: code(readablePath(after)),
        }),
      ),
      ...found.retyped.map(({ path, before, after }) =>
        this.say('modele.ecart.type', {
          chemin: code(readablePath(path)),
          avant: this.kind(before),
          apres: this.kind(after),
        }),
      ),
      ...found.come.map((path) => this.say('modele.ecart.nouveau', { chemin: code(readablePath(path)) })),
      ...found.gone.map((path) => this.say('modele.ecart.disparu', { chemin: code(readablePath(path)) })),
    ].map((line) => `- ${line}`);
    return [
      `## ${this.say(title)}`,
      lines.length === 0 ? this.say('modele.rapport.identique') : lines.join('\n'),
    ];
  }

  private item(key: MessageKey, path: string, params: Readonly<Record<string, string>> = {}): string {
    return `- ${this.say(key, { chemin: code(readablePath(path)), ...params })}`;
  }

  private role(role: Role): string {
    return this.say(`role.${role}.nom`);
  }

  private say(key: MessageKey, params: Readonly<Record<string, string>> = {}): string {
    return translate(this.langue, key, params);
  }
}

/** A name of the model as code: what it holds is not read as Markdown. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replace(/[\r\n]+/g, ' ')}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
