package layout

import (
	"crypto/sha1"
	"fmt"
	"strings"
	"time"

	"cahier/book"
)

// namespaceURL is the UUID namespace of addresses (RFC 9562, appendix A).
var namespaceURL = [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// uuid5 is a name-based UUID, version 5 (RFC 9562, 5.5), as an URN.
func uuid5(name string) string {
	h := sha1.New()
	h.Write(namespaceURL[:])
	h.Write([]byte(name))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// identifier is the book's: the one given, else one made of what does not change when
// words are corrected (the source's address, else title and first author).
func identifier(f *book.FrontMatter) string {
	for _, id := range f.Identifiers {
		switch id.Scheme {
		case "uuid":
			return "urn:uuid:" + strings.ToLower(id.Value)
		case "isbn":
			return "urn:isbn:" + id.Value
		case "doi":
			return "https://doi.org/" + id.Value
		default:
			return id.Value
		}
	}
	if f.Republished != nil && f.Republished.URL != "" {
		return uuid5(f.Republished.URL)
	}
	name := book.PlainText(f.Title)
	if len(f.Contributors) > 0 {
		name += "\n" + f.Contributors[0].Name.String()
	}
	return uuid5("cahier:" + name)
}

// volumeIdentifier is that of a book of several articles: the one given, else one made
// of its title and its articles' identifiers.
func volumeIdentifier(f *book.FrontMatter, articles []*book.Article) string {
	if len(f.Identifiers) > 0 {
		return identifier(f)
	}
	name := "cahier:" + book.PlainText(f.Title)
	for _, a := range articles {
		name += "\n" + identifier(&a.Front)
	}
	return uuid5(name)
}

// newest is the date of the build as it is written in the book: the front matter's own, else
// the newest of all, with the ends of spans; zero if there is none. epoch, from
// SOURCE_DATE_EPOCH, goes before. Never a clock: the same book gives the same bytes.
func newest(b *book.Book, front *book.FrontMatter, epoch *time.Time) book.Date {
	if epoch != nil {
		t := epoch.UTC()
		return book.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	}
	if front.Modified.Year > 0 {
		return bare(front.Modified)
	}
	var last book.Date
	consider := func(f *book.FrontMatter) {
		dates := []book.Date{f.Date, f.Modified}
		if r := f.Republished; r != nil {
			dates = append(dates, r.Date, r.Retrieved)
		}
		for _, d := range dates {
			if d = bare(d); d.Compare(last) > 0 {
				last = d
			}
		}
	}
	consider(&b.Front)
	for _, a := range b.Articles() {
		consider(&a.Front)
	}
	if last.Year < firstYear {
		return book.Date{} // the text's, not that of an edition made by a program
	}
	return last
}

// firstYear is the first that a file in an EPUB's container can be of (ZIP's APPNOTE, 4.4.6).
const firstYear = 1980

// bare is a date's last day, month or year, without doubt or words.
func bare(d book.Date) book.Date {
	if d.End != nil && d.End.Compare(d) > 0 {
		d = *d.End
	}
	return book.Date{Year: d.Year, Month: d.Month, Day: d.Day}
}

// instant is the moment that a build's date stands for: the epoch itself, the first of what
// is not known, the first day of all for no date.
func instant(d book.Date, epoch *time.Time) time.Time {
	if epoch != nil {
		return epoch.UTC()
	}
	if d.IsZero() {
		d.Year = firstYear
	}
	return time.Date(d.Year, time.Month(max(1, d.Month)), max(1, d.Day), 0, 0, 0, 0, time.UTC)
}
