package style

import (
	"cahier/book"
	"cahier/book/unit"
)

// setter puts a value as written into a Print.
type setter func(p *Print, s scale, v string) error

// key is one name that print.yaml and overrides may use.
type key struct {
	name string
	set  setter
}

// keys lists every key besides those of pageKeys and of the blocks.
var keys = []key{
	{"face.text", func(p *Print, _ scale, v string) error { p.Faces.Text = v; return nil }},
	{"face.code", func(p *Print, _ scale, v string) error { p.Faces.Code = v; return nil }},
	{"face.fallback", func(p *Print, _ scale, v string) error { p.Faces.Fallback = words(v); return nil }},
	{"face.oldstyle", flag(func(p *Print) *bool { return &p.Faces.Oldstyle })},

	{"space.width", shareOf(1000, 50, 1000, func(p *Print) *int { return &p.Spacing.Space })},
	{"space.min", shareOf(1000, 50, 1000, func(p *Print) *int { return &p.Spacing.SpaceMin })},
	{"space.max", shareOf(1000, 50, 2000, func(p *Print) *int { return &p.Spacing.SpaceMax })},
	{"space.wide", shareOf(1000, 50, 500, func(p *Print) *int { return &p.Spacing.Wide })},
	{"space.thin", shareOf(1000, 50, 500, func(p *Print) *int { return &p.Spacing.Thin })},
	{"space.expand", func(p *Print, _ scale, v string) (err error) { p.Spacing.Expand, err = percent(v, 0, 50); return }},
	{"space.track-min", shareOf(10000, -300, 0, func(p *Print) *int { return &p.Spacing.TrackMin })},
	{"space.track-max", shareOf(10000, 0, 300, func(p *Print) *int { return &p.Spacing.TrackMax })},
	{"space.protrude", flag(func(p *Print) *bool { return &p.Spacing.Protrude })},
	{"justify", flag(func(p *Print) *bool { return &p.Spacing.Justify })},

	{"hyphens.on", flag(func(p *Print) *bool { return &p.Hyphens.On })},
	{"hyphens.left", countOf(0, 9, func(p *Print) *int { return &p.Hyphens.Left })},
	{"hyphens.right", countOf(0, 9, func(p *Print) *int { return &p.Hyphens.Right })},
	{"hyphens.run", countOf(1, 99, func(p *Print) *int { return &p.Hyphens.Run })},

	{"opening.page", choice(func(p *Print) *OpeningPage { return &p.Opening.Page }, OpenRecto, OpenNew)},
	{"opening.part-page", choice(func(p *Print) *OpeningPage { return &p.Opening.PartPage }, OpenRecto, OpenNew)},
	{"opening.half-title", flag(func(p *Print) *bool { return &p.Opening.HalfTitle })},
	{"opening.sink", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Opening.Sink })},
	{"opening.initial", choice(func(p *Print) *Initial { return &p.Opening.Initial }, InitialNone, InitialCaps, InitialDrop)},
	{"opening.words", countOf(1, 12, func(p *Print) *int { return &p.Opening.Words })},
	{"opening.drop", countOf(2, 6, func(p *Print) *int { return &p.Opening.Drop })},

	{"heads.place", choice(func(p *Print) *HeadPlace { return &p.Heads.Place }, HeadCentre, HeadOuter, HeadInner, HeadNone)},
	{"heads.rise", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Heads.Rise })},
	{"heads.folio", choice(func(p *Print) *FolioPlace { return &p.Heads.Folio }, FolioHead, FolioFootCentre, FolioFootOuter, FolioNone)},
	{"heads.drop", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Heads.Drop })},
	{"heads.roman-front", flag(func(p *Print) *bool { return &p.Heads.RomanFront })},

	{"notes.rule", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Notes.Rule })},
	{"notes.rule-weight", lengthOf(0, 4*unit.Point, func(p *Print) *unit.Length { return &p.Notes.RuleWeight })},
	{"notes.above", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Notes.Above })},
	{"notes.below", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Notes.Below })},
	{"notes.gap", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Notes.Gap })},
	{"notes.superior", flag(func(p *Print) *bool { return &p.Notes.Superior })},

	{"lists.indent", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Detail.ListIndent })},
	{"lists.bullets", func(p *Print, _ scale, v string) error { p.Detail.Bullets = words(v); return nil }},
	{"break.sign", func(p *Print, _ scale, v string) error { p.Detail.Break = v; return nil }},
	{"verses.turnover", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Detail.Turnover })},
	{"verses.step", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Detail.VerseStep })},
	{"tables.gap", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Detail.TableGap })},
	{"tables.rule", lengthOf(0, 4*unit.Point, func(p *Print) *unit.Length { return &p.Detail.TableRule })},
	{"codes.mark", func(p *Print, _ scale, v string) error { p.Detail.CodeMark = v; return nil }},
	{"images.grey", flag(func(p *Print) *bool { return &p.Detail.Grey })},
	{"images.minimum", countOf(0, 2400, func(p *Print) *int { return &p.Detail.ImageMinimum })},
	{"images.gap", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Detail.ImageGap })},
	{"leader.sign", func(p *Print, _ scale, v string) error { p.Detail.Leader = v; return nil }},
	{"leader.step", lengthOf(unit.Point, unit.Max, func(p *Print) *unit.Length { return &p.Detail.LeaderStep })},
	{"questions.room", countOf(0, 60, func(p *Print) *int { return &p.Detail.QuestionRoom })},
	{"room", countOf(0, 200, func(p *Print) *int { return &p.Detail.Room })},
	{"numbers.gap", lengthOf(0, unit.Max, func(p *Print) *unit.Length { return &p.Detail.NumberGap })},
	{"displays.after", choice(func(p *Print) *AfterDisplay { return &p.Detail.AfterDisplay }, Flush, Indented)},
	{"fit.size-min", lengthOf(sizeMin, sizeMax, func(p *Print) *unit.Length { return &p.Fit.SizeMin })},
	{"fit.size-max", lengthOf(sizeMin, sizeMax, func(p *Print) *unit.Length { return &p.Fit.SizeMax })},
	{"fit.leading-min", percentOf(1000, 3000, func(p *Print) *int { return &p.Fit.LeadingMin })},
	{"fit.leading-max", percentOf(1000, 3000, func(p *Print) *int { return &p.Fit.LeadingMax })},
	{"fit.measure-min", percentOf(500, 1000, func(p *Print) *int { return &p.Fit.MeasureMin })},
	{"fit.measure-max", percentOf(1000, 1500, func(p *Print) *int { return &p.Fit.MeasureMax })},
	{"numbers.restart", choice(func(p *Print) *NumberFrom { return &p.Detail.NumberFrom }, FromPage, FromArticle)},
	{"numbers.every", countOf(1, 100, func(p *Print) *int { return &p.Detail.NumberEvery })},
}

func flag(field func(*Print) *bool) setter {
	return func(p *Print, _ scale, v string) (err error) { *field(p), err = book.Truth(v); return }
}

func countOf(low, high int, field func(*Print) *int) setter {
	return func(p *Print, _ scale, v string) (err error) { *field(p), err = count(v, low, high); return }
}

func percentOf(low, high int, field func(*Print) *int) setter {
	return func(p *Print, _ scale, v string) (err error) { *field(p), err = percent(v, low, high); return }
}

func shareOf(per float64, low, high int, field func(*Print) *int) setter {
	return func(p *Print, _ scale, v string) (err error) { *field(p), err = share(v, per, low, high); return }
}

func lengthOf(low, high unit.Length, field func(*Print) *unit.Length) setter {
	return func(p *Print, s scale, v string) (err error) { *field(p), err = s.between(v, low, high); return }
}

func choice[T ~string](field func(*Print) *T, set ...T) setter {
	return func(p *Print, _ scale, v string) (err error) { *field(p), err = oneOf(v, set...); return }
}

// blockKeys are the keys that every block has, after its name and a dot.
var blockKeys = []struct {
	name string
	set  func(b *Block, s scale, v string) error
}{
	{"size", func(b *Block, s scale, v string) (err error) { b.Size, err = s.size(v); return }},
	{"leading", func(b *Block, s scale, v string) (err error) { b.Leading, err = s.size(v); return }},
	{"shape", func(b *Block, _ scale, v string) (err error) {
		b.Shape, err = oneOf(v, Roman, Italic, Semibold, Bold, BoldItalic, SmallCaps, ItalicSmallCaps)
		return
	}},
	{"align", func(b *Block, _ scale, v string) (err error) {
		b.Align, err = oneOf(v, Justified, Ragged, Centred, FlushRight)
		return
	}},
	{"above", func(b *Block, s scale, v string) (err error) { b.Above, err = s.between(v, 0, unit.Max); return }},
	{"below", func(b *Block, s scale, v string) (err error) { b.Below, err = s.between(v, 0, unit.Max); return }},
	{"left", func(b *Block, s scale, v string) (err error) { b.Left, err = s.between(v, 0, unit.Max); return }},
	{"right", func(b *Block, s scale, v string) (err error) { b.Right, err = s.between(v, 0, unit.Max); return }},
	{"indent", func(b *Block, s scale, v string) (err error) {
		b.Indent, err = s.between(v, -unit.Max, unit.Max)
		return
	}},
	{"track", func(b *Block, _ scale, v string) (err error) { b.Track, err = share(v, 1000, -100, 500); return }},
	{"hyphenate", func(b *Block, _ scale, v string) (err error) { b.Hyphenate, err = book.Truth(v); return }},
}

// blocks names every block in print.yaml, text first: the others begin as copies of it.
var blocks = []struct {
	name  string
	field func(*Blocks) *Block
}{
	{"text", func(b *Blocks) *Block { return &b.Text }},
	{"h2", func(b *Blocks) *Block { return &b.H2 }},
	{"h3", func(b *Blocks) *Block { return &b.H3 }},
	{"h4", func(b *Blocks) *Block { return &b.H4 }},
	{"h5", func(b *Blocks) *Block { return &b.H5 }},
	{"h6", func(b *Blocks) *Block { return &b.H6 }},
	{"title", func(b *Blocks) *Block { return &b.Title }},
	{"subtitle", func(b *Blocks) *Block { return &b.Subtitle }},
	{"author", func(b *Blocks) *Block { return &b.Author }},
	{"source", func(b *Blocks) *Block { return &b.Source }},
	{"abstract", func(b *Blocks) *Block { return &b.Abstract }},
	{"book-title", func(b *Blocks) *Block { return &b.BookTitle }},
	{"book-subtitle", func(b *Blocks) *Block { return &b.BookSubtitle }},
	{"book-author", func(b *Blocks) *Block { return &b.BookAuthor }},
	{"book-role", func(b *Blocks) *Block { return &b.BookRole }},
	{"publisher", func(b *Blocks) *Block { return &b.Publisher }},
	{"half-title", func(b *Blocks) *Block { return &b.HalfTitle }},
	{"part", func(b *Blocks) *Block { return &b.Part }},
	{"imprint", func(b *Blocks) *Block { return &b.Imprint }},
	{"dedication", func(b *Blocks) *Block { return &b.Dedication }},
	{"colophon", func(b *Blocks) *Block { return &b.Colophon }},
	{"quote", func(b *Blocks) *Block { return &b.Quote }},
	{"epigraph", func(b *Blocks) *Block { return &b.Epigraph }},
	{"attribution", func(b *Blocks) *Block { return &b.Attribution }},
	{"verse", func(b *Blocks) *Block { return &b.Verse }},
	{"list", func(b *Blocks) *Block { return &b.List }},
	{"term", func(b *Blocks) *Block { return &b.Term }},
	{"definition", func(b *Blocks) *Block { return &b.Definition }},
	{"caption", func(b *Blocks) *Block { return &b.Caption }},
	{"code", func(b *Blocks) *Block { return &b.Code }},
	{"table", func(b *Blocks) *Block { return &b.Table }},
	{"table-head", func(b *Blocks) *Block { return &b.TableHead }},
	{"table-note", func(b *Blocks) *Block { return &b.TableNote }},
	{"note", func(b *Blocks) *Block { return &b.Note }},
	{"notes-head", func(b *Blocks) *Block { return &b.NotesHead }},
	{"work", func(b *Blocks) *Block { return &b.Work }},
	{"question", func(b *Blocks) *Block { return &b.Question }},
	{"contents-part", func(b *Blocks) *Block { return &b.ContentsPart }},
	{"contents-article", func(b *Blocks) *Block { return &b.ContentsArticle }},
	{"contents-heading", func(b *Blocks) *Block { return &b.ContentsHeading }},
	{"contents-name", func(b *Blocks) *Block { return &b.ContentsName }},
	{"break", func(b *Blocks) *Block { return &b.Break }},
	{"running", func(b *Blocks) *Block { return &b.Running }},
	{"folio", func(b *Blocks) *Block { return &b.Folio }},
	{"number", func(b *Blocks) *Block { return &b.Number }},
}
