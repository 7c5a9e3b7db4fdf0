/** An element of an XML text, as a strict reader sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/**
 * Reads XML 1.0 as strictly as the standard asks, so far as JUnit needs it: no doctype, no comments, no
 * CDATA. Throws where the text is not well formed. Written for the tests, without a look at what writes.
 */
export function readXml(text: string): Element {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const allowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000;
    if (!allowed) throw new Error(`character U+${code.toString(16)} is not allowed in XML`);
  }
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(text);
  if (!declaration) throw new Error("no declaration");
  let at = declaration[0].length;
  const root = element();
  if (text.slice(at).trim() !== "") throw new Error("something behind the root");
  return root;

  function element(): Element {
    const name = take(/<([A-Za-z]+)/y)[1];
    const attributes: Record<string, string> = {};
    for (;;) {
      const attribute = /\s+([A-Za-z-]+)="([^"<]*)"/y;
      attribute.lastIndex = at;
      const found = attribute.exec(text);
      if (!found) break;
      if (Object.hasOwn(attributes, found[1])) throw new Error(`${found[1]} twice`);
      // Line ends and tabs that are not written as references become blanks.
      attributes[found[1]] = unescaped(found[2].replace(/[\t\n\r]/g, " "));
      at = attribute.lastIndex;
    }
    if (take(/\s*(\/?)>/y)[1] === "/") return { name, attributes, children: [], text: "" };
    const children: Element[] = [];
    let inner = "";
    for (;;) {
      const plain = take(/[^<]*/y)[0];
      if (plain.includes("]]>")) throw new Error("]]> in text");
      inner += unescaped(plain);
      if (text.startsWith("</", at)) {
        if (take(/<\/([A-Za-z]+)\s*>/y)[1] !== name) throw new Error(`${name} is not closed`);
        return { name, attributes, children, text: inner };
      }
      children.push(element());
    }
  }

  function take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw new Error(`unexpected ${JSON.stringify(text.slice(at, at + 30))}`);
    at = pattern.lastIndex;
    return found;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#([0-9]+);|([a-z]+);)?/g, (whole, code?: string, name?: string) => {
    const sign = code === undefined ? NAMED[name ?? ""] : String.fromCodePoint(Number(code));
    if (sign === undefined) throw new Error(`${whole} is no reference`);
    return sign;
  });
}
