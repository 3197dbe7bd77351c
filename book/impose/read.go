package impose

import (
	"strconv"
	"strings"

	"cahier/book"
	"cahier/book/unit"
)

// keys are what an output of kind booklet, or the command line, may say of its sheets.
var keys = map[string]func(*Options, string) error{
	"sheet":     func(o *Options, v string) (err error) { o.Sheet, err = ParseSheet(v); return },
	"signature": func(o *Options, v string) (err error) { o.Signature, err = whole(v); return },
	"flip": func(o *Options, v string) error {
		if o.Flip = Flip(strings.TrimSuffix(v, "-edge")); o.Flip != FlipShort && o.Flip != FlipLong {
			return book.Fault("short or long", "a sheet is turned on its short or its long edge, not on %q", v)
		}
		return nil
	},
	"one-sided": func(o *Options, v string) (err error) { o.OneSided, err = book.Truth(v); return },
	"stock": func(o *Options, v string) error {
		s, err := ParseStock(v)
		if o.Stock.Grammage = s.Grammage; o.Stock.Caliper == 0 {
			o.Stock.Caliper = s.Caliper
		}
		return err
	},
	"caliper": func(o *Options, v string) (err error) { o.Stock.Caliper, err = ParseCaliper(v); return },
	"marks":   func(o *Options, v string) (err error) { o.Marks, err = ParseMarks(v); return },
	"fit":     func(o *Options, v string) (err error) { o.Fit, err = book.Truth(v); return },
	"grip": func(o *Options, v string) (err error) {
		if o.Grip, err = unit.Parse(v); err == nil && o.Grip < 0 {
			err = book.Fault("most printers leave 5mm white", "a margin cannot be negative: %s", v)
		}
		return err
	},
	"handout": func(o *Options, v string) (err error) {
		o.Scheme = Handout
		if o.PerSide, err = whole(v); err == nil && o.PerSide != 2 && o.PerSide != 4 {
			err = book.Fault("take 2 or 4", "a handout has 2 or 4 pages on a side, not %s", v)
		}
		return err
	},
	"cards":        func(o *Options, v string) error { return scheme(o, Cards, v) },
	"ruled":        func(o *Options, v string) (err error) { o.Ruled, err = book.Truth(v); return },
	"instructions": func(o *Options, v string) (err error) { o.Instructions, err = book.Truth(v); return },
}

// Read takes the settings that concern sheets out of a list and gives the others back. The
// last of a key wins. Problems are of code sheet.
func Read(settings []book.Setting) (Options, []book.Setting, book.Problems) {
	o := Options{at: map[string]book.Pos{}}
	var rest []book.Setting
	var ps book.Problems
	last := map[string]book.Setting{}
	var order []string
	for _, s := range settings {
		if keys[s.Key] == nil {
			rest = append(rest, s)
			continue
		}
		if _, again := last[s.Key]; !again {
			order = append(order, s.Key)
		}
		last[s.Key] = s
	}
	for _, key := range order {
		s := last[key]
		o.at[key] = s.Pos
		if err := keys[key](&o, strings.TrimSpace(s.Value)); err != nil {
			ps.Fail(s.Pos, book.CodeSheet, err)
		}
	}
	if _, ok := last["stock"]; !ok && o.Stock.Caliper > 0 {
		o.at["stock"] = o.at["caliper"]
	}
	return o, rest, ps
}

func scheme(o *Options, s Scheme, v string) error {
	on, err := book.Truth(v)
	if on {
		o.Scheme = s
	}
	return err
}

func whole(v string) (int, error) {
	n, err := strconv.Atoi(v)
	if err != nil {
		return 0, book.Fault("a number such as 16", "%q is no whole number", v)
	}
	return n, nil
}
