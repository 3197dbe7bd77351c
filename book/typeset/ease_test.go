package typeset_test

import (
	"fmt"
	"strings"
	"testing"
)

// A word that no pattern divides is divided where the line before it would else have a
// hole, and there alone. Of these measures more than a third leave a loose line if it is
// not; where the word begins too near the edge for its first syllable one stays.
func TestHolesAreClosed(t *testing.T) {
	v := article(t, "en", "Unreasonable circumstances: longstanding undisturbed princesses came in to sit with us.\n")
	divided, loose, measures := 0, 0, 0
	for mm := 70; mm < 112; mm++ {
		c := compose(t, v, design(t, "classic", fmt.Sprintf("measure=%dmm", mm)), nil)
		measures++
		loose += c.Stats.Loose
		if strings.Contains(dump(c), "prin-\n") {
			divided++
		}
		if c.Stats.Overfull > 0 {
			t.Errorf("%d mm: a line is overfull:\n%s", mm, dump(c))
		}
	}
	if divided == 0 || divided > measures/4 {
		t.Errorf("the word is divided at %d of %d measures", divided, measures)
	}
	if loose > measures/8 {
		t.Errorf("%d lines are loose at %d measures", loose, measures)
	}
}
