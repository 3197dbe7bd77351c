package clean

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"cahier/book"
)

// Limits on a source; exceeding one is a problem of code "limit".
const (
	MaxSource = 20 << 20        // bytes
	MaxTime   = 5 * time.Second // for one source
)

// Options say how a source is cleaned. The zero value finds everything out.
type Options struct {
	Name  string     // of the source, for positions of problems
	From  Kind       // Auto: found out
	URL   string     // where the page stands, if the source does not say
	Lang  string     // BCP 47; overrides what the source says
	Type  string     // media type by which a server sent it: "text/html; charset=…"
	Files fs.FS      // the folder around a saved page, so that its images stay linked; nil: none
	Keep  []string   // CSS selectors of what must stay
	Drop  []string   // CSS selectors of what must go
	Rules []SiteRule // for single sites
}

// Result is a cleaned article.
type Result struct {
	Markdown []byte
	Report   Report
	Images   []string // addresses of the images that the Markdown links to, in order, each once
}

// Clean cleans one source. The problems are errors if nothing could be made of
// it, and otherwise warnings for the doubtful spots of the report, with their lines in the
// Markdown.
func Clean(src []byte, opt Options) (Result, book.Problems) {
	var problems book.Problems
	at := book.Pos{File: opt.Name}
	switch {
	case len(src) > MaxSource:
		problems.Add(at, book.CodeLimit, "save the article alone", "the source has %d MB; the limit is %d MB", len(src)>>20, MaxSource>>20)
		return Result{}, problems
	case len(bytes.TrimSpace(src)) == 0:
		problems.Add(at, book.CodeUnreadable, "", "the source is empty")
		return Result{}, problems
	}
	if name, hint := binary(src); name != "" {
		problems.Add(at, book.CodeUnreadable, hint, "this is %s, not a page or a text", name)
		return Result{}, problems
	}
	type outcome struct {
		result Result
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		r, err := clean(src, opt)
		done <- outcome{r, err}
	}()
	timer := time.NewTimer(MaxTime)
	defer timer.Stop()
	select {
	case o := <-done:
		if o.err != nil {
			problems.Add(at, book.CodeUnreadable, "", "%v", o.err)
			return Result{}, problems
		}
		return o.result, o.result.Report.problems(opt.Name)
	case <-timer.C:
		problems.Add(at, book.CodeLimit, "save the article alone, or paste its text", "the source took longer than %d seconds", MaxTime/time.Second)
		return Result{}, problems
	}
}

// clean is Clean without its limits.
func clean(src []byte, opt Options) (Result, error) {
	kind := opt.From
	if kind == Auto {
		kind = detect(src)
	}
	declared := ""
	original := kind
	if kind == MHTML {
		m, err := readMHTML(src)
		if err != nil {
			return Result{}, fmt.Errorf("not an archive of a page: %w", err)
		}
		src, declared, kind = m.html, m.charset, HTML
		if opt.URL == "" {
			opt.URL = m.location
		}
	}
	if declared == "" {
		declared = charsetOf(opt.Type)
	}
	text, encoding := decode(src, declared)
	var d *draft
	var err error
	switch kind {
	case HTML:
		d, err = cleanHTML(text, opt)
	case Markdown:
		d = cleanMarkdown(text, opt)
	default:
		plain, signs := icons(bulletSigns.Replace(text))
		d = cleanText(plain, opt)
		d.removed = append(d.removed, iconRemovals(signs)...)
	}
	if err != nil {
		return Result{}, err
	}
	if strings.TrimSpace(d.body) == "" {
		if strings.Contains(strings.ToLower(text[:min(len(text), 64<<10)]), "<frameset") {
			return Result{}, errors.New("the page only holds frames: save the frame with the text by itself")
		}
		return Result{}, errors.New("no article was found: name its element with --keep, or paste its text")
	}
	if kind != Markdown {
		d.meta.escape()
	}
	r := d.assemble()
	r.Report.Kind, r.Report.Encoding = original.String(), encoding
	return r, nil
}

// sortedKeys lists the keys of a map in order: no map's own order reaches the
// output.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func itoa(n int) string { return strconv.Itoa(n) }

// imageAddresses lists the addresses of the images in a Markdown text, each once.
func imageAddresses(md string) []string {
	var list []string
	for {
		_, after, ok := cutImage(md)
		if !ok {
			return list
		}
		end := strings.IndexAny(after, " )\n")
		if end > 0 && !slices.Contains(list, after[:end]) {
			list = append(list, after[:end])
		}
		md = after
	}
}
