import { Parser, type ParserOptions } from 'htmlparser2';

/** What a page's elements and texts are given to, in order. Every opened element is closed, also void and unclosed ones. */
export interface PageEvents {
  readonly openElement: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly closeElement: (name: string) => void;
  readonly text: (text: string) => void;
  readonly comment: (text: string) => void;
}

/**
 * htmlparser2 with a limit on nesting: its work for an element grows with the depth, so that 100,000 nested ones would
 * take half a minute. An element below the limit is opened and closed at once, like a void one; what it holds follows it.
 */
class ShallowParser extends Parser {
  private depth = 0;
  private isTooDeep = false;
  /** Elements closed at once, by name, whose end tags are to come and mean nothing. */
  private readonly endTagsToSkip = new Map<string, number>();

  constructor(
    private readonly html: string,
    private readonly greatestDepth: number,
    events: PageEvents,
    options: ParserOptions,
  ) {
    super(
      {
        onopentag: (name, attributes) => {
          this.depth += 1;
          events.openElement(name, attributes);
        },
        onclosetag: (name) => {
          this.depth -= 1;
          events.closeElement(name);
        },
        ontext: events.text,
        oncomment: events.comment,
      },
      options,
    );
  }

  protected override isVoidElement(name: string): boolean {
    return this.isTooDeep || super.isVoidElement(name);
  }

  override onopentagname(start: number, end: number): void {
    this.isTooDeep = this.depth >= this.greatestDepth;
    if (this.isTooDeep) this.countEndTag(this.nameAt(start, end), 1);
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.isTooDeep = false;
    const name = this.nameAt(start, end);
    if ((this.endTagsToSkip.get(name) ?? 0) === 0) return super.onclosetag(start, end);
    this.countEndTag(name, -1);
    this.startIndex = end + 1;
  }

  private nameAt(start: number, end: number): string {
    return this.html.slice(start, end).toLowerCase();
  }

  private countEndTag(name: string, by: number): void {
    this.endTagsToSkip.set(name, (this.endTagsToSkip.get(name) ?? 0) + by);
  }
}

/** Goes through a page's markup in time linear to its length. `xhtml`: `<p/>` closes itself, CDATA is text. */
export function walkMarkup(
  html: string,
  events: PageEvents,
  { greatestDepth, xhtml }: { readonly greatestDepth: number; readonly xhtml: boolean },
): void {
  const options = { decodeEntities: true, recognizeSelfClosing: xhtml, recognizeCDATA: xhtml };
  new ShallowParser(html, greatestDepth, events, options).end(html);
}
