package typeface

import (
	"github.com/go-text/typesetting/font/opentype/tables"
)

// bookFeatures are the features that a reading system applies by itself or that a book's
// style sheet may ask for. Glyphs that only other features lead to are not kept.
var bookFeatures = map[string]bool{
	"ccmp": true, "locl": true, "rlig": true, "liga": true, "clig": true, "calt": true, "rclt": true,
	"smcp": true, "c2sc": true, "onum": true, "lnum": true, "pnum": true, "tnum": true, "sups": true, "subs": true, "case": true,
}

// maxRounds bounds how often substitutions are followed; features of real faces feed one
// another two or three times.
const maxRounds = 16

// closure is the glyphs that text of the given ones can turn into: by substitution with
// bookFeatures, in whatever context, and as parts of composites. It is indexed by glyph.
func (f *Face) closure(ids []uint16) []bool {
	in := make([]bool, f.metrics.NumGlyphs)
	list := make([]uint16, 0, len(ids))
	add := func(id uint16) {
		if int(id) < len(in) && !in[id] {
			in[id] = true
			list = append(list, id)
		}
	}
	for _, id := range ids {
		add(id)
	}
	lookups := f.bookLookups()
	for round, grown := 0, -1; grown != len(list) && round < maxRounds; round++ {
		grown = len(list)
		for _, i := range lookups {
			for _, sub := range f.font.GSUB.Lookups[i].Subtables {
				for _, id := range list[:len(list):len(list)] {
					substitutes(sub, id, in, add)
				}
			}
		}
	}
	for i := 0; i < len(list); i++ {
		parts, _ := components(f.outline.glyph(list[i]))
		for _, p := range parts {
			add(p.id)
		}
	}
	return in
}

// bookLookups are the lookups of bookFeatures, and all that contextual ones may call.
func (f *Face) bookLookups() []int {
	gsub := f.font.GSUB
	wanted := make([]bool, len(gsub.Lookups))
	for _, feature := range gsub.Features {
		if !bookFeatures[feature.Tag.String()] {
			continue
		}
		for _, i := range feature.LookupListIndices {
			if int(i) < len(wanted) {
				wanted[i] = true
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for i, lookup := range gsub.Lookups {
			if !wanted[i] {
				continue
			}
			for _, sub := range lookup.Subtables {
				for _, r := range called(sub) {
					if n := int(r.LookupListIndex); n < len(wanted) && !wanted[n] {
						wanted[n], changed = true, true
					}
				}
			}
		}
	}
	var list []int
	for i, w := range wanted {
		if w {
			list = append(list, i)
		}
	}
	return list
}

// substitutes calls add with every glyph that the subtable may put in the place of id, or
// of a sequence beginning with it of which all glyphs are in.
func substitutes(sub tables.GSUBLookup, id uint16, in []bool, add func(uint16)) {
	switch sub := sub.(type) {
	case tables.SingleSubs:
		i, ok := sub.Data.Cov().Index(id)
		if !ok {
			return
		}
		switch data := sub.Data.(type) {
		case tables.SingleSubstData1:
			add(uint16(int(id) + int(data.DeltaGlyphID)))
		case tables.SingleSubstData2:
			addAll(at(data.SubstituteGlyphIDs, i, 1), add)
		}
	case tables.MultipleSubs:
		if i, ok := sub.Coverage.Index(id); ok && i < len(sub.Sequences) {
			addAll(sub.Sequences[i].SubstituteGlyphIDs, add)
		}
	case tables.AlternateSubs:
		// The first alternate is what a feature switched on without a number gives.
		if i, ok := sub.Coverage.Index(id); ok && i < len(sub.AlternateSets) {
			addAll(at(sub.AlternateSets[i].AlternateGlyphIDs, 0, 1), add)
		}
	case tables.LigatureSubs:
		if i, ok := sub.Coverage.Index(id); ok && i < len(sub.LigatureSets) {
			for _, l := range sub.LigatureSets[i].Ligatures {
				if allIn(l.ComponentGlyphIDs, in) {
					add(l.LigatureGlyph)
				}
			}
		}
	case tables.ReverseChainSingleSubs:
		addAll(sub.SubstituteGlyphIDs, add)
	}
}

// called lists the lookups that a contextual subtable calls.
func called(sub tables.GSUBLookup) (records []tables.SequenceLookupRecord) {
	switch sub := sub.(type) {
	case tables.ContextualSubs:
		switch data := sub.Data.(type) {
		case tables.ContextualSubs1:
			return ruleRecords(data.SeqRuleSet)
		case tables.ContextualSubs2:
			return ruleRecords(data.ClassSeqRuleSet)
		case tables.ContextualSubs3:
			return data.SeqLookupRecords
		}
	case tables.ChainedContextualSubs:
		switch data := sub.Data.(type) {
		case tables.ChainedContextualSubs1:
			return chainedRecords(data.ChainedSeqRuleSet)
		case tables.ChainedContextualSubs2:
			return chainedRecords(data.ChainedClassSeqRuleSet)
		case tables.ChainedContextualSubs3:
			return data.SeqLookupRecords
		}
	}
	return nil
}

func ruleRecords(sets []tables.SequenceRuleSet) (records []tables.SequenceLookupRecord) {
	for _, set := range sets {
		for _, rule := range set.SeqRule {
			records = append(records, rule.SeqLookupRecords...)
		}
	}
	return records
}

func chainedRecords(sets []tables.ChainedSequenceRuleSet) (records []tables.SequenceLookupRecord) {
	for _, set := range sets {
		for _, rule := range set.ChainedSeqRules {
			records = append(records, rule.SeqLookupRecords...)
		}
	}
	return records
}

// at is ids[i:i+n], as far as there are so many.
func at(ids []uint16, i, n int) []uint16 {
	if i < 0 || i >= len(ids) {
		return nil
	}
	return ids[i:min(i+n, len(ids))]
}

func addAll(ids []uint16, add func(uint16)) {
	for _, id := range ids {
		add(id)
	}
}

func allIn(ids []uint16, in []bool) bool {
	for _, id := range ids {
		if int(id) >= len(in) || !in[id] {
			return false
		}
	}
	return true
}
