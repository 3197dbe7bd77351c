package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs divides a text into its paragraphs: lines of a hard-wrapped text are
// joined, words divided at their ends made whole, and what a PDF prints on every page
// is taken out.
func paragraphs(text string, d *draft) []textBlock {
	words := newWordSet(text)
	lines := dropFurniture(strings.Split(plainTabs(text), "\n"), words, d)
	width := wrapWidth(lines)
	var blocks []textBlock
	groups := 0
	for start := 0; start < len(lines); {
		if strings.TrimSpace(lines[start]) == "" {
			start++
			continue
		}
		end := start
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		groups++
		for _, part := range splitGrids(lines[start:end]) {
			for _, b := range group(part, width, words) {
				b.group = groups
				blocks = append(blocks, b)
			}
		}
		start = end
	}
	d.doubts = append(d.doubts, words.guesses()...)
	for i := range blocks {
		if blocks[i].kind != grid {
			blocks[i].text = withoutEdit(blocks[i].text)
		}
	}
	return slices.DeleteFunc(blocks, func(b textBlock) bool { return b.text == "" })
}

// withoutEdit takes the link to edit a section off a heading.
func withoutEdit(s string) string {
	i := strings.LastIndexByte(s, '[')
	if i <= 0 || !strings.HasSuffix(s, "]") || utf8.RuneCountInString(s) > 120 {
		return s
	}
	for _, w := range [...]string{"edit", "modifier", "bearbeiten", "editar", "modifica", "quelltext"} {
		if strings.HasPrefix(strings.ToLower(s[i+1:]), w) {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

// wrapWidth is the width at which a text is wrapped, 0 if its lines are whole
// paragraphs: the 90th percentile of the lengths of lines with another below them, if it
// is that of a page, lines of about that length are common, and most of the text does
// not stand in far longer lines.
func wrapWidth(lines []string) int {
	var sizes []int
	for i, l := range lines {
		if n := utf8.RuneCountInString(strings.TrimSpace(l)); n > 0 && i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" {
			sizes = append(sizes, n)
		}
	}
	if len(sizes) < 4 {
		return 0
	}
	slices.Sort(sizes)
	w := sizes[len(sizes)*9/10]
	long, all := 0, 0
	for _, l := range lines {
		n := utf8.RuneCountInString(strings.TrimSpace(l))
		if all += n; n > w*2 {
			long += n
		}
	}
	if long*2 > all {
		return 0
	}
	full := 0
	for _, n := range sizes {
		if n*4 >= w*3 {
			full++
		}
	}
	goesOn := 0 // lines that begin in lower case go on a sentence
	for i, l := range lines[1:] {
		if unicode.IsLower(firstRune(strings.TrimSpace(l))) && strings.TrimSpace(lines[i]) != "" {
			goesOn++
		}
	}
	if w < 34 || w > 120 || full*2 < len(sizes) && goesOn*4 < len(sizes) || sizes[len(sizes)-1] > w*2 {
		return 0
	}
	return w
}

// group reads lines without an empty one between: a poem, a list, wrapped
// paragraphs, or one paragraph a line.
func group(lines []string, width int, words wordSet) []textBlock {
	if isGrid(lines) {
		return []textBlock{{kind: grid, text: strings.Join(lines, "\n")}}
	}
	trimmed := make([]string, len(lines))
	for i, l := range lines {
		trimmed[i] = squeeze(l)
	}
	if quoted := !slices.ContainsFunc(trimmed, func(l string) bool { return !strings.HasPrefix(l, "> ") && l != ">" }); quoted {
		text := ""
		for _, l := range trimmed {
			text = joinLines(text, strings.TrimSpace(l[1:]), words)
		}
		return []textBlock{{kind: quote, text: strings.TrimSpace(text)}}
	}
	if isDashList(trimmed) {
		blocks := make([]textBlock, len(trimmed))
		for i, l := range trimmed {
			blocks[i] = textBlock{kind: item, text: strings.TrimSpace(strings.TrimLeft(l, "–—")), lead: "- "}
		}
		return blocks
	}
	turns := !slices.ContainsFunc(trimmed, func(l string) bool { return !strings.HasPrefix(l, "— ") && !strings.HasPrefix(l, "– ") }) // of a dialogue
	if !turns && looksLikeVerse(trimmed) && shortOf(trimmed, width) && !slices.ContainsFunc(trimmed, func(l string) bool { lead, _ := itemLead(l); return lead != "" || isSiteLine(l) }) {
		return []textBlock{{kind: verse, text: strings.Join(trimmed, "\n")}}
	}
	if !turns && (width == 0 && looksLikeStanza(trimmed) || width > 0 && isSetByLine(trimmed, width)) {
		return []textBlock{{kind: verse, text: strings.Join(trimmed, "\n")}}
	}
	short := len(lines) <= 4 && !slices.ContainsFunc(trimmed, endsSentence) // may be title and byline
	var blocks []textBlock
	for i, l := range trimmed {
		lead, rest := itemLead(l)
		switch {
		case lead != "":
			blocks = append(blocks, textBlock{kind: item, text: rest, lead: lead})
		case len(blocks) > 0 && (width > 0 || i > 0 && goesOn(trimmed[i-1], l)) && !(short && len(readByline(l, true)) > 0) && (width == 0 || joins(lines, i, width)):
			b := &blocks[len(blocks)-1]
			b.text = joinLines(b.text, l, words)
		default:
			blocks = append(blocks, textBlock{text: l})
		}
	}
	for i := range blocks {
		if blocks[i].kind == paragraph && isCaptionText(blocks[i].text) && chromeScore(blocks[i].text) < 2 {
			blocks[i].kind = caption
		}
	}
	return blocks
}

// isDashList reports lines that begin with dashes and are no dialogue: each is a
// quotation as a whole, or all but the last end in a semicolon or a comma.
func isDashList(lines []string) bool {
	quoted, counted := true, true
	for i, l := range lines {
		rest := strings.TrimLeft(l, "–—")
		if rest == l || firstRune(rest) != ' ' && firstRune(rest) != '\u00a0' {
			return false
		}
		rest = strings.TrimSpace(rest)
		quoted = quoted && isQuoted(replaceMarks(rest, func(int) string { return "" }))
		counted = counted && (i+1 == len(lines) || strings.HasSuffix(rest, ";") || strings.HasSuffix(rest, ","))
	}
	return len(lines) > 1 && (quoted || counted)
}

// shortOf reports whether all lines of a group are well below the wrap width: in
// a wrapped text only such lines are verse.
func shortOf(lines []string, width int) bool {
	for _, l := range lines {
		if width > 0 && utf8.RuneCountInString(l)*5 > width*4 {
			return false
		}
	}
	return true
}

// goesOn reports whether a line goes on the sentence of the long one before it.
func goesOn(prev, line string) bool {
	return utf8.RuneCountInString(prev) >= 45 && !endsSentence(prev) && !strings.HasSuffix(prev, ";") && unicode.IsLower(firstRune(line))
}

// joins reports whether line i continues the one before: that one is about as
// wide as the text, or does not end a sentence.
func joins(lines []string, i, width int) bool {
	prev := strings.TrimSpace(lines[i-1])
	line := strings.TrimRight(lines[i], " ")
	if label, rest := leadLabel(defLine{text: strings.TrimSpace(line)}); rest != "" && (isNumber(label) || isSign(label)) && endsSentence(prev) {
		return false
	}
	if next := strings.TrimSpace(line); endsSentence(prev) && (strings.HasPrefix(next, "– ") || strings.HasPrefix(next, "— ")) { // a turn of a dialogue
		return false
	}
	indented := len(line)-len(strings.TrimLeft(line, " ")) >= 2 && !strings.HasPrefix(lines[i-1], "  ")
	if indented {
		return false
	}
	next := firstWord(strings.TrimSpace(line))
	n := utf8.RuneCountInString(prev)
	if unicode.IsLower(firstRune(strings.TrimSpace(line))) {
		return true
	}
	if !endsSentence(prev) {
		return n*2 > width || strings.HasSuffix(prev, ",")
	}
	return n+1+utf8.RuneCountInString(next) > width*9/10
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// endsSentence reports whether a line ends as sentences do.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " *†‡»”\"’'[()]0123456789¹²³⁴⁵⁶⁷⁸⁹⁰\u00a0"+string(markOpen)+string(markClose))
	return s == "" || strings.ContainsRune(".!?…:", lastRune(s))
}

// wordSet knows the words of a text, to tell a hyphen of a word from one of a
// line's end.
type wordSet struct {
	known   map[string]bool
	guessed *[]string // words that were joined though the text has them nowhere else
}

func newWordSet(text string) wordSet {
	set := wordSet{map[string]bool{}, new([]string)}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\n' }) {
		if !strings.Contains(w, "\n") {
			set.known[w] = true
		}
	}
	return set
}

// hyphenHeads are words that mostly keep the hyphen after them: "well-known".
// enclitics keep the hyphen before them: "dit-il", "celui-ci". Others are words'
// ends as well and keep it only after a word that the text has elsewhere.
const (
	enclitics     = " il elle ils elles je tu nous vous moi toi lui là ci même mêmes lhe "
	hyphenHeads   = " well self ex vice quasi twenty thirty forty fifty sixty seventy eighty ninety vingt trente quarante cinquante soixante quatre avant arrière demi "
	weakEnclitics = " on leur le la les ce y en t lo se me te "
)

// joinLines joins two lines of a paragraph. A word divided at the line's end is
// made whole; its hyphen stays if the text has the word with one.
func joinLines(a, b string, words wordSet) string {
	head, ok := strings.CutSuffix(a, "-")
	if !ok || !unicode.IsLetter(lastRune(head)) || !unicode.IsLetter(firstRune(b)) {
		if strings.HasSuffix(a, "–") || strings.HasSuffix(a, "—") || !ok {
			return a + " " + b
		}
		return a + b
	}
	left, right := strings.ToLower(lettersBefore(head, len(head))), strings.ToLower(leadLetters(b))
	switch {
	case unicode.IsUpper(firstRune(b)):
		return a + b
	case words.known[left+right]:
		return head + b
	case strings.Contains(hyphenHeads, " "+left+" ") && utf8.RuneCountInString(right) > 4, words.known[left+"-"+right], strings.Contains(enclitics, " "+right+" "), words.known[left] && strings.Contains(weakEnclitics, " "+right+" "):
		return a + b
	}
	if !words.related(left, right) {
		*words.guessed = append(*words.guessed, lettersBefore(head, len(head))+leadLetters(b))
	}
	return head + b
}

// related reports whether the text has a word that begins as the joined one does, past the
// hyphen: another form of it.
func (words wordSet) related(left, right string) bool {
	r := []rune(right)
	stem := left + string(r[:min(3, len(r))])
	for w := range words.known {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// guesses are the doubtful spots at which a hyphen may have belonged to the word.
func (words wordSet) guesses() []doubt {
	var list []doubt
	for _, w := range *words.guessed {
		if d := (doubt{what: "joined at the end of a line: the hyphen may have belonged to the word", near: w}); !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	return list
}

// leadLetters is the word at the beginning of a text.
func leadLetters(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// itemLead parts a list item from its sign. A bullet before a label is a note's
// and no item's: that is for findDefinitions to say.
func itemLead(l string) (lead, rest string) {
	for _, sign := range [...]string{"•", "◦", "▪", "‣", "●", "■", "○", "–", "—", "-", "*"} {
		r, ok := strings.CutPrefix(l, sign)
		if !ok {
			continue
		}
		tight := strings.HasPrefix(r, " ") || strings.HasPrefix(r, "\u00a0") || strings.Contains("•◦▪‣●■○", sign)
		if r = strings.TrimLeft(r, " \u00a0"); tight && r != "" && !strings.Contains("–—", sign) {
			if sign == "*" {
				return "* ", r
			}
			return "- ", r
		}
		return "", l
	}
	return "", l
}

// creditEnd is what a caption may end with: the sign of copyright and a name, or
// after a stop a name in capitals.
var creditEnd = regexp.MustCompile(`(?:[\pL.)\d] ©\pL? ?[\pL][^.!?]{2,60}|[\pL\d»)][.?!] (?:\p{Lu}[\p{Lu}.’'-]+[ /,]*){1,5})$`)

// isCaptionText reports whether a paragraph is the caption of a picture that was
// not pasted.
func isCaptionText(s string) bool {
	n := utf8.RuneCountInString(s)
	low := strings.ToLower(s)
	if n > 400 || strings.HasPrefix(low, "©") && isDigit(firstRune(strings.TrimLeft(low, "© "))) {
		return false
	}
	for _, w := range [...]string{"photo:", "photo :", "photo by ", "photo de ", "photograph:", "(photo", "foto:", "(foto", "foto di ", "bild:", "(bild", "crédit :", "crédits :", "credit:", "imagen:", "(imagen", "imagem:", "immagine:"} {
		if i := strings.Index(low, w); n < 200 && i > len(low)/3 && !endsSentence(low[:i]+"x") && i+80 > len(low) && !strings.HasSuffix(s, ".") {
			return true
		}
	}
	for _, w := range [...]string{"photo prise", "photo :", "photo:", "photo ©", "photo de ", "photo by", "photograph:", "photo credit", "crédit photo", "crédits photo", "crédit :", "crédits :", "image:", "image :", "image credit", "illustration :", "illustration:", "légende :", "caption:", "foto:", "foto ©", "foto von", "foto de ", "foto di ", "bild:", "abbildung:", "abb. ", "bildnachweis", "imagen:", "fotografía:", "fotografía de", "imagem:", "fotografia:", "fotografia de", "immagine:", "fotografia di", "didascalia:", "fig. ", "figure 1", "©"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	if creditEnd.MatchString(s) && n > 30 {
		return true
	}
	for _, w := range [...]string{" DR.", " D.R.", "(DR)", "(D.R.)", "/ AFP", "/AFP", "AFP)", "/ Reuters", "/Reuters", "Reuters)", "/ Getty", "Getty Images", "(Foto:", "(Photo:", "(Photo :", "(Bild:", "(Imagen:", "(Image:", "Wikimedia Commons", "dpa)"} {
		if strings.Contains(s, w) && n < 300 && (strings.HasSuffix(s, w) || strings.HasPrefix(w, "(") || strings.Index(s, w) > len(s)*2/3) {
			return true
		}
	}
	return false
}
