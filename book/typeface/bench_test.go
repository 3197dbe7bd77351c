package typeface

import (
	"strings"
	"testing"

	"cahier/fonts"
)

// prose is plain French for benchmarks, some 120 different words.
var prose = strings.Fields(`Le soir, quand la lampe fut allumée, elle ouvrit le cahier que son frère avait laissé sur la table et lut
lentement les premières pages, où il racontait son voyage : les gares vides, la neige, un café trop chaud, l’office du matin dans une
chapelle sans toit ; puis venaient des chiffres, des adresses, deux dessins maladroits, et cette phrase qu’elle relut trois fois sans
comprendre pourquoi elle l’arrêtait. Dehors le vent difficile poussait les feuilles contre la porte. Il avait écrit qu’on ne
revient jamais d’un pays, qu’on y laisse toujours quelqu’un qui attend. Elle referma le cahier, souffla la lampe, et resta
longtemps assise dans l’obscurité à écouter la maison, comme si les murs allaient lui répondre. En 1947, à Bourg, la rivière
gela deux fois ; on marchait d’une rive à l’autre pour acheter du pain.`)

func BenchmarkShape(b *testing.B) {
	face := garamond(b, Roman)
	b.Run("cached", func(b *testing.B) {
		s := face.Shaper(Setting{Lang: "fr"})
		for i := 0; b.Loop(); i++ {
			s.Shape(prose[i%len(prose)])
		}
		perSecond(b, "words/s")
	})
	b.Run("cached-parallel", func(b *testing.B) {
		s := face.Shaper(Setting{Lang: "fr"})
		b.RunParallel(func(pb *testing.PB) {
			for i := 0; pb.Next(); i++ {
				s.Shape(prose[i%len(prose)])
			}
		})
		perSecond(b, "words/s")
	})
	for name, setting := range map[string]Setting{"text": {Lang: "fr"}, "smallcaps": {Lang: "fr", Caps: SmallCaps}} {
		b.Run(name, func(b *testing.B) {
			s := face.Shaper(setting)
			for i := 0; b.Loop(); i++ {
				s.shape(prose[i%len(prose)])
			}
			perSecond(b, "words/s")
		})
	}
}

func perSecond(b *testing.B, unit string) {
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), unit)
}

func BenchmarkLoad(b *testing.B) {
	data := garamond(b, Roman).Data()
	for b.Loop() {
		if _, err := Load(data, "EBGaramond.ttf"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(fonts.FS); err != nil {
			b.Fatal(err)
		}
	}
}
