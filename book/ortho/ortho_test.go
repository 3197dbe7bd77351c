package ortho

import (
	"reflect"
	"strings"
	"testing"

	"cahier/book"
)

// visible writes the spaces that cannot be told apart: _ for U+00A0, ~ for U+202F.
var visible = strings.NewReplacer("\u00A0", "_", "\u202F", "~", "\u2009", "<thin>", "\u00AD", "<shy>")

func TestText(t *testing.T) {
	for _, lang := range []struct {
		tag   string
		cases []string // as written, as set
	}{
		{"fr", []string{
			// spaces before high signs
			"Rappelez-vous ! Qui ? Non ; oui : voici.", "Rappelez-vous~! Qui~? Non~; oui_: voici.",
			"Rappelez-vous! Qui? Non; oui: voici.", "Rappelez-vous~! Qui~? Non~; oui_: voici.",
			"Quoi ?! Non !! Ah !…", "Quoi~?! Non~!! Ah~!…",
			"Quoi... ? Et... Bien...?", "Quoi…~? Et… Bien…~?",
			"mot\u2009; mot\u00A0; mot\u202F: mot  ! fin", "mot~; mot~; mot_: mot~! fin",
			"à 10:30, au 1:25 000, https://a.org/b?c=d:e !", "à 10:30, au 1:25~000, https://a.org/b?c=d:e~!",
			"(?) et [!] et (voir: ici)", "(?) et [!] et (voir_: ici)",
			"un mot , et « un autre » .", "un mot, et «_un autre_» .",
			// guillemets
			"«Camarades» et « camarades » et «\u2009camarades\u202F»", "«_Camarades_» et «_camarades_» et «_camarades_»",
			"Il dit \"oui\" puis \" non \".", "Il dit «_oui_» puis «_non_».",
			"« il dit \"oui\" puis 'non' »", "«_il dit “oui” puis “non”_»",
			"<<mot>> et 2 << 3", "«_mot_» et 2 << 3",
			"« la ’’dictature du prolétariat’’ fut »", "«_la “dictature du prolétariat” fut_»",
			"aucune ''substitution'' ici", "aucune “substitution” ici",
			"« (…) est hors d’usage (…) ».", "«_(…) est hors d’usage (…)_».",
			"«oui»!", "«_oui_»~!",
			// apostrophes
			"l'engagement d'aujourd'hui, l´eau", "l’engagement d’aujourd’hui, l’eau",
			"les années '20", "les années ’20",
			// dashes
			"une position -- la leur -- tenue", "une position –_la leur_– tenue",
			"une position – la leur – tenue – longtemps. Puis – rien.", "une position –_la leur_– tenue –_longtemps. Puis –_rien.",
			"le Parti (Trotsky – ministre – d’abord –, puis)", "le Parti (Trotsky –_ministre_– d’abord –, puis)",
			"un mot - un autre, 1918-19, 1920-1921", "un mot –_un autre, 1918-19, 1920-1921",
			"– Bonjour, dit-il.", "–_Bonjour, dit-il.",
			"l'option --verbose et le mot --incise-- ici", "l’option --verbose et le mot –incise– ici",
			"fin---suite", "fin—suite",
			// numbers
			"70 000 verstes, 3,3 millions, 10 % et 57,5% de 16 000 000", "70~000 verstes, 3,3_millions, 10_% et 57,5_% de 16~000~000",
			"en 1917 100 hommes, le 12 1234", "en 1917 100 hommes, le 12 1234",
			"12 km, 3 °C, 5 €, 2 l'eau", "12_km, 3_°C, 5_€, 2 l’eau",
			"M. Dupont, Mme Weil, p. 12, n° 1, art. 3, t. II, Louis XIV, J. P. Sartre", "M._Dupont, Mme_Weil, p._12, n°_1, art._3, t._II, Louis_XIV, J._P._Sartre",
			"M. de Gaulle, M. d'Or, Mme le maire, M. et Mme Weil, François Ier, au XIXe siècle, la IIIe République", "M._de Gaulle, M._d’Or, Mme_le maire, M. et Mme_Weil, François_Ier, au XIXe siècle, la IIIe République",
			"à  2,4 % du niveau", "à 2,4_% du niveau",
			"par\u00ADti\u200B !", "parti~!",
		}},
		{"fr-CA", []string{"Qui ? Non ! Voici : « oui »", "Qui? Non! Voici_: «_oui_»"}},
		{"fr-CH", []string{"Qui ? Voici : « oui »", "Qui~? Voici~: «~oui~»"}},
		{"en", []string{
			`He said "no", and 'yes'.`, `He said “no”, and ‘yes’.`,
			`"He said, 'No.'" 'He said, "No."'`, `“He said, ‘No.’” ‘He said, “No.”’`,
			`'Tis the dogs' day in the '20s, rock 'n' roll`, `’Tis the dogs’ day in the ’20s, rock ’n’ roll`,
			`'the dogs' bowls' and 'this'`, `‘the dogs’ bowls’ and ‘this’`,
			`‘tis ‘90s`, `’tis ’90s`,
			`It's 6' 2" tall, 5'10" and 12" wide`, `It’s 6′ 2″ tall, 5′10″ and 12″ wide`,
			`the year "1917" and "in 1918"`, `the year “1917” and “in 1918”`,
			`he came--and went -- twice -- to Paris--London`, `he came—and went_– twice_– to Paris–London`,
			`pp. 12-15, 1914-1918, 1918-19, 2018-01-02, ISBN 1234-5678-9, T-34`, `pp._12–15, 1914–1918, 1918-19, 2018-01-02, ISBN 1234-5678-9, T-34`,
			`Wait... what? And then . . . nothing....`, `Wait… what? And then_… nothing.…`,
			`Mr. Smith, Dr Jones, J. R. R. Tolkien, World War II, 5 km`, `Mr._Smith, Dr_Jones, J._R._R._Tolkien, World War_II, 5_km`,
			`What ? Yes ; no , maybe !`, `What? Yes; no, maybe!`,
			`"...and so"`, `“…and so”`,
			`well-"known" ("here")`, `well-“known” (“here”)`,
			`''LaTeX'' and ` + "``LaTeX''", `“LaTeX” and “LaTeX”`,
			`"An unclosed paragraph`, `“An unclosed paragraph`,
			`ends here."`, `ends here.”`,
			`mail a'b@c.org and http://x.org/a--b'c"d`, `mail a'b@c.org and http://x.org/a--b'c"d`,
		}},
		{"de", []string{
			`Er sagte "ja" und 'nein'. "Sie 'kam'"`, `Er sagte „ja“ und ‚nein‘. „Sie ‚kam‘“`,
			`„so“ und »so« und „mit ‚innen‘“`, `„so“ und »so« und „mit ‚innen‘“`,
			`z. B. auf S. 12-15, § 3, 1914-1918, Dr. Marx, 10 %`, `z.~B. auf S._12–15, §_3, 1914–1918, Dr._Marx, 10_%`,
			`wie geht's, das war 's`, `wie geht’s, das war ’s`,
			`Text -- Einschub -- Text`, `Text –_Einschub_– Text`,
			`sagte sie – und ging. Er – der Alte – blieb – lange.`, `sagte sie_– und ging. Er –_der Alte_– blieb_– lange.`,
			`sagte sie - und ging`, `sagte sie_– und ging`,
			`Sie – wer sonst? – kam mit J. Weil – und A. Ritter –, dann`, `Sie –_wer sonst?_– kam mit J._Weil –_und A._Ritter_–, dann`,
			`,,Gänsefüßchen'' hier`, `„Gänsefüßchen“ hier`,
		}},
		{"de-CH", []string{`Er sagte "ja"`, `Er sagte «ja»`}},
		{"es", []string{
			`Dijo "sí" y "no 'quizá'".`, `Dijo «sí» y «no “quizá”».`,
			`¿ Qué ? « así » EE. UU., pp. 12-15, art. 3, Sr. Pérez`, `¿ Qué? «así» EE. UU., pp._12-15, art._3, Sr._Pérez`,
			`—Hola —dijo—. Adiós.`, `—Hola —dijo—. Adiós.`,
			`dijo -según cuentan- la patrona (-y nadie más-), y -¿por qué no?-, pues`, `dijo —según cuentan— la patrona (—y nadie más—), y —¿por qué no?—, pues`,
			`-Hola -dijo él-. Adiós.`, `—Hola —dijo él—. Adiós.`,
			`-¿Vienes? -preguntó.`, `—¿Vienes? —preguntó.`,
			`los sufijos -ción y -dad, físico-químico, pre- y posguerra, -ción`, `los sufijos -ción y -dad, físico-químico, pre- y posguerra, -ción`,
			`-ción es un sufijo`, `-ción es un sufijo`,
			`El sufijo -ción y el prefijo pre-, el interfijo -ec-`, `El sufijo -ción y el prefijo pre-, el interfijo -ec-`,
			`se usa -v y también x-`, `se usa -v y también x-`,
			`-El sufijo -mente forma adverbios`, `-El sufijo -mente forma adverbios`,
			`s. XX a. C. y 20 000`, `s. XX a._C. y 20~000`,
		}},
		{"es-MX", []string{`Dijo "sí"`, `Dijo “sí”`}},
		{"pt", []string{`Disse "sim" e 'não'`, `Disse “sim” e ‘não’`}},
		{"pt-PT", []string{`Disse "sim"`, `Disse «sim»`}},
		{"it", []string{
			`Disse "sì, l'ho 'visto'". Nel '68 un po' di`, `Disse «sì, l’ho “visto”». Nel ’68 un po’ di`,
			`p. 12, n. 3, sig. Rossi`, `p._12, n._3, sig._Rossi`,
		}},
		{"sv", []string{"han  sa \"ja\" -- par\u00ADti\u2009!", "han sa \"ja\" -- parti~!"}},
		{"", []string{"a  b", "a b"}},
	} {
		for i := 0; i < len(lang.cases); i += 2 {
			got := visible.Replace(Text(lang.cases[i], lang.tag, Options{}))
			if got != lang.cases[i+1] {
				t.Errorf("%s: %q\n got %q\nwant %q", lang.tag, visible.Replace(lang.cases[i]), got, lang.cases[i+1])
			}
		}
	}
}

func text(s string) *book.Text { return &book.Text{Value: s} }

// dump writes inlines with their markup: *…* emphasis, ^…^ raised, {…} span, # object.
func dump(list []book.Inline) string {
	var sb strings.Builder
	for _, n := range list {
		open, shut := "#", ""
		switch n := n.(type) {
		case *book.Text:
			open = visible.Replace(n.Value)
		case *book.LineBreak:
			open = "|"
		case *book.Emphasis:
			open, shut = "*", "*"
		case *book.Superscript:
			open, shut = "^", "^"
		case *book.Span:
			open, shut = "{", "}"
		case *book.Link:
			open, shut = "<", ">"
		}
		sb.WriteString(open)
		if in := book.Within(n); in != nil {
			sb.WriteString(dump(*in))
		}
		sb.WriteString(shut)
	}
	return sb.String()
}

func TestInlines(t *testing.T) {
	em := func(s string) book.Inline { return &book.Emphasis{Inlines: []book.Inline{text(s)}} }
	in := func(lang, s string) book.Inline {
		return &book.Span{Attr: book.Attr{Lang: lang}, Inlines: []book.Inline{text(s)}}
	}
	small := func(s string) book.Inline {
		return &book.Span{Attr: book.Attr{Classes: []string{"smallcaps"}}, Inlines: []book.Inline{text(s)}}
	}
	for _, c := range []struct {
		lang string
		list []book.Inline
		want string
	}{
		{"fr", []book.Inline{text("le 20e siècle, XIXe, Ier et Ve, 1er/14, 2nde, 3èmes, 1ère, Mes Amis")}, "le 20^e^ siècle, XIX^e^, I^er^ et V^e^, 1^er^/14, 2^nde^, 3^èmes^, 1^ère^, Mes Amis"},
		{"fr", []book.Inline{text("Mme Weil, Mlle X, Me Dupont, no 3, Cie; Ce De Le Me, Mer Ver Dire, 3D, 2e4, 11er")},
			"M^me^_Weil, M^lle^_X, M^e^_Dupont, n^o^_3, C^ie^~; Ce De Le Me, Mer Ver Dire, 3D, 2e4, 11er"},
		{"fr", []book.Inline{text("le "), small("xix"), text("e siècle")}, "le {xix}^e^ siècle"},
		{"fr", []book.Inline{text("20"), &book.Superscript{Inlines: []book.Inline{text("e")}}, text(" ou"), &book.Superscript{Inlines: []book.Inline{text("1er")}}}, "20^e^ ou^1er^"},
		{"fr", []book.Inline{text("il dit \"un "), em("mot"), text("\" et "), em("l'autre"), text("! Puis:")}, "il dit «_un *mot*_» et *l’autre*~! Puis_:"},
		{"fr", []book.Inline{text("mot "), &book.NoteCall{}, text(" ; "), em("un "), text(" deux "), &book.CodeSpan{Value: "a  'b'"}, text(": fin")}, "mot~#~; *un *deux #_: fin"},
		{"fr", []book.Inline{text("voir "), in("en", "\"What ? 'no'\" 20e"), text(" !")}, "voir {“What? ‘no’” 20e}~!"},
		{"fr", []book.Inline{text("\"Un"), &book.LineBreak{}, text("- deux\"")}, "«_Un|—_deux_»"},
		{"fr", []book.Inline{&book.Link{Href: "http://a.org", Inlines: []book.Inline{text("http://a.org/?q=l'a")}}, text(" :")}, "<http://a.org/?q=l'a>_:"},
		{"es", []book.Inline{text("1.er, 2.o, 3.a, n.o 5, 1o, la 2a edición, figura 2a")}, "1.^er^, 2.^o^, 3.^a^, n.^o^_5, 1^o^, la 2^a^ edición, figura 2a"},
		{"it", []book.Inline{text("1o maggio, 3a parte, 3a")}, "1^o^ maggio, 3^a^ parte, 3a"},
		{"en", []book.Inline{text("1st, 2nd, 20e")}, "1st, 2nd, 20e"},
		{"fr", []book.Inline{text(" "), em("\u00AD"), text("")}, " **"},
	} {
		before := dump(c.list)
		got := Inlines(c.list, c.lang)
		if dump(got) != c.want {
			t.Errorf("%s: got %s\nwant %s", c.lang, dump(got), c.want)
		}
		if dump(c.list) != before {
			t.Errorf("%s: the list given was changed to %s", c.lang, dump(c.list))
		}
		if again := dump(Inlines(got, c.lang)); again != c.want {
			t.Errorf("%s: a second time makes %s of %s", c.lang, again, c.want)
		}
	}
}

// sample holds every block that holds text.
func sample() []book.Block {
	p := func(s string) *book.Paragraph { return &book.Paragraph{Inlines: []book.Inline{text(s)}} }
	english := p("\"no\" !")
	english.Attr.Lang = "en"
	return []book.Block{
		&book.Heading{Level: 2, Inlines: []book.Inline{text("Le 20e siècle !")}},
		&book.BlockQuote{Blocks: []book.Block{p("a !"), english}},
		&book.List{Items: []book.ListItem{{Blocks: []book.Block{p("b !")}}}},
		&book.DefinitionList{Items: []book.Definition{{Term: p("c !"), Details: [][]book.Block{{p("d !")}}}}},
		&book.Verse{Lines: []book.VerseLine{{Text: p("\"Un vers")}, {Text: p("")}, {Text: p("finit\" ici")}}},
		&book.Table{Caption: p("e !"), Head: [][]book.Cell{{{Blocks: []book.Block{p("f !")}}}}, Rows: [][]book.Cell{{{Blocks: []book.Block{p("g !")}}}}},
		&book.Figure{Caption: p("h !")},
		&book.CodeBlock{Text: "i !"},
		&book.SectionBreak{},
		&book.Div{Blocks: []book.Block{p("j !")}},
		&book.WorkList{Entries: []*book.Entry{{Text: p("k !")}}},
		&book.Contents{Entries: []book.ContentsEntry{{Text: p("l !"), By: p("m !")}}},
	}
}

func TestBlocks(t *testing.T) {
	blocks := sample()
	Blocks(blocks, "fr", Options{})
	var got []string
	book.Blocks(blocks, func(b book.Block) bool {
		if c := book.Content(b); c != nil {
			got = append(got, dump(*c))
		} else if book.IsLeaf(b) {
			got = append(got, book.LeafText(b))
		}
		return true
	})
	want := []string{"Le 20^e^ siècle~!", "a~!", "“no”!", "b~!", "c~!", "d~!", "«_Un vers", "", "finit_» ici",
		"e~!", "f~!", "g~!", "h~!", "i !", "j~!", "k~!", "l~!", "m~!"}
	want[7] = dump([]book.Inline{text("")})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestReport(t *testing.T) {
	pos := book.Pos{File: "a.md", Line: 4, Col: 1}
	blocks := []book.Block{&book.Paragraph{Inlines: []book.Inline{
		&book.Text{Place: book.Place{Pos: pos}, Value: "l'an \"vingt\" ... du par\u00ADti - XIXe ; oui"},
	}}}
	var got []string
	for _, c := range Blocks(blocks, "fr", Options{Report: true}) {
		if c.Pos != pos {
			t.Errorf("%q is at %v", c.From, c.Pos)
		}
		got = append(got, visible.Replace(string(c.Kind)+": "+c.From+" > "+c.To))
	}
	want := []string{
		"apostrophe: l'an > l’an",
		"quotation mark: an \"vingt > an «_vingt",
		"quotation mark: vingt\" ... du > vingt_» … du",
		"hidden character: par<shy>ti > parti",
		"dash: ti - XIXe > parti –_XIX^e",
		"raised letters: XIXe > XIX^e",
		"space: XIXe ; oui > XIX^e~; oui",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	c := Change{Pos: pos, Kind: Space, From: "XIXe ; oui", To: "XIX^e\u202F; oui"}
	if s := c.String(); s != "a.md:4:1: space: XIXe ; oui → XIX^e⍽; oui" {
		t.Error(s)
	}
	if again := Blocks(blocks, "fr", Options{Report: true}); again != nil {
		t.Errorf("a second time reports %v", again)
	}
}

func TestPlain(t *testing.T) {
	for _, c := range [][2]string{
		{"«Camarades\u00A0! l'Etat  vaut 10% » -- 70\u202F000", "« Camarades ! l’Etat vaut 10 % » – 70 000"},
		{"- un tiret", "- un tiret"},
		{"le 20e siècle", "le 20e siècle"},
		{"mot ; mot", "mot ; mot"},
	} {
		if got := Text(c[0], "fr", Options{Plain: true}); got != c[1] {
			t.Errorf("got %q, want %q", got, c[1])
		}
	}
}

func TestPieces(t *testing.T) {
	if got := Text("mot!"+Object+" «oui»"+Object, "fr", Options{}); visible.Replace(got) != "mot~!"+Object+" «_oui_»"+Object {
		t.Errorf("got %q", got)
	}
	got := Pieces([]string{"il dit \"un ", "mot", "\" ", Object, "! "}, "fr", Options{Plain: true})
	want := []string{"il dit « un ", "mot", " » ", Object, " ! "}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
