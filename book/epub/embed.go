package epub

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/typeface"
)

// Embed makes the faces of a family ready for Options.Fonts, with the outlines that the
// volume's text wants and the licence that stands beside each file as OFL.txt or
// LICENSE.txt in files. The error is that of a face that cannot be used, or says that a
// licence is missing.
func Embed(v *layout.Volume, family *typeface.Family, files fs.FS) ([]Font, error) {
	chars := characters(v)
	var list []Font
	for _, s := range []typeface.Style{typeface.Roman, typeface.Italic, typeface.Bold, typeface.BoldItalic} {
		if !family.Has(s) {
			continue
		}
		face, err := family.Face(s)
		if err != nil {
			return nil, err
		}
		licence, err := licenceOf(files, face.File())
		if err != nil {
			return nil, err
		}
		data, err := face.SubsetText(chars)
		if err != nil {
			return nil, err
		}
		f := Font{Family: family.Name, Weight: 400, Data: data, Licence: licence}
		f.Italic = s == typeface.Italic || s == typeface.BoldItalic
		if s == typeface.Bold || s == typeface.BoldItalic {
			f.Weight = 700
		}
		list = append(list, f)
	}
	return list, nil
}

func licenceOf(files fs.FS, font string) ([]byte, error) {
	for _, name := range []string{"OFL.txt", "LICENSE.txt"} {
		data, err := fs.ReadFile(files, path.Join(path.Dir(font), name))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return nil, fmt.Errorf("font %s has no licence beside it (OFL.txt or LICENSE.txt)", font)
}

// characters are those of all that the EPUB shows, each once, in rising order.
func characters(v *layout.Volume) []rune {
	seen := map[rune]bool{' ': true, '\u00a0': true, '-': true}
	add := func(text string) {
		for _, r := range text {
			seen[r] = true
		}
	}
	blocks := func(bs []book.Block) {
		book.Blocks(bs, func(b book.Block) bool {
			add(book.LeafText(b))
			if t, ok := b.(*book.Table); ok {
				for _, n := range t.Notes {
					book.Blocks(n.Blocks, func(b book.Block) bool { add(book.LeafText(b)); return true })
				}
			}
			return true
		})
	}
	w := v.Words
	add(strings.Join([]string{w.Contents, w.Notes, w.Cover, w.TitlePage, w.Beginning, w.PageList, "0123456789. abcdefghijklmnopqrstuvwxyz"}, " "))
	for _, s := range v.Sections {
		add(plain(s.Title))
		blocks(s.Blocks)
		blocks(s.After)
		for _, n := range s.Notes {
			blocks(n.Blocks)
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
