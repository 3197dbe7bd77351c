package epub

import (
	"bytes"
	"image"
	_ "image/gif" // sizes of images in any format that an EPUB may hold
	_ "image/jpeg"
	_ "image/png"
	"path"
	"regexp"
	"strings"

	"cahier/book/picture"
)

var (
	cssComment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssPixels   = regexp.MustCompile(`font-size\s*:\s*[\d.]+(px|pt)`)
	cssScreen   = regexp.MustCompile(`[\d.](vw|vh|vmin|vmax)\b`)
	cssGrid     = regexp.MustCompile(`display\s*:\s*(inline-)?grid`)
	cssForced   = regexp.MustCompile(`(?:^|[},\s])(?:html|body|p)\s*(?:,[^{]*)?\{[^}]*\b(font-size|color|background|background-color|font-family)\s*:`)
	cssOldBreak = regexp.MustCompile(`page-break-`)
	cssNewBreak = regexp.MustCompile(`(^|[^-])break-(before|after|inside)`)
)

// styles checks the style sheets.
func (c *checker) styles() {
	for _, i := range c.pack.items {
		switch {
		case i.mediaType == "text/css":
			if data, ok := c.read(i.file); ok {
				c.style(i.file, cssComment.ReplaceAllString(string(data), ""))
			}
		case path.Ext(i.file) == ".woff2":
			c.weak(i.file, "embed TrueType or OpenType", "is a WOFF2 font, which Kobo does not know")
		}
	}
}

func (c *checker) style(file, css string) {
	for _, t := range []struct {
		found bool
		what  string
	}{
		{strings.Contains(css, "var(--"), "uses variables, for which stricter readers drop the whole sheet"},
		{strings.Contains(css, "calc("), "uses calc(), which old readers do not know"},
		{strings.Contains(css, "!important"), "uses !important, against the reader's own settings"},
		{cssScreen.MatchString(css), "uses measures of the screen (vw, vh), which e-readers reckon differently"},
		{cssGrid.MatchString(css), "uses a grid, which old readers do not know"},
		{cssPixels.MatchString(css), "sets sizes of type in px or pt, which a reader cannot enlarge"},
		{strings.Contains(css, "@import"), "imports another sheet"},
		{strings.Contains(css, "http://") || strings.Contains(css, "https://"), "refers to the network"},
		{cssNewBreak.MatchString(css) && !cssOldBreak.MatchString(css), "breaks pages by break-* alone; older readers know page-break-*"},
		{strings.Contains(css, "hyphens") && !strings.Contains(css, "-webkit-hyphens"), "hyphenates without -webkit-hyphens, which readers want"},
	} {
		if t.found {
			c.weak(file, "", "%s", t.what)
		}
	}
	if m := cssForced.FindStringSubmatch(css); m != nil {
		c.weak(file, "leave it to the reader", "forces %s on all text", m[1])
	}
}

// images checks formats and sizes by the files' bytes.
func (c *checker) images() {
	for _, i := range c.pack.items {
		if !strings.HasPrefix(i.mediaType, "image/") || i.mediaType == "image/svg+xml" {
			continue
		}
		data, ok := c.read(i.file)
		if !ok {
			continue
		}
		cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
		switch {
		case err != nil:
			c.weak(i.file, "save it as JPEG or PNG", "is not a JPEG, PNG or GIF that can be read")
		case "image/"+format != i.mediaType:
			c.broken(i.file, "", "is a %s, but called %s", format, i.mediaType)
		case max(cfg.Width, cfg.Height) > picture.MaxSide+400:
			c.weak(i.file, "save it smaller", "is %d × %d pixels: old readers run out of memory", cfg.Width, cfg.Height)
		}
	}
}
