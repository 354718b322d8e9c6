/** The ready template for a whole report as one web page, which PDF is printed from: what a person's own begin from. */
import { reportStyle } from '../html/report-style';

export const readyHtml = `{{! A report as one web page. The policy below keeps it from running or fetching anything. }}
{{! contents: notes, events, accounts, entities, articles, passages, text, comments, coder, codebook }}
<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Casebook">
<title>{{title}}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1 dir="{{direction}}">{{title}}</h1>
<p class="made">From the notebook “<bdi>{{notebook}}</bdi>”, {{made}}: <bdi>{{about}}</bdi>.</p>
{{#article}}
{{> article}}
{{/article}}
{{#entity}}
{{> entity}}
{{/entity}}
{{#note}}
<div class="content">{{content}}</div>
{{/note}}
{{#event}}
{{> event}}
{{/event}}
{{#noteCount}}
<section>
<h2>Notes ({{noteCount}})</h2>
{{#notes}}
<section id="note-{{id}}">
<h3 dir="auto">{{title}}</h3>
<div class="content">{{content}}</div>
</section>
{{/notes}}
</section>
{{/noteCount}}
{{#eventCount}}
<section>
<h2>Events ({{eventCount}})</h2>
{{#events}}
<section id="event-{{id}}">
<h3 dir="auto">{{title}}</h3>
{{> event}}
</section>
{{/events}}
</section>
{{/eventCount}}
{{^article}}
{{#passageCount}}
<section>
<h2>Passages ({{passageCount}})</h2>
{{#passages}}
{{> passage}}
{{/passages}}
</section>
{{/passageCount}}
{{/article}}
{{#actorCount}}
<section>
<h2>Actors ({{actorCount}})</h2>
{{#actors}}
<section id="entity-{{id}}">
<h3 dir="auto">{{title}}</h3>
{{> entity}}
</section>
{{/actors}}
</section>
{{/actorCount}}
{{#placeCount}}
<section>
<h2>Places ({{placeCount}})</h2>
{{#places}}
<section id="entity-{{id}}">
<h3 dir="auto">{{title}}</h3>
{{> entity}}
</section>
{{/places}}
</section>
{{/placeCount}}
{{#objectCount}}
<section>
<h2>Objects ({{objectCount}})</h2>
{{#objects}}
<section id="entity-{{id}}">
<h3 dir="auto">{{title}}</h3>
{{> entity}}
</section>
{{/objects}}
</section>
{{/objectCount}}
{{#articleCount}}
<section>
<h2>Articles ({{articleCount}})</h2>
{{#articles}}
<section id="article-{{id}}">
<h3 dir="auto">{{title}}</h3>
{{> article}}
</section>
{{/articles}}
</section>
{{/articleCount}}
{{#tagCount}}
<section>
<h2>Tags ({{tagCount}})</h2>
<dl>
{{#tags}}
{{> entry}}
{{/tags}}
</dl>
</section>
{{/tagCount}}
{{#typeCount}}
<section>
<h2>Types of events ({{typeCount}})</h2>
<dl>
{{#types}}
{{> entry}}
{{/types}}
</dl>
</section>
{{/typeCount}}
{{#roleCount}}
<section>
<h2>Roles ({{roleCount}})</h2>
<dl>
{{#roles}}
{{> entry}}
{{/roles}}
</dl>
</section>
{{/roleCount}}
<aside class="losses">
<h2>What this file does not keep</h2>
<ul>
{{#losses}}
<li>{{text}}</li>
{{/losses}}
{{^losses}}
<li>Nothing is left out.</li>
{{/losses}}
</ul>
</aside>
</main>
</body>
</html>
{{! part: entry }}
<div><dt dir="auto">{{path}}</dt><dd dir="auto">{{description}}{{#colour}} ({{colour}}){{/colour}}</dd></div>
{{! part: facts }}
{{#factCount}}
<dl>
{{#facts}}
<div><dt>{{label}}</dt><dd dir="auto">{{value}}</dd></div>
{{/facts}}
</dl>
{{/factCount}}
{{! part: passage }}
<figure>
<blockquote><p dir="auto">{{quotation}}</p></blockquote>
<figcaption dir="auto">{{#url}}<a href="{{url}}">{{source}}</a>{{/url}}{{^url}}{{source}}{{/url}}{{#page}}, {{page}}{{/page}}</figcaption>
{{#comment}}
<p class="comment" dir="auto">{{comment}}</p>
{{/comment}}
{{#state}}
<p class="state">{{state}}</p>
{{/state}}
{{> facts}}
{{#coder}}
<p class="coder">Marked by <bdi>{{coder}}</bdi>, {{made}}</p>
{{/coder}}
</figure>
{{! part: event }}
{{> facts}}
{{#description}}
<p dir="auto">{{description}}</p>
{{/description}}
{{#accounts}}
<div class="fact">
<p class="fact-name">{{fact}}{{#standing}} <span class="standing">{{standing}}</span>{{/standing}}</p>
<div class="values">
{{#values}}
<div class="value">
<p class="said" dir="auto">{{value}}{{#preferred}} <span class="standing">preferred</span>{{/preferred}}</p>
{{#claims}}
<div class="claim">
<p dir="auto">{{#denies}}Denied: {{/denies}}{{who}}</p>
{{> facts}}
{{#comment}}
<p class="comment" dir="auto">{{comment}}</p>
{{/comment}}
{{#passages}}
<p class="words" dir="auto">{{quoted}} <span class="from">{{#url}}<a href="{{url}}">{{source}}</a>{{/url}}{{^url}}{{source}}{{/url}}{{#page}}, {{page}}{{/page}}</span></p>
{{/passages}}
</div>
{{/claims}}
</div>
{{/values}}
</div>
</div>
{{/accounts}}
{{#passages}}
{{> passage}}
{{/passages}}
{{! part: entity }}
{{> facts}}
{{#relationCount}}
<ul>
{{#relations}}
<li dir="auto">{{text}}</li>
{{/relations}}
</ul>
{{/relationCount}}
{{#description}}
<p dir="auto">{{description}}</p>
{{/description}}
{{! part: article }}
{{> facts}}
{{#text}}
<div class="content article-text">
{{text}}
</div>
{{/text}}
{{#passages}}
{{> passage}}
{{/passages}}
`;
