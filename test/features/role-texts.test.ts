import assert from 'node:assert/strict';
import en from '../../l10n/en.json';
import fr from '../../l10n/fr.json';
import { ROLE_SOURCES } from '../../server/src/features/hover/role-sources';
import { ROLES } from '../../server/src/formats/roles';
import { isMessageKey } from '../../server/src/messages/catalogue';

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { fr, en };

describe('what is told of a role', () => {
  for (const [langue, catalogue] of Object.entries(CATALOGUES)) {
    it(`is there for every role: ${langue}`, () => {
      for (const role of ROLES) {
        const nom = catalogue[`role.${role}.nom`] ?? '';
        const quoi = catalogue[`role.${role}.quoi`] ?? '';
        assert.match(nom, /^[^ .][^.]*$/, `${role}: nom`);
        assert.match(quoi, /^\S.{20,}\.$/, `${role}: quoi`);
        assert.doesNotMatch(catalogue[`role.${role}.forme`] ?? '', /\.$/, `${role}: forme goes on in a list`);
      }
    });

    it(`is there for roles only: ${langue}`, () => {
      const told = Object.keys(catalogue).filter((key) => key.startsWith('role.'));
      const wanted = new Set(
        ROLES.flatMap((role) => ['nom', 'quoi', 'forme'].map((part) => `role.${role}.${part}`)),
      );
      assert.deepEqual(
        told.filter((key) => !wanted.has(key)),
        [],
      );
    });
  }

  it('has a source, and every source that is named has a title', () => {
    for (const role of ROLES) {
      assert.ok(ROLE_SOURCES[role].length > 0, role);
      for (const source of ROLE_SOURCES[role]) {
        assert.ok(isMessageKey(`source.${source}`), `${role}: ${source}`);
      }
    }
  });

  it('needs all the titles of sources', () => {
    const cited = new Set<string>(Object.values(ROLE_SOURCES).flat());
    const titled = Object.keys(fr).filter((key) => key.startsWith('source.'));
    assert.deepEqual(
      titled.filter((key) => !cited.has(key.slice('source.'.length))),
      [],
    );
  });
});
