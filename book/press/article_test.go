package press

import (
	"os"
	"path/filepath"
	"testing"
)

// Cleaned Markdown takes the first file of a folder that is free or its own: never that of
// another article, whatever that one holds.
func TestArticleFile(t *testing.T) {
	const rain, fog = "---\ntitle: On Rain\n---\n\nText.\n", "---\ntitle: \"On Fog & Dew: été 1911\"\n---\n\nText.\n"
	const here, there = "---\ntitle: On Rain\nrepublished-from: {url: https://rain.example/here}\n---\n\nText.\n", "---\ntitle: On Rain\nrepublished-from: {url: https://rain.example/there}\n---\n\nText.\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		md    string
		want  string
	}{
		{"an empty folder", nil, rain, "article.md"},
		{"its earlier file", map[string]string{"article.md": rain + "Mended.\n"}, rain, "article.md"},
		{"another article", map[string]string{"article.md": rain}, fog, "on-fog-dew-été-1911.md"},
		{"its earlier file beside another", map[string]string{"article.md": rain, "on-fog-dew-été-1911.md": fog}, fog, "on-fog-dew-été-1911.md"},
		{"one title, one address", map[string]string{"article.md": here}, here, "article.md"},
		{"one title, two addresses", map[string]string{"article.md": here}, there, "on-rain.md"},
		{"both taken", map[string]string{"article.md": fog, "on-rain.md": here}, there, "on-rain-2.md"},
		{"a head that cannot be read", map[string]string{"article.md": "---\ntitle: \"On Rain\n---\n"}, rain, "on-rain.md"},
		{"no title", map[string]string{"article.md": rain}, "Text.\n", "article-2.md"},
	} {
		dir := t.TempDir()
		for name, text := range c.files {
			write(t, filepath.Join(dir, name), text)
		}
		if got := ArticleFile(dir, []byte(c.md)); got != filepath.Join(dir, c.want) {
			t.Errorf("%s: %s, want %s", c.name, filepath.Base(got), c.want)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := ArticleFile(file, []byte(rain)); got != filepath.Join(file, "article.md") {
		t.Errorf("below a file: %s", got)
	}
}
