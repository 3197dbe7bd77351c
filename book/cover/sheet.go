package cover

import (
	"cahier/book"
	"cahier/book/layout"
	"cahier/book/typeface"
)

// The design, in pixels of a cover 1400 wide.
const (
	margin     = 110 // left and right of all text
	panelTenth = 7   // the dark panel takes this many tenths of the height
	ground     = 0xf2
	panel      = 0x26
	white      = 0xff
	ink        = 0x26

	peopleSize   = 92
	subtitleSize = 78
	sourceSize   = 76
	titleMost    = 250
	titleLeast   = 60  // a longer title is cut
	wordLeast    = 20  // a longer word runs over
	maxText      = 300 // bytes of a text that are drawn; no cover holds more
)

// sheet is a cover in the making.
type sheet struct {
	canvas   *canvas
	families []*typeface.Family
	lang     string
}

func (s *sheet) draw(v *layout.Volume) error {
	w, h := s.canvas.img.Rect.Dx(), s.canvas.img.Rect.Dy()
	foot := h * panelTenth / 10
	s.canvas.fill(0, 0, w, h, ground)
	s.canvas.fill(0, 0, w, foot, panel)
	measure := w - 2*margin
	top := h / 12
	if text := byline(&v.Front); text != "" {
		bottom, err := s.set(top, 3, measure, peopleSize, []piece{{text, false}}, white)
		if err != nil {
			return err
		}
		top = bottom
	}
	s.canvas.fill(margin, top+60, margin+measure/6, top+66, white)
	title, err := s.title(&v.Front, measure, foot-top-220)
	if err != nil {
		return err
	}
	s.put(title, top+130, white)
	if text := source(&v.Front); text != "" {
		_, err = s.set(foot+(h-foot)/2-sourceSize*3/4, 2, measure, sourceSize, []piece{{text, false}}, ink)
	}
	return err
}

// title sets title and subtitle as large as they fit into width and height.
func (s *sheet) title(f *book.FrontMatter, width, height int) ([]line, error) {
	words, err := s.words(pieces(f.Title), titleMost)
	if err != nil {
		return nil, err
	}
	var under []line
	if len(f.Subtitle) > 0 {
		sub, err := s.words(italic(pieces(f.Subtitle)), subtitleSize)
		if err != nil {
			return nil, err
		}
		under = breakLines(sub, width, subtitleSize)
		height -= 40 + leading(subtitleSize)*len(under)
	}
	for size := titleMost; ; size -= 5 {
		lines := breakLines(words, width, size)
		narrow := fits(lines, width, size)
		if narrow && (leading(size)*len(lines) <= height || size <= titleLeast) || size <= wordLeast {
			room := max(1, height/leading(size))
			if len(under) > 0 && len(lines) > 0 {
				under[0].space = 40
			}
			return append(lines[:min(room, len(lines))], under...), nil
		}
	}
}

func fits(lines []line, width, size int) bool {
	for _, l := range lines {
		if l.width(size) > width {
			return false
		}
	}
	return true
}

func leading(size int) int { return size * 112 / 100 }

// set sets a text in at most so many lines from top on and returns where it ends.
func (s *sheet) set(top, most, width, size int, text []piece, grey uint8) (int, error) {
	words, err := s.words(text, size)
	if err != nil {
		return 0, err
	}
	lines := breakLines(words, width, size)
	return s.put(lines[:min(most, len(lines))], top, grey), nil
}

// put draws lines below each other and returns where they end.
func (s *sheet) put(lines []line, top int, grey uint8) int {
	for _, l := range lines {
		top += l.space
		s.drawLine(l, margin, top+l.size*85/100, grey)
		top += leading(l.size)
	}
	return top
}
