/** The ready template for a whole report in Markdown: what a person's own begin from. */
export const readyMarkdown = `{{! A report in Markdown. A line that holds nothing but a tag of the template leaves no line behind. }}
{{! contents: notes, events, accounts, entities, articles, passages, text, comments, coder, codebook }}
# {{title}}

From the notebook “{{notebook}}”, {{made}}: {{about}}.

{{#losses}}
{{> losses}}
{{/losses}}
{{#article}}
{{> article}}
{{/article}}
{{#entity}}
{{> entity}}
{{/entity}}
{{#note}}
{{content}}

{{/note}}
{{#event}}
{{> event}}
{{/event}}
{{#noteCount}}
## Notes ({{noteCount}})

{{#notes}}
### {{title}}

{{content}}

{{/notes}}
{{/noteCount}}
{{#eventCount}}
## Events ({{eventCount}})

{{#events}}
### {{title}}

{{> event}}
{{/events}}
{{/eventCount}}
{{^article}}
{{#passageCount}}
## Passages ({{passageCount}})

{{#passages}}
{{> passage}}
{{/passages}}
{{/passageCount}}
{{/article}}
{{#actorCount}}
## Actors ({{actorCount}})

{{#actors}}
### {{title}}

{{> entity}}
{{/actors}}
{{/actorCount}}
{{#placeCount}}
## Places ({{placeCount}})

{{#places}}
### {{title}}

{{> entity}}
{{/places}}
{{/placeCount}}
{{#objectCount}}
## Objects ({{objectCount}})

{{#objects}}
### {{title}}

{{> entity}}
{{/objects}}
{{/objectCount}}
{{#articleCount}}
## Articles ({{articleCount}})

{{#articles}}
### {{title}}

{{> article}}
{{/articles}}
{{/articleCount}}
{{#tagCount}}
## Tags ({{tagCount}})

{{#tags}}
{{> entry}}
{{/tags}}

{{/tagCount}}
{{#typeCount}}
## Types of events ({{typeCount}})

{{#types}}
{{> entry}}
{{/types}}

{{/typeCount}}
{{#roleCount}}
## Roles ({{roleCount}})

{{#roles}}
{{> entry}}
{{/roles}}
{{/roleCount}}
{{! part: entry }}
- **{{path}}**{{#colour}} ({{colour}}){{/colour}}{{#description}}: {{description}}{{/description}}
{{! part: losses }}
- Not kept: {{text}}
{{! part: facts }}
{{#facts}}
- **{{label}}:** {{value}}
{{/facts}}

{{! part: passage }}
> {{quotation}}
>
> — {{#url}}[{{source}}]({{url}}){{/url}}{{^url}}{{source}}{{/url}}{{#page}}, {{page}}{{/page}}

{{#comment}}
{{comment}}

{{/comment}}
{{#state}}
{{state}}

{{/state}}
{{> facts}}
{{#coder}}
- **Marked by:** {{coder}}, {{made}}

{{/coder}}
{{! part: event }}
{{> facts}}
{{#description}}
{{description}}

{{/description}}
{{#accounts}}
**{{fact}}**{{#standing}} ({{standing}}){{/standing}}

| Value | Who says so | In these words |
| --- | --- | --- |
{{#values}}
{{#claims}}
| {{value}}{{#preferred}} (preferred){{/preferred}} | {{#denies}}denied: {{/denies}}{{who}}{{#facts}}; {{label}}: {{value}}{{/facts}}{{#comment}}; {{comment}}{{/comment}} | {{#passages}}{{quoted}} ({{source}}{{#page}}, {{page}}{{/page}}) {{/passages}} |
{{/claims}}
{{/values}}

{{/accounts}}
{{#passages}}
{{> passage}}
{{/passages}}
{{! part: entity }}
{{> facts}}
{{#relations}}
- {{text}}
{{/relations}}

{{#description}}
{{description}}

{{/description}}
{{! part: article }}
{{> facts}}
{{#text}}
{{text}}

{{/text}}
{{#passages}}
{{> passage}}
{{/passages}}
`;
