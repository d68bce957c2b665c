import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const PAGE = readFileSync('docs/editeurs.md', 'utf8');

/** The first block of that language in the page. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(PAGE)?.[1] ?? '';
}

describe('the page on other editors', () => {
  it('tells Emacs what the test of Emacs runs', () => {
    const tested = readFileSync('test/editors/emacs.el', 'utf8');
    const lines = block('elisp').split('\n');
    const declared = lines.filter((line) => /define-derived-mode|auto-mode-alist|language-id/.test(line));
    assert.equal(declared.length, 3);
    for (const line of declared) {
      // The test writes its own command behind the language.
      const own = line.trim().replace("'((segur-mode", '((segur-mode');
      assert.ok(tested.includes(own), own);
    }
  });

  it('has a block that can be read for each editor', () => {
    assert.match(block('lua'), /vim\.lsp\.start/);
    assert.match(block('toml'), /\[language-server\.segur-sons\]/);
    assert.ok('lsp' in (JSON.parse(block('json')) as object));
  });

  it('names the languages that the extension declares', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { languages: { id: string }[] };
    };
    for (const { id } of contributes.languages) {
      if (id.startsWith('segur-')) assert.ok(PAGE.includes(`\`${id}\``), id);
    }
  });

  it('starts the server with the heap that the extension gives it', () => {
    const heap = /--max-old-space-size=\d+/.exec(readFileSync('client/src/extension.ts', 'utf8'))?.[0];
    assert.ok(heap);
    const written = [...PAGE.matchAll(/--max-old-space-size=\d+/g)].map(([option]) => option);
    assert.ok(written.length >= 5);
    assert.deepEqual([...new Set(written)], [heap]);
  });
});
