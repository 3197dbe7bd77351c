package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// misprints finds what reads as an error of the source: it is reported and left,
// since no word is ever changed. Looked for are figures grown together with the word
// after them ("10congrès") and characters that a wrong decoding leaves behind.
func misprints(md string) []doubt {
	var list []doubt
	body := md
	if _, rest, ok := strings.Cut(md, "\n---\n"); ok && strings.HasPrefix(md, "---\n") {
		body = rest
	}
	for word := range strings.FieldsSeq(body) {
		if strings.ContainsAny(word, "/@_=#&{}<>[]`") || len(list) > 40 {
			continue
		}
		word = strings.Trim(word, ".,;:!?()«»“”\"'’…*")
		letters := strings.TrimLeft(word, "0123456789")
		if digits := len(word) - len(letters); digits > 0 && utf8.RuneCountInString(letters) >= 5 && strings.ToLower(letters) == letters && onlyLetters(letters) && !strings.HasPrefix(letters, "ème") && !strings.HasPrefix(letters, "ième") {
			list = append(list, doubt{what: "a space or letters may be missing", near: word})
		}
		if strings.ContainsRune(word, utf8.RuneError) {
			list = append(list, doubt{what: "a character could not be read", near: word})
		}
	}
	return list
}

func onlyLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
