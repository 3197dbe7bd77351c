package press

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"cahier/book"
	"cahier/book/manuscript"
)

// ArticleFile is the file of a folder that takes cleaned Markdown: article.md, or one named
// by the title when that is another article. An earlier file of the same article is taken
// again, never one of another.
func ArticleFile(folder string, md []byte) string {
	front := frontOf(md)
	name := fileName(book.PlainText(front.Title))
	for n := 0; ; n++ {
		base := articleFile
		switch {
		case n == 1:
			base = name + ".md"
		case n > 1:
			base = fmt.Sprintf("%s-%d.md", name, n)
		}
		file := filepath.Join(folder, base)
		if _, err := os.Stat(file); err != nil {
			return file // it is free, or writing will say what is wrong with the folder
		}
		if old, err := os.ReadFile(file); err == nil && sameArticle(frontOf(old), front) {
			return file
		}
	}
}

// frontOf reads the front matter of an article, as far as it can be read.
func frontOf(md []byte) book.FrontMatter {
	b, _ := manuscript.Read(single{name: articleFile, data: md}, articleFile)
	for _, art := range b.Articles() {
		return art.Front
	}
	return book.FrontMatter{}
}

// sameArticle reports whether two articles stand at one address; where one of them names
// none, whether they have one title.
func sameArticle(a, b book.FrontMatter) bool {
	if a.Republished != nil && b.Republished != nil && a.Republished.URL != "" && b.Republished.URL != "" {
		return a.Republished.URL == b.Republished.URL
	}
	return book.PlainText(a.Title) == book.PlainText(b.Title)
}

// maxFileName is the length of a name in bytes beyond which a title adds no more words.
const maxFileName = 60

// fileName joins the first words of a title with hyphens, in lower case; "article" for none.
func fileName(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	name := ""
	for _, w := range words {
		if name != "" && len(name)+len(w) >= maxFileName {
			break
		}
		name += "-" + w
	}
	if name == "" {
		return "article"
	}
	return name[1:]
}
