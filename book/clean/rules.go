package clean

import (
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"github.com/goccy/go-yaml"
	"golang.org/x/net/html"
)

// SiteRule says what belongs to the articles of one site, for the pages that the
// general rules get wrong.
type SiteRule struct {
	Site  string   `yaml:"site"`  // host, with all hosts below it: "example.org"
	Body  string   `yaml:"body"`  // CSS selector of the article's text
	Keep  []string `yaml:"keep"`  // CSS selectors of what must stay
	Drop  []string `yaml:"drop"`  // CSS selectors of what must go
	Title string   `yaml:"title"` // CSS selector of the title
}

// ReadRules reads a YAML list of site rules. An unknown key or an impossible
// selector is an error that names its place.
func ReadRules(src []byte) ([]SiteRule, error) {
	var rules []SiteRule
	if err := yaml.UnmarshalWithOptions(src, &rules, yaml.Strict()); err != nil {
		return nil, err
	}
	for _, r := range rules {
		if r.Site == "" {
			return nil, fmt.Errorf("a rule names no site")
		}
		list := append(append([]string{r.Body, r.Title}, r.Keep...), r.Drop...)
		for _, s := range list {
			if _, err := cascadia.ParseGroup(s); s != "" && err != nil {
				return nil, fmt.Errorf("site %s: selector %q: %w", r.Site, s, err)
			}
		}
	}
	return rules, nil
}

// ruleFor is the rule of an address's site, the longest host first.
func (o Options) ruleFor(address string) SiteRule {
	host := hostName(address)
	if o.URL != "" {
		host = hostName(o.URL)
	}
	var best SiteRule
	for _, r := range o.Rules {
		site := strings.TrimPrefix(r.Site, "www.")
		if (host == site || strings.HasSuffix(host, "."+site)) && len(site) > len(best.Site) {
			best = r
		}
	}
	return best
}

// selectors finds what the user's selectors mean in the page.
func selectors(doc *html.Node, keep, drop []string) (kept, dropped []*html.Node, err error) {
	find := func(list []string) (found []*html.Node) {
		for _, s := range list {
			sel, e := cascadia.ParseGroup(s)
			if e != nil {
				err = fmt.Errorf("selector %q: %w", s, e)
				continue
			}
			found = append(found, cascadia.QueryAll(doc, sel)...)
		}
		return found
	}
	kept, dropped = find(keep), find(drop)
	return kept, dropped, err
}

// ruleRoots lists the elements that a site's rule names as the article's text.
func (p *page) ruleRoots(r SiteRule) []*html.Node {
	if r.Title != "" {
		if sel, err := cascadia.ParseGroup(r.Title); err == nil {
			if n := cascadia.Query(p.doc, sel); n != nil && textOf(n) != "" {
				p.meta.title = textOf(n)
			}
		}
	}
	if r.Body == "" {
		return nil
	}
	sel, err := cascadia.ParseGroup(r.Body)
	if err != nil {
		return nil
	}
	var roots []*html.Node
	for _, n := range cascadia.QueryAll(p.doc, sel) {
		if len(roots) == 0 || !contains(roots[len(roots)-1], n) {
			roots = append(roots, n)
		}
	}
	return roots
}
