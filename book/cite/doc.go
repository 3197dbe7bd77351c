// Package cite words the citations of a book: the notes and the references in the
// text, and the lists of works.
//
// In goes a Book as the manuscript wrote it, with citations as keys; out comes the same
// Book with each Citation worded, notes made where the style asks for notes, and an Entry
// for each work, as inlines of the model. Both outputs read the same words. The package
// knows no Markdown, EPUB or PDF, numbers nothing, and never changes what the author
// wrote, but for the space before a note's call and, in English, the punctuation that the
// call follows.
//
// # The house style
//
// One order for all languages and types, with commas between and a full stop at the end:
// who, title, what holds it, who helped, edition, volume, series, place, publisher, date,
// pages, address. A work that stands alone has its title in italics, a part of another
// one has it between quotation marks; the terms are those of the text's language
// (en, fr, de, es, it, pt; any other gets English ones).
//
// citation-style: note (the default) puts a citation into a note, in full the first time in an
// article, then short; ibid. repeats the only work of the note before:
//
//	Edward Hallett Carr, The Bolshevik Revolution, vol. 2, London, Macmillan, 1952, p. 33.
//	Simon Pirani, “The New Elite,” in Ann Ames (ed.), Retreat, London, Routledge, 2008, pp. 11–32.
//	« Thèses sur la situation », Kommunist, n° 1, avril 1918.
//	„Was tun“, Smolny, 2. Januar 2018, https://example.org (abgerufen am 1. März 2020).
//	Carr, The Bolshevik Revolution, p. 40.
//	Ibid., p. 41.
//
// `@carr` in the sentence leaves the name there and puts the rest into the note. A citation
// inside a written note stays in its sentence and makes no note of its own.
//
// citation-style: author-date writes (Carr 1952, p. 33; Pirani 2008), and Carr (1952,
// p. 33) for `@carr`. Equal years get letters, equal family names initials.
//
// The list of works turns the first name around and, under author-date, moves the year
// behind the names:
//
//	Carr, Edward Hallett, The Bolshevik Revolution, vol. 2, London, Macmillan, 1952.
//	Carr, Edward Hallett (1952), The Bolshevik Revolution, vol. 2, London, Macmillan.
//
// Up to three names stand in a note, two in a short form, ten in the list; of more the
// first (in the list the first seven) and "et al." A reference that ends in a question or
// exclamation mark, inside quotation marks too, takes no full stop but does take a comma.
// American English puts commas and stops inside the closing quotation mark, and inside both
// where a title ends with a quotation of its own: marks alternate by level (nest.go).
package cite
