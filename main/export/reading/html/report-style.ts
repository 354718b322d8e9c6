/** The look of an exported page, on a screen in light and dark and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --text: #1f1d1a; --quiet: #5f5a52; --page: #fdfcfa; --rule: #d9d4cb; --mark: #fff0b3; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ece8e1; --quiet: #aaa398; --page: #1b1a18; --rule: #45413b; --mark: #5b4a12; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.05rem/1.6 'Source Serif 4', Georgia, 'Times New Roman', serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 0.6em; text-wrap: balance; }
h1 { margin-top: 0; font-size: 2rem; }
h2 { font-size: 1.4rem; border-bottom: 1px solid var(--rule); padding-bottom: 0.25em; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
figure { margin: 1.6em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--rule); }
figure blockquote { margin: 0; }
figure p { margin: 0 0 0.4em; }
figcaption, dl { color: var(--quiet); font-size: 0.88rem; }
dl { margin: 0.5em 0; display: grid; grid-template-columns: fit-content(14em) 1fr; column-gap: 1em; }
dl div { display: contents; }
dd { margin: 0; }
.fact { margin: 1.2em 0; break-inside: avoid; }
.fact-name { margin: 0 0 0.4em; font-weight: 600; }
.standing { color: var(--quiet); font-weight: 400; font-size: 0.88rem; }
.values { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.8em; }
.value { border: 1px solid var(--rule); border-radius: 4px; padding: 0.6em 0.8em; }
.value p { margin: 0 0 0.3em; }
.said { font-weight: 600; }
.claim + .claim { border-top: 1px solid var(--rule); margin-top: 0.6em; padding-top: 0.6em; }
.words { font-size: 0.94rem; }
.from, .made, .coder, .state, .losses { color: var(--quiet); font-size: 0.88rem; }
.losses { margin-top: 4em; border-top: 1px solid var(--rule); }
.losses h2 { font-size: 1rem; border: 0; }
.article-text { margin: 1.5em 0; }
mark { background: var(--mark); color: inherit; padding: 0 0.1em; }
a { color: inherit; }
.content cite { font-style: normal; border-bottom: 1px dotted var(--quiet); }
.content img { max-width: 100%; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--rule); padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; }
@media print {
  :root { --text: #000; --quiet: #444; --page: #fff; --rule: #bbb; --mark: #eee; }
  main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  figure, dl, tr { break-inside: avoid; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
}
`;
