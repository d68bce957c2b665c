import ts from 'typescript';

/** The places of a script that make code from a string: `eval`, the Function constructor, timers given a string. */
export function codeFromText(script: string): string[] {
  const found: string[] = [];
  visitCalls(script, (call) => {
    const callee = calledName(call.expression);
    const first = call.arguments?.[0];
    const ofText = first !== undefined && ts.isStringLiteralLike(first);
    const isTimer = callee === 'setTimeout' || callee === 'setInterval';
    if (callee === 'eval' || callee === 'Function' || (isTimer && ofText)) {
      found.push(call.getText().slice(0, 80));
    }
  });
  return found;
}

/** The names that a script gives to `require`. */
export function requiredModules(script: string): string[] {
  const found = new Set<string>();
  visitCalls(script, (call) => {
    const first = call.arguments?.[0];
    if (calledName(call.expression) === 'require' && first && ts.isStringLiteralLike(first)) {
      found.add(first.text);
    }
  });
  return [...found];
}

function visitCalls(script: string, look: (call: ts.CallExpression | ts.NewExpression) => void): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) look(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
}

/** The last name of what is called: `eval` for `(0, eval)`, `Function` for `globalThis.Function`. */
function calledName(callee: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(callee)) return calledName(callee.expression);
  if (ts.isBinaryExpression(callee)) return calledName(callee.right);
  if (ts.isPropertyAccessExpression(callee)) return calledOnGlobal(callee);
  return ts.isIdentifier(callee) ? callee.text : undefined;
}

function calledOnGlobal({ expression, name }: ts.PropertyAccessExpression): string | undefined {
  const globals = ['globalThis', 'self', 'window', 'global'];
  return ts.isIdentifier(expression) && globals.includes(expression.text) ? name.text : undefined;
}
