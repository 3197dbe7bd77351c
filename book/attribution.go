package book

import "strings"

// IsAttribution reports whether a paragraph looks like the line that says who wrote what
// stands above it: it begins with a dash.
func IsAttribution(b *Paragraph) bool {
	s := strings.TrimSpace(PlainText(b.Inlines))
	return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–")
}

// Attribution is the last paragraph of a quotation's blocks if it says who wrote the
// quotation, nil if none does. Where others begin with a dash too, people are speaking.
func Attribution(list []Block) *Paragraph {
	if len(list) < 2 {
		return nil
	}
	for i, b := range list {
		para, ok := b.(*Paragraph)
		if dash := ok && IsAttribution(para); dash != (i == len(list)-1) {
			return nil
		}
	}
	return list[len(list)-1].(*Paragraph)
}
