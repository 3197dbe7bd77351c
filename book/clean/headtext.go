package clean

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxHead is the number of blocks at the beginning that may be the site's, the
// title and what belongs to it.
const maxHead = 24

// readHead reads title, subtitle, author, date and address from the blocks
// before the first paragraph and takes them out, with what is the site's.
func (d *draft) readHead(blocks []textBlock) []textBlock {
	begin := slices.IndexFunc(blocks, isBodyText)
	if begin < 0 {
		begin = min(len(blocks), 1)
	}
	if begin > maxHead {
		begin = 0
	}
	if i := slices.IndexFunc(blocks[:begin], func(b textBlock) bool { return isGreeting(b.text) }); i >= 0 {
		begin = i
	}
	standfirst := -1
	if end := belowByline(blocks, begin); end > begin && begin > 0 {
		standfirst, begin = begin, end
	}
	joinRoles(blocks[:begin])
	var titles []int
	for i := range blocks[:begin] {
		if b := &blocks[i]; i != standfirst && !b.spare && (b.kind != caption || isPictureCredit(b.text) && !alone(blocks, i)) && !d.readHeadLine(b) && !(len(titles) > 0 && d.readDatedSource(b)) {
			titles = append(titles, i)
		}
	}
	d.dropStarred(blocks[:begin], blocks[begin:])
	titles = d.dropKickers(blocks, titles)
	if standfirst >= 0 && d.meta.abstract == "" {
		d.meta.abstract = blocks[standfirst].text
		d.leaveOut(blocks[standfirst].text, "standfirst, now in the front matter")
		blocks[standfirst].spare = true
	}
	title := -1
	if d.meta.title == "" {
		title = d.pickTitle(blocks, titles, begin)
	} else { // a message's subject may say the title among other words
		for _, i := range titles {
			if title < 0 && len(strings.Fields(blocks[i].text)) > 1 && strings.Contains(d.meta.title, blocks[i].text) {
				title = i
			}
		}
	}
	if title >= 0 {
		d.meta.title = blocks[title].text
		blocks[title].spare = true
		d.readAround(blocks, titles, title, begin)
	}
	for i := begin; i < len(blocks) && i < begin+3; i++ { // an address or a date below the standfirst
		if text := blocks[i].text; utf8.RuneCountInString(text) < 160 && (isDateLine(text) || len(readByline(text, false)) > 0 && isByline(text)) {
			d.readHeadLine(&blocks[i])
		}
	}
	return slices.DeleteFunc(blocks, func(b textBlock) bool { return b.spare })
}

// dropStarred leaves out the one line below the text that a star after the byline
// calls: it says who the author is.
func (d *draft) dropStarred(head, text []textBlock) {
	if !slices.ContainsFunc(head, func(b textBlock) bool { return strings.HasSuffix(b.text, "*") && isByline(b.text) }) {
		return
	}
	starred := -1
	for i, b := range text {
		if line := b.lead + b.text; strings.HasPrefix(line, "*") && !isPause(line) {
			if starred >= 0 || strings.HasPrefix(line, "**") {
				return
			}
			starred = i
		} else if strings.HasSuffix(b.text, "*") || strings.Contains(b.text, "* ") {
			return
		}
	}
	if starred >= 0 {
		d.spareAll(text[starred : starred+1])
	}
}

// belowByline is where the text begins if the paragraph at begin is a standfirst:
// byline or date follow it, among no more than six short lines, and text after
// them; else begin.
func belowByline(blocks []textBlock, begin int) int {
	if begin >= len(blocks) || utf8.RuneCountInString(blocks[begin].text) > 400 {
		return begin
	}
	meta := false
	for i := begin + 1; i < len(blocks) && i <= begin+12; i++ {
		text := blocks[i].text
		if meta && isBodyText(blocks[i]) {
			return i
		}
		if utf8.RuneCountInString(text) > 100 || isBodyText(blocks[i]) {
			return begin
		}
		names, _ := splitNameDate(text, "")
		meta = meta || len(names) > 0 || isByline(text) || isDateLine(text)
	}
	return begin
}

// isBodyText reports whether a block is a paragraph of the article.
func isBodyText(b textBlock) bool {
	n := utf8.RuneCountInString(b.text)
	if b.kind == verse {
		return true
	}
	if b.kind != paragraph || n < 80 || isDateLine(b.text) || isSiteLine(b.text) || strings.HasPrefix(b.text, "http") {
		return false
	}
	return !speaksOfSite(b.text) && (n >= 160 || endsSentence(b.text))
}

// readHeadLine reads one line of the head: an address, a date, a byline, or the
// site's own; the line is then spare. It reports false if the line may be the title.
func (d *draft) readHeadLine(b *textBlock) bool {
	text := b.text
	n := utf8.RuneCountInString(text)
	why := ""
	switch names := readByline(text, false); {
	case addressIn(text) != "":
		if chromeScore(text) == 0 { // not where to subscribe
			set(&d.meta.url, addressIn(text))
		}
		why = "address, now in the front matter"
	case len(names) > 0:
		if len(d.meta.authors) == 0 {
			d.meta.authors = names
		}
		if date, _, _, ok := findDate(text, d.meta.lang); ok {
			set(&d.meta.date, date)
		}
		why = "byline, now in the front matter"
	case readTranslator(text) != "":
		d.meta.translators = append(d.meta.translators, readTranslator(text))
		why = "translator, now in the front matter"
	case d.publishedLine(text):
		why = whySource
	case n < 140 && d.nameAndDate(text):
		why = "byline and date, now in the front matter"
	case n < 180 && isDateLine(text):
		date, _, _, _ := findDate(text, d.meta.lang)
		set(&d.meta.date, date)
		set(&d.meta.publication, datedSource(text, d.meta.lang))
		why = "date line, now in the front matter"
	case isDispatch(text), isPictureCredit(text):
		why = "who sent the text or made its pictures"
	case isSiteLine(text), n > 20 && speaksOfSite(text):
		why = "words of the site"
	default:
		j, ok := readJournal(text)
		if !ok {
			return false
		}
		d.setJournal(j, text)
		why = whySource
	}
	d.leaveOut(text, why)
	b.spare = true
	return true
}

// nameAndDate reads a line that holds an author's name and a date.
func (d *draft) nameAndDate(text string) bool {
	names, date := splitNameDate(text, d.meta.lang)
	if len(names) == 0 {
		return false
	}
	set(&d.meta.date, date)
	if len(d.meta.authors) == 0 {
		d.meta.authors = names
	} else { // "La Dépêche, 3 mai 2019" reads as a name as well
		set(&d.meta.publication, datedSource(text, d.meta.lang))
	}
	return true
}

// splitNameDate reads "Jane Doe, 3 May 2019", "3 May 2019 | Jane Doe" and
// "published on 3 May 2019 by Jane Doe".
func splitNameDate(text, lang string) (names []string, date string) {
	date, start, end, ok := findDate(text, lang)
	if !ok || utf8.RuneCountInString(text) > 140 {
		return nil, ""
	}
	const seps = " ,|·•–—-()/:"
	before, after := strings.Trim(text[:start], seps), strings.Trim(text[end:], seps)
	for _, part := range [...]string{before, after} {
		if names = readByline(part, true); len(names) > 0 && strings.ToUpper(part) != part && !strings.Contains(dateWords, " "+strings.ToLower(firstWord(part))+" ") || len(readByline(part, false)) > 0 {
			return names, date
		}
	}
	return nil, ""
}
