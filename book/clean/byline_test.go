package clean

import (
	"slices"
	"testing"
)

// TestReadByline holds what is read as names and what is not.
func TestReadByline(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"By Jane Doe", []string{"Jane Doe"}},
		{"By Jane Doe Monday, 3 May 2019", []string{"Jane Doe"}},
		{"Von Karla Brandt Dienstag, 4. Mai 2021, 10:15 Uhr", []string{"Karla Brandt"}},
		{"Por Inês Prata segunda-feira, 4 de maio de 2021", []string{"Inês Prata"}},
		{"Written by Rob Hale Edited by Ann Shaw", []string{"Rob Hale"}},
		{"by Lea Stone (reporting) and Tom Reed (photography)", []string{"Lea Stone"}},
		{"Texto: Ana Ruiz Fotografías de Luis Mora", []string{"Ana Ruiz"}},
		{"By Jane (J. R.) Doe", []string{"Jane (J. R.) Doe"}},
		{"By Jane Doe (Associated Press)", []string{"Jane Doe"}},
		{"Lucía Prado / Agencias", []string{"Lucía Prado"}},
		{"More Jane Doe", nil},
	} {
		if got := readByline(c.text, true); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
