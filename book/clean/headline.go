package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pickTitle chooses the title among the lines of the head: the one whose words
// the address holds, else the one that its length, its neighbours and its place
// before the byline speak for most. The first of equals wins.
func (d *draft) pickTitle(blocks []textBlock, list []int, begin int) int {
	best, most := -1, 0
	for _, i := range list { // the line that stands first in how the article is cited
		at := strings.Index(strings.ToLower(d.citation), strings.ToLower(blocks[i].text))
		if at >= 0 && (best < 0 || at < most) && len(strings.Fields(blocks[i].text)) > 1 && len(readByline(blocks[i].text, true)) == 0 {
			best, most = i, at
		}
	}
	if best >= 0 {
		return best
	}
	slug := slugOf(d.meta.url)
	for _, i := range list {
		n := 0
		for _, w := range slugWords(blocks[i].text) {
			if slices.Contains(slug, w) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	if most >= 2 {
		return best
	}
	named := func(name string) bool { // elsewhere, as sites are
		return slices.ContainsFunc(blocks[begin:], func(b textBlock) bool { return strings.Contains(b.text, name) }) || slices.ContainsFunc(d.removed, func(r Removal) bool { return strings.Contains(r.Text, name) })
	}
	holder := d.holder()
	best, most = -1, 0
	for _, i := range list {
		score := titleScore(blocks[:begin], list, i, len(d.meta.authors) > 0, named)
		if d.isDiscussed(blocks[i].text) {
			score += 6
		}
		if sameText(blocks[i].text, holder) {
			score -= 8
		}
		if i == list[0] && i+1 < begin && blocks[i+1].spare && blocks[i+1].group == blocks[i].group && d.meta.issue != "" && d.meta.publication == "" {
			score -= 6 // the name of the journal whose issue stands below it
		}
		if best < 0 || score > most {
			best, most = i, score
		}
	}
	return best
}

// isDiscussed reports whether the comments' heading quotes a line: "3 thoughts on
// “A short history”".
func (d *draft) isDiscussed(text string) bool {
	return slices.ContainsFunc(d.removed, func(r Removal) bool {
		i := strings.Index(r.Text, text)
		return i > 0 && strings.ContainsAny(r.Text[:i], "“«„\"") && isClosingHead(r.Text)
	})
}

// titleScore is what speaks for line i of the head as the title; known says
// whether the author is, and named whether a line is said elsewhere.
func titleScore(head []textBlock, list []int, i int, known bool, named func(string) bool) int {
	text := head[i].text
	score := 0
	switch words := len(strings.Fields(text)); {
	case words >= 3:
		score += 2
	case words == 2:
		score++
	}
	if n := utf8.RuneCountInString(text); n > 200 {
		score -= 8
	} else if n > 110 {
		score -= 2
	}
	if inMenu(head, i) {
		score -= 5
	}
	if isName(text) && i > list[0] && isMetaLine(head, i) {
		score -= 6
	}
	if (known || !isName(text)) && alone(head, i) && i+1 < len(head) && !head[i+1].spare && isSubtitleOf(head[i+1].text, text) && (i == 0 || i == list[0]) {
		score += 2
	}
	if belowName(head, i) {
		score += 4
	}
	if i == list[0] && slices.ContainsFunc(head, func(b textBlock) bool { return isEncyclopedia(b.text) }) {
		score += 8
	}
	return score + bylineScore(head, i, named)
}

// bylineScore is what a byline or a date beside a line says for it as the title:
// most if it follows at once or after a longer line, which is the subtitle.
func bylineScore(head []textBlock, i int, named func(string) bool) int {
	switch {
	case i+1 < len(head) && isMetaLine(head, i+1):
		if i > 0 && !head[i-1].spare && !inMenu(head, i-1) && (isSubtitleOf(head[i].text, head[i-1].text) || isOwnTitle(head, i-1, named)) {
			return 4
		}
		return 6
	case i+2 < len(head) && isMetaLine(head, i+2):
		if !head[i+1].spare && (isSubtitleOf(head[i+1].text, head[i].text) || isOwnTitle(head, i, named)) {
			return 7
		}
		return 4
	case i > 0 && i+1 == len(head) && besideMeta(head, i-1):
		return 5
	}
	return 0
}

// besideMeta reports whether a line is a byline or a date that was read, or
// stands in one group with one.
func besideMeta(head []textBlock, i int) bool {
	for j := i; j >= 0 && head[j].group == head[i].group; j-- {
		if head[j].spare && isMetaLine(head, j) {
			return true
		}
	}
	return false
}

// belowName reports whether line i begins the last lines of the head, two or more, and
// a name stands alone over them: title and subtitle of a journal's article.
func belowName(head []textBlock, i int) bool {
	if i == 0 || i+1 >= len(head) || head[i-1].group == head[i].group || len(readByline(head[i-1].text, true)) == 0 {
		return false
	}
	return alone(head, i-1) && !slices.ContainsFunc(head[i:], func(b textBlock) bool { return b.spare || b.group != head[i].group })
}

// alone reports whether a line stands between empty lines, or no line of the head
// does.
func alone(head []textBlock, i int) bool {
	size := 0
	for _, b := range head {
		if b.group == head[i].group {
			size++
		}
	}
	return size == 1 || size == len(head)
}

// isSubtitleOf reports whether a line after another reads as its subtitle: it is
// much longer.
func isSubtitleOf(line, title string) bool {
	return utf8.RuneCountInString(line)*2 > utf8.RuneCountInString(title)*3
}

// talkLeads begin the line below the title of an interview.
var talkLeads = []string{"entretien avec", "conversation avec", "rencontre avec", "interview with", "an interview with", "a conversation with", "in conversation with", "interview mit", "im gespräch mit", "ein gespräch mit", "gespräch mit", "entrevista a", "entrevista con", "conversación con", "entrevista com", "conversa com", "intervista a", "intervista con", "conversazione con", "colloquio con"}

// isQuoted reports a line that is a quotation as a whole.
func isQuoted(s string) bool {
	return strings.ContainsRune("«“„\"»", firstRune(s)) && strings.ContainsRune("»”“\"«", lastRune(s))
}

// isOwnTitle reports whether line i above another longer one is the article's title
// rather than the site's name: not in capitals, not said again elsewhere, and of four
// words or more and clearly the shorter one, or of three with a kicker over it.
func isOwnTitle(head []textBlock, i int, named func(string) bool) bool {
	line, below := head[i].text, utf8.RuneCountInString(head[i+1].text)
	words, n := len(strings.Fields(line)), utf8.RuneCountInString(line)
	if strings.ToUpper(line) == line || named(line) {
		return false
	}
	if words >= 3 && (hasLead(head[i+1].text, talkLeads) && !hasLead(line, talkLeads) || isQuoted(line) && !isQuoted(head[i+1].text)) {
		return true
	}
	kicked := i > 0 && head[i-1].spare && isKicker(head[i-1].text)
	return words >= 4 && below*5 >= n*6 || kicked && words >= 3 && below > n
}

// isMetaLine reports whether line i of the head is a byline or a date, or a name
// alone with such a line or the text after it.
func isMetaLine(head []textBlock, i int) bool {
	text := head[i].text
	if head[i].spare {
		names, _ := splitNameDate(text, "")
		return isByline(text) || isDateLine(text) || len(names) > 0 || isDispatch(text) || isPictureCredit(text)
	}
	if len(readByline(text, true)) == 0 || utf8.RuneCountInString(text) > 70 || endsSentence(text) {
		return false
	}
	return i+1 >= len(head) || head[i+1].spare || isAffiliation(head[i+1].text) || !headingLike(head[i+1].text) || len(strings.Fields(head[i+1].text)) < 3
}

// inMenu reports whether a line stands among others that are the site's, without
// an empty line between them.
func inMenu(head []textBlock, i int) bool {
	site, size := 0, 0
	for _, b := range head {
		if b.group == head[i].group {
			size++
			if isSiteLine(b.text) {
				site++
			}
		}
	}
	return size < len(head) && (site > 0 || size >= 4)
}

// readAround settles the other lines of the head: a name is the author, what
// follows the title is its subtitle, what stands right over the text below byline and
// date is its heading, what is left over is the site's.
func (d *draft) readAround(blocks []textBlock, list []int, title, begin int) {
	d.sitesName(blocks, list, title)
	last := title // line of byline or date
	for i := title + 1; i < begin; i++ {
		if isMetaLine(blocks[:begin], i) {
			last = i
		}
	}
	nameLine := list[0] // where an author may stand over the title
	if len(list) > 1 && sameText(blocks[nameLine].text, d.meta.publication) {
		nameLine = list[1]
	}
	for _, i := range list {
		b := &blocks[i]
		words, n := len(strings.Fields(b.text)), utf8.RuneCountInString(b.text)
		switch names := readByline(b.text, true); {
		case i == title:
			continue
		case len(names) > 0 && len(d.meta.authors) == 0 && (i > title || besideMeta(blocks, i)) && n < 70:
			d.meta.authors = names
			d.leaveOut(b.text, "author, now in the front matter")
		case len(names) > 0 && i < title && i == nameLine && !sameText(b.text, d.meta.publication) && len(d.meta.authors) == 0 && (d.meta.publication == "" || d.meta.volume+d.meta.issue+d.meta.pages != "") && !namedBelow(blocks[title:begin]):
			d.meta.authors = names
			d.leaveOut(b.text, "author, now in the front matter")
		case i > title && isAffiliation(b.text) && len(d.meta.authors) > 0:
			d.leaveOut(b.text, "the author's place of work")
		case i+1 == begin && alone(blocks[:begin], i) && i > title && n < 80 && headingLike(b.text) && (last > title || words <= 2):
			continue // the heading of the first section
		case i == title+1 && i < last && words >= 5 && endsSentence(b.text) && d.meta.abstract == "":
			d.meta.abstract = b.text
			d.leaveOut(b.text, "standfirst, now in the front matter")
		case i > title && words >= 3 && d.meta.subtitle == "" && (i == title+1 && !endsSentence(b.text) || i == last+1 && n >= 80):
			d.meta.subtitle = b.text
		case sameText(b.text, d.meta.title), i < title, words <= 2, inMenu(blocks[:begin], i):
			d.leaveOut(b.text, "words of the site")
		default:
			continue
		}
		b.spare = true
	}
}

// sitesName takes the publication from the first line of the page, if words of
// the site part it from the title or the text names it again.
func (d *draft) sitesName(blocks []textBlock, list []int, title int) {
	for _, i := range list { // "The Harbour Quarterly, Spring 2012" over a title names a quarterly
		m := journalHead.FindStringSubmatch(blocks[i].text)
		if i < title && d.meta.publication == "" && m != nil && issueYear.MatchString(m[2]) && !slices.ContainsFunc(dateTokens(m[2]), func(t dateToken) bool { return !inIssue(t) }) {
			words := strings.Fields(m[1])
			if season := strings.ToLower(words[len(words)-1]); len(words) > 1 && slices.Contains(journalWords, season) {
				words = words[:len(words)-1]
			}
			d.meta.publication = strings.Trim(strings.Join(words, " "), " ,.;:–—-")
			set(&d.meta.date, issueYear.FindStringSubmatch(m[2])[1])
		}
	}
	for _, i := range list {
		if name := blocks[i].text; i < title && d.meta.publication == "" && d.signsPage(name) {
			d.meta.publication = name
			return
		}
	}
	for _, i := range list {
		if name := blocks[i].text; i < title && inMenu(blocks[:title+1], i) && d.meta.publication == "" && onlyProper(blocks[:title+1], i) && !isName(name) && !isKicker(name) && headingLike(name) {
			d.meta.publication = name
			return
		}
	}
	first := list[0]
	for _, i := range list { // past the menu
		if first = i; !inMenu(blocks[:title+1], i) {
			break
		}
	}
	name := blocks[first].text
	if first >= title || d.meta.publication != "" || len(strings.Fields(name)) > 6 || inMenu(blocks[:title+1], first) || hasSiteWord(name) || !headingLike(name) || sameText(name, d.meta.title) {
		return
	}
	if len(strings.Fields(name)) > 1 && (blocks[first].group != blocks[title].group || !isCapitals(name)) && slices.ContainsFunc(blocks[:first], func(b textBlock) bool { return b.spare }) {
		d.meta.publication = name
		return
	}
	parted := slices.ContainsFunc(blocks[first:title], func(b textBlock) bool { return b.spare })
	named := slices.ContainsFunc(blocks[title:], func(b textBlock) bool { return strings.Contains(b.text, name) })
	if parted && first == firstProper(blocks) || named {
		d.meta.publication = name
	}
}

// signsPage reports whether a line of two words or more stands again at the end of
// the page, alone, before other entries or after the sign of copyright.
func (d *draft) signsPage(name string) bool {
	return len(strings.Fields(name)) > 1 && !hasSiteWord(name) && slices.ContainsFunc(d.removed, func(r Removal) bool {
		rest, ok := strings.CutPrefix(r.Text, name)
		said := strings.HasPrefix(rest, " ") && unicode.IsLower(firstRune(rest[1:])) // "The Review is made by …"
		return ok && r.Why != whyFurniture && (rest == "" || isSeparator(rest) || said) || strings.HasPrefix(r.Text, "©") && strings.Contains(r.Text, name)
	})
}

// onlyProper reports whether a line of two words or more is the only one of its
// menu that is not the site's, as its name is.
func onlyProper(head []textBlock, i int) bool {
	for j, b := range head {
		if j != i && b.group == head[i].group && !isSiteLine(b.text) {
			return false
		}
	}
	words := len(strings.Fields(head[i].text))
	return words > 1 && words < 7 && !hasSiteWord(head[i].text)
}

// isSeparator reports whether a text begins with a sign that parts the entries of a
// line.
func isSeparator(rest string) bool {
	return strings.ContainsRune("–—-|·•", firstRune(strings.TrimLeft(rest, " \u00a0"))) && strings.HasPrefix(rest, " ")
}

// firstProper is the first line that does not lead past the site's menu.
func firstProper(blocks []textBlock) int {
	for i, b := range blocks {
		if !b.spare {
			return i
		}
	}
	return -1
}

// hasSiteWord reports whether a word of menus stands in a line.
func hasSiteWord(text string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if utf8.RuneCountInString(w) > 3 && strings.Contains(siteWords, " "+w+" ") {
			return true
		}
	}
	return false
}

// unshout writes a title that is in capitals throughout as the running heads of
// its pages have it.
func (d *draft) unshout() {
	if d.meta.title == "" || strings.ToUpper(d.meta.title) != d.meta.title {
		return
	}
	for _, r := range d.removed {
		head := strings.Trim(r.Text, " 0123456789")
		if r.Why == whyFurniture && strings.EqualFold(head, d.meta.title) && strings.ToUpper(head) != head {
			d.meta.title = head
			return
		}
	}
}

// namedBelow reports whether a name stands alone below the title.
func namedBelow(head []textBlock) bool {
	return slices.ContainsFunc(head[1:], func(b textBlock) bool { return !b.spare && len(readByline(b.text, true)) > 0 })
}

// isAffiliation reports lines that name a university or the like.
func isAffiliation(text string) bool {
	low := strings.ToLower(text)
	if utf8.RuneCountInString(text) > 120 || endsSentence(text) {
		return false
	}
	for _, w := range [...]string{"universi", "institut", "college", "cnrs", "académie", "academia", "akademie", "accademia", "hochschule", "facultad", "faculté", "fakultät", "department of", "école ", "escuela ", "escola ", "scuola "} {
		if strings.HasPrefix(low, w) || strings.Contains(low, ", "+w) {
			return true
		}
	}
	return false
}
