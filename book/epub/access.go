package epub

import (
	"strings"

	"cahier/book"
)

// accessibility writes the discovery metadata of EPUB Accessibility 1.1, section 2,
// from what printing has found; nothing is stated that is not so. Conformance is
// claimed only when somebody is named who vouches for it (section 3).
func (m *metadata) accessibility(a *book.Accessibility) {
	found := m.edition.found
	m.property("schema:accessMode", "textual")
	if found.images {
		m.property("schema:accessMode", "visual")
	}
	if !found.undescribed {
		m.property("schema:accessModeSufficient", "textual")
	}
	if found.images {
		m.property("schema:accessModeSufficient", "textual,visual")
	}
	for _, f := range m.edition.features() {
		m.property("schema:accessibilityFeature", f)
	}
	for _, h := range hazards(a.Hazards) {
		m.property("schema:accessibilityHazard", h)
	}
	m.property("schema:accessibilitySummary", m.edition.summary(a))
	if len(m.edition.pages) > 0 {
		m.property("pageBreakSource", m.edition.options.Pages.Source)
	}
	if a.ConformsTo != "" && a.CertifiedBy != "" {
		m.property("dcterms:conformsTo", a.ConformsTo, "id", "conformance")
		m.property("a11y:certifiedBy", a.CertifiedBy, "refines", "#conformance")
	}
}

func (e *edition) features() []string {
	list := []string{"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"}
	if e.found.images && !e.found.undescribed {
		list = append(list, "alternativeText")
	}
	if len(e.pages) > 0 {
		list = append(list, "pageNavigation", "pageBreakMarkers")
	}
	return list
}

// hazardNames are the values that schema.org knows. Still text and images are no
// hazard, so that "none" is true unless the author says otherwise.
var hazardNames = map[string]bool{
	"flashing": true, "motionSimulation": true, "sound": true, "unknown": true,
	"noFlashingHazard": true, "noMotionSimulationHazard": true, "noSoundHazard": true,
	"unknownFlashingHazard": true, "unknownMotionSimulationHazard": true, "unknownSoundHazard": true,
}

func hazards(given []string) []string {
	var list []string
	for _, h := range given {
		if hazardNames[h] {
			list = append(list, h)
		}
	}
	if len(list) == 0 {
		return []string{"none"}
	}
	return list
}

func (e *edition) summary(a *book.Accessibility) string {
	if a.Summary != "" {
		return a.Summary
	}
	w := e.volume.Words
	list := []string{w.Access}
	if e.found.images && !e.found.undescribed {
		list = append(list, w.AccessImages)
	}
	if len(e.pages) > 0 {
		list = append(list, w.AccessPages)
	}
	return strings.Join(list, " ")
}
