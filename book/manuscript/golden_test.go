package manuscript

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"cahier/book"
)

var update = flag.Bool("update", false, "rewrite the dumps in testdata")

// TestGolden reads testdata/*.txtar: the files of a book's folder, what the book's front
// matter and contents become, and the problems. The first file is the one that is read.
// See testdata/README.md.
func TestGolden(t *testing.T) {
	for _, file := range fixtures(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name, fsys, inputs := bookOf(archive)
			b, problems := Read(fsys, name)
			got := &txtar.Archive{Comment: archive.Comment, Files: append(inputs, txtar.File{Name: "dump", Data: []byte(dumpBook(b))})}
			if len(problems) > 0 {
				got.Files = append(got.Files, txtar.File{Name: "problems", Data: []byte(dumpProblems(problems))})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want, have := string(txtar.Format(archive)), string(txtar.Format(got)); want != have {
				t.Errorf("want:\n%s\ngot:\n%s", want, have)
			}
		})
	}
}

func fixtures(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	return files
}

// bookOf is the folder of a fixture.
func bookOf(archive *txtar.Archive) (name string, fsys fstest.MapFS, inputs []txtar.File) {
	fsys = fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name == "dump" || f.Name == "problems" {
			continue
		}
		inputs = append(inputs, f)
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return inputs[0].Name, fsys, inputs
}

func dumpProblems(problems book.Problems) string {
	var sb strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&sb, "%s: %s [%s] %s\n", p.Severity(), p.String(), p.Code, p.Hint)
	}
	return sb.String()
}

// dumpBook prints a book without the trees of its articles, which package markdown
// answers for: of a text the words alone.
func dumpBook(b *book.Book) string {
	var sb strings.Builder
	fields(&sb, 0, reflect.ValueOf(*b))
	return sb.String()
}

// fields prints the fields of a struct that are not zero.
func fields(sb *strings.Builder, depth int, v reflect.Value) {
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() {
			value(sb, depth, v.Type().Field(i).Name, f)
		}
	}
}

func value(sb *strings.Builder, depth int, name string, v reflect.Value) {
	fmt.Fprintf(sb, "%s%s: ", strings.Repeat("  ", depth), name)
	switch x := v.Interface().(type) {
	case book.Pos:
		fmt.Fprintln(sb, x.String())
		return
	case []book.Inline:
		fmt.Fprintf(sb, "%q %s\n", book.PlainText(x), x[0].Position())
		return
	case []book.Block:
		sb.WriteString(blockWords(x) + "\n")
		return
	case []*book.Note:
		fmt.Fprintf(sb, "%d\n", len(x))
		return
	case book.Name:
		fmt.Fprintf(sb, "%q %+v\n", x.Sort(), x)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		sb.WriteByte('\n')
		fields(sb, depth+1, v.Elem())
	case reflect.Struct:
		sb.WriteByte('\n')
		fields(sb, depth+1, v)
	case reflect.Slice:
		sb.WriteByte('\n')
		for i := range v.Len() {
			value(sb, depth+1, fmt.Sprint(i), v.Index(i))
		}
	case reflect.Map:
		sb.WriteByte('\n')
		keys := v.MapKeys()
		sortKeys(keys)
		for _, k := range keys {
			value(sb, depth+1, k.String(), v.MapIndex(k))
		}
	default:
		fmt.Fprintf(sb, "%v\n", v.Interface())
	}
}

func sortKeys(keys []reflect.Value) {
	for i := range keys {
		for j := i; j > 0 && keys[j].String() < keys[j-1].String(); j-- {
			keys[j], keys[j-1] = keys[j-1], keys[j]
		}
	}
}

// blockWords is the words of blocks, and where their links and images lead.
func blockWords(list []book.Block) string {
	var words []string
	book.Blocks(list, func(b book.Block) bool {
		s := ""
		switch b := b.(type) {
		case *book.Heading:
			s = fmt.Sprintf("h%d ", b.Level)
		case *book.Figure:
			s = "figure " + b.Image.Src
		}
		if s += fmt.Sprintf("%q", book.LeafText(b)); s == `""` {
			return true
		}
		words = append(words, s)
		return true
	})
	book.AllInlines(list, func(n book.Inline) bool {
		switch n := n.(type) {
		case *book.Link:
			words = append(words, "→"+n.Href)
		case *book.Image:
			words = append(words, "image "+n.Src)
		}
		return true
	})
	return strings.Join(words, " ")
}
