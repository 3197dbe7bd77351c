package markdown

import "testing"

func TestUnescape(t *testing.T) {
	for written, want := range map[string]string{
		`a\*b\\c\d`:                `a*b\c\d`,
		`a\ b`:                     "a\u00a0b",
		`&eacute;&#233;&#xE9;x`:    "éééx",
		`&Dcaron; &ngE;`:           "Ď ≧̸",
		`&#42;`:                    "*",
		`&#0; &#xD800; &#x110000;`: "\uFFFD \uFFFD \uFFFD",
		`&#12345678; &#x; &#;`:     `&#12345678; &#x; &#;`,
		`&copy &nope; & &; &amp`:   `&copy &nope; & &; &amp`,
		`&notit;`:                  `&notit;`,
		`\&amp;`:                   `&amp;`,
		`&\&gt;`:                   `&&gt;`,
		`&semi;`:                   `;`,
	} {
		if got := unescape([]byte(written)); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}
