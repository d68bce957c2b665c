import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutLinks } from '../../server/src/messages/without-links';

/** What VS Code takes for a link in a notification: a text in brackets and, at once behind it, a place in parentheses. */
const LINK = /\[[^\]]*\]\([^)]*\)/;

describe('a text without links', () => {
  it('says the same, and leads nowhere', () => {
    const written = 'Lu : [ici](command:workbench.action.quit) et [là] (2).';
    assert.match(written, LINK);
    assert.equal(withoutLinks(written), 'Lu : [ici] (command:workbench.action.quit) et [là] (2).');
  });

  it('whatever the text', () => {
    const pieces = fc.constantFrom('[', ']', '(', ')', '](', 'command:x', ' ', 'é');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        assert.doesNotMatch(withoutLinks(text), LINK);
        assert.equal(withoutLinks(text).replaceAll('] (', ']('), text.replaceAll('] (', ']('));
      }),
    );
  });
});
