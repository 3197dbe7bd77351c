package clean

import "testing"

// TestGuessLang holds that a language is told by several common words, of a text in
// Latin letters.
func TestGuessLang(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The barge that was to carry the bells had not come, and they waited for it on the quay with the priest.", "en"},
		{"La péniche qui devait porter les cloches n'était pas venue, et ils l'attendaient sur le quai avec le curé dans la brume.", "fr"},
		{"Lorem ipsum dolor sit amet et consetetur et sadipscing et elitr et sed diam et nonumy eirmod tempor et labore.", ""},
		{"鐘を運ぶはずの船はまだ来ていなかった。Kindle for PC の設定は the of and to that is for with と書かれている。人々は岸で待っていた。霧が深く、司祭も一緒に立っていた。誰も何も言わず、ただ水の音だけが聞こえていた。朝になっても船は見えなかった。", ""},
	} {
		if got := guessLang(c.text); got != c.want {
			t.Errorf("%.40q: %q, want %q", c.text, got, c.want)
		}
	}
}
