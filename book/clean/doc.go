// Package clean makes the Markdown that cahier works with out of what people find:
// a saved web page, an archive of one (MHTML), text pasted from a page or a PDF, or
// Markdown from a clipper.
//
// In go bytes and options; out come the article as Markdown with front matter and
// real footnotes, and a report of what was removed, how every note was found and
// what a person should look at. Cleaning cleaned Markdown changes nothing.
//
// The package never changes a word, never fetches anything (Fetch, which the
// command calls for an address, is the exception), and never touches the disk.
//
// # Where to find what
//
// Both paths make a draft, which assemble.go turns into the Markdown and its report:
//
//	clean.go, kind.go, decode.go, mhtml.go, binary.go   what a source is, and its text
//	fetch.go, images.go        an address and its images
//	rules.go                   rules for single sites, --keep and --drop
//	assemble.go, report.go     notes numbered, parts put together, what was done
//	frontmatter.go             the metadata as YAML
//	lost.go, misprint.go       the last checks: words that got lost, errors of the source
//
// A page, from page.go on:
//
//	dom.go, signs.go           the tree, and signs of our own in its texts
//	metadata.go, linkeddata.go, keywords.go, language.go, address.go   what the head says
//	visible.go, title.go, subtitle.go, sitename.go, abstract.go        what a reader sees
//	linked.go, target.go, backlink.go, inline.go   notes that links or their place tell
//	extract.go, bodynames.go   the elements that hold the article
//	trim.go, spared.go, sitetables.go, edges.go, tail.go, pullquotes.go, paragraphnumbers.go, links.go   what is not its own
//	standfirst.go              what is its own and stands before
//	unlinked.go                notes without links
//	prepare.go                 the tree as conversion expects it: apart.go (quotations),
//	                           breaks.go, loose.go, linelists.go, office.go, styled.go,
//	                           verse.go, pauses.go, heads.go, figure.go, code.go, attach.go,
//	                           emphasis.go
//	convert.go                 Markdown: escape.go, table.go, numbered.go, figure.go
//
// Text and Markdown, from paste.go and clipped.go on:
//
//	mail.go, cliphead.go       what stands before an article in a letter, in a clip
//	paragraphs.go, furniture.go, contents.go, feet.go   lines joined, what a PDF adds
//	grid.go                    tables
//	headtext.go, headline.go, kicker.go, source.go    the head: title, byline, date, where it was published
//	tailtext.go, imprint.go, journal.go, journalpage.go    the end, and what the site or the journal says of
//	                           the article
//	textnotes.go               notes; mdtext.go those of Markdown
//	mdset.go, foreign.go, privateuse.go    signs in a text, foreign words, icons
//
// Both read a line by the same files: lexicon.go (words that several of them know, six languages), siteline.go,
// byline.go, capitals.go, dates.go, licence.go, sametext.go; and notes by note.go, label.go,
// definitions.go (at the end), scan.go (marks in the text), align.go (which belongs to which).
package clean
