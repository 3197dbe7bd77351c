package manuscript

import (
	"regexp"
	"strconv"
	"strings"

	"cahier/book"
)

// date is a key whose value is a date.
func date(field func(*book.FrontMatter) *book.Date) key {
	return func(h *head, n *node) { *field(h.front) = h.date(n) }
}

// date reads a date: a string, or CSL's mapping. One without a year is a problem.
func (h *head) date(n *node) book.Date {
	if n.kind == mapping || n.kind == list {
		d, ok := cslDate(n)
		if !ok {
			h.badDate(n, "this")
			return book.Date{}
		}
		return d
	}
	s := h.value(n)
	if s == "" {
		return book.Date{}
	}
	d, ok := parseDate(s)
	if !ok {
		h.badDate(n, strconv.Quote(s))
		return book.Date{}
	}
	return d
}

// badDate reports a date that cannot be read.
func (h *head) badDate(n *node, what string) {
	h.add(n.pos, book.CodeBadValue, "write it as 2018-01-02, 2018-01, 2018 or 2 January 2018; a span as 1917/1924, a guess as 1917~", "%s is not a date", what)
}

// parseDate reads EDTF level 0 and what of level 1 a book needs (ISO 8601-2:2019), dates
// with the month in words in the six languages of cahier, and keeps any other text with a
// year as it is. It fails on a day that no calendar has and on text without a year.
func parseDate(s string) (book.Date, bool) {
	s = strings.TrimSpace(s)
	bare, circa := cutCirca(s)
	if first, last, span := strings.Cut(bare, "/"); span && isoForm.MatchString(trimMarks(first)) {
		d, ok := isoDate(trimMarks(first))
		end, endOK := isoDate(trimMarks(last))
		if !ok || !endOK || end.Compare(d) < 0 {
			return book.Date{}, false
		}
		d.End, d.Circa = &end, circa || bare != trimMarks(first)+"/"+trimMarks(last)
		return d, true
	}
	if isoForm.MatchString(trimMarks(bare)) {
		d, ok := isoDate(trimMarks(bare))
		d.Circa = circa || bare != trimMarks(bare)
		return d, ok
	}
	if first, last, span := cutYears(bare); span {
		d, end := book.Date{Year: first, Circa: circa}, book.Date{Year: last}
		d.End = &end
		return d, last >= first
	}
	if d, ok := wordDate(bare); ok {
		d.Circa = circa
		return d, validDay(d)
	}
	if m := yearForm.FindString(s); m != "" && !slashForm.MatchString(s) {
		year, _ := strconv.Atoi(m)
		return book.Date{Year: year, Literal: s}, true
	}
	return book.Date{}, false
}

var (
	isoForm   = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$`)
	yearForm  = regexp.MustCompile(`\b\d{4}\b`)
	slashForm = regexp.MustCompile(`^\d{1,4}/\d{1,2}/\d{1,4}$`)
	yearSpan  = regexp.MustCompile(`^(\d{4})\s*[-–—]\s*(\d{4})$`)
	dotForm   = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$`)
	dayFirst  = regexp.MustCompile(`^(?:(\d{1,2})(?:er|st|nd|rd|th|\.|º|°)?\s+(?:de\s+|of\s+)?)?(\pL+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})$`)
	monthDay  = regexp.MustCompile(`^(\pL+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$`)
)

// trimMarks takes off EDTF's marks of doubt.
func trimMarks(s string) string { return strings.TrimRight(strings.TrimSpace(s), "~?%") }

// cutCirca takes "ca.", "vers", "um" off the beginning.
func cutCirca(s string) (string, bool) {
	for _, word := range []string{"circa ", "ca. ", "ca ", "c. ", "vers ", "about ", "um ", "hacia ", "verso il ", "por volta de "} {
		if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
			return strings.TrimSpace(s[len(word):]), true
		}
	}
	return s, false
}

// cutYears reads "1917-1924", which is no form of EDTF but what people write.
func cutYears(s string) (first, last int, ok bool) {
	m := yearSpan.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(m[1])
	last, _ = strconv.Atoi(m[2])
	return first, last, true
}

// isoDate reads a date that has ISO's form; a time of day is left out.
func isoDate(s string) (book.Date, bool) {
	if !isoForm.MatchString(s) {
		return book.Date{}, false
	}
	s, _, _ = strings.Cut(s, "T")
	var parts [3]int
	for i, p := range strings.Split(s, "-") {
		parts[i], _ = strconv.Atoi(p)
		if i > 0 && parts[i] == 0 {
			return book.Date{}, false
		}
	}
	d := book.Date{Year: parts[0], Month: parts[1], Day: parts[2]}
	return d, validDay(d)
}

// validDay reports whether the calendar has the day; the year is never zero.
func validDay(d book.Date) bool {
	if d.Year < 1 || d.Month < 0 || d.Month > 12 || d.Day < 0 {
		return false
	}
	days := [13]int{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.Month]
	if d.Month == 2 && (d.Year%4 != 0 || d.Year%100 == 0 && d.Year%400 != 0) {
		days = 28
	}
	return d.Day <= days
}

// wordDate reads "2 janvier 2018", "January 2, 2018", "1er mai 1886" and "2.1.2018".
func wordDate(s string) (book.Date, bool) {
	if m := dotForm.FindStringSubmatch(s); m != nil {
		return numbers(m[3], m[2], m[1]), true
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		if month := months[strings.ToLower(m[2])]; month > 0 {
			return numbers(m[3], strconv.Itoa(month), m[1]), true
		}
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		if month := months[strings.ToLower(m[1])]; month > 0 {
			return numbers(m[3], strconv.Itoa(month), m[2]), true
		}
	}
	return book.Date{}, false
}

// numbers makes a date of digits; what is empty is unknown.
func numbers(year, month, day string) book.Date {
	var d book.Date
	d.Year, _ = strconv.Atoi(year)
	d.Month, _ = strconv.Atoi(month)
	d.Day, _ = strconv.Atoi(day)
	return d
}

// months are the names of the months in French, English, German, Spanish, Italian and
// Portuguese, and their usual short forms.
var months = monthTable(
	"janvier janv january jan januar jänner enero gennaio janeiro",
	"février févr fév february feb februar febrero febbraio fevereiro",
	"mars march mar märz marzo março",
	"avril avr april apr abril aprile",
	"mai may mayo maggio maio",
	"juin june jun juni junio giugno junho",
	"juillet juil july jul juli julio luglio julho",
	"août aout august aug agosto",
	"septembre sept september sep septiembre settembre setembro",
	"octobre oct october oktober okt octubre ottobre outubro",
	"novembre nov november noviembre novembro",
	"décembre déc december dec dezember dez diciembre dicembre dezembro",
)

// monthTable gives each name its month's number.
func monthTable(names ...string) map[string]int {
	table := map[string]int{}
	for i, list := range names {
		for _, name := range strings.Fields(list) {
			table[name] = i + 1
		}
	}
	return table
}

// cslDate reads the dates of CSL-JSON 1.0.2, {"date-parts": [[2018, 1, 2]]}, with raw,
// literal, season and circa, and those of older CSL-YAML, [{year: 2018, month: 1}].
func cslDate(n *node) (book.Date, bool) {
	if n.kind == list {
		return yamlDate(n.items)
	}
	if n.get("year") != nil {
		return yamlDate([]*node{n})
	}
	circa := n.get("circa").trimmed()
	for _, name := range []string{"raw", "literal"} {
		if s := n.get(name).trimmed(); s != "" {
			d, ok := parseDate(s)
			if !ok {
				d = book.Date{Literal: s}
			}
			return d, true
		}
	}
	parts := n.get("date-parts").all()
	if len(parts) == 0 {
		return book.Date{}, false
	}
	d, ok := dateParts(parts[0])
	if len(parts) > 1 && ok {
		if end, endOK := dateParts(parts[1]); endOK {
			d.End = &end
		}
	}
	d.Circa = circa != "" && circa != "false" && circa != "0"
	return d, ok
}

// dateParts reads [year, month, day]; numbers may stand in quotes.
func dateParts(n *node) (book.Date, bool) {
	var parts [3]int
	for i, p := range n.all() {
		v, err := strconv.Atoi(p.trimmed())
		if i > 2 || err != nil && p.trimmed() != "" {
			return book.Date{}, false
		}
		parts[i] = v
	}
	d := book.Date{Year: parts[0], Month: parts[1], Day: parts[2]}
	return d, validDay(d)
}

// yamlDate reads one or two of {year, month, day}.
func yamlDate(items []*node) (book.Date, bool) {
	var dates []book.Date
	for _, item := range items {
		d := numbers(item.get("year").trimmed(), item.get("month").trimmed(), item.get("day").trimmed())
		if !validDay(d) {
			return book.Date{}, false
		}
		dates = append(dates, d)
	}
	if len(dates) == 0 {
		return book.Date{}, false
	}
	if len(dates) > 1 {
		dates[0].End = &dates[1]
	}
	return dates[0], true
}
