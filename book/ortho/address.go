package ortho

import "strings"

// keepAddresses marks the words that are addresses (of the web or of mail), without
// the punctuation after them.
func keepAddresses(cells []cell) {
	for i := 0; i < len(cells); {
		if isAnySpace(cells[i].r) || cells[i].r == lineEnd {
			i++
			continue
		}
		end := i
		for end < len(cells) && !isAnySpace(cells[end].r) && cells[end].r != lineEnd {
			end++
		}
		from, to := addressIn(cells[i:end])
		for k := i + from; k < i+to; k++ {
			cells[k].keep = true
		}
		i = end
	}
}

// addressIn returns where in a word an address stands; from == to if there is none.
func addressIn(word []cell) (from, to int) {
	text := cellText(word)
	if !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !isMail(text) {
		return 0, 0
	}
	to = len(word)
	for from < to && strings.ContainsRune("(<[{«“‘„\"'", word[from].r) {
		from++
	}
	for to > from && strings.ContainsRune(".,;:!?)>]}»”’…\"'", word[to-1].r) {
		to--
	}
	return from, to
}

func isMail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1
}
