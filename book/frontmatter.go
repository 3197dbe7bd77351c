package book

// FrontMatter is what a manuscript says of itself: the keys of an article's
// YAML head and of book.yaml. The zero value of a field is "not given".
type FrontMatter struct {
	Pos          Pos // of the head's first line
	Title        []Inline
	Subtitle     []Inline
	ShortTitle   []Inline // for running heads and the half-title
	Lang         string   // BCP 47: "fr", "en-GB"
	Date         Date     // first publication
	Modified     Date
	Contributors []Contributor // in written order, authors first
	Publisher    string
	Place        string // publisher-place
	Rights       string
	Licence      string // name or address as written
	LicenceURL   string // the address, if Licence is or names one
	Identifiers  []Identifier
	Abstract     []Block
	Keywords     []string
	Series       Series
	Cover        string // image path inside the book's folder
	CoverPos     Pos    // where it is named
	Epigraph     []Block
	Dedication   []Block
	Republished  *Provenance
	Cite         CiteOptions
	Access       Accessibility
}

// Contributor is a person or body and what they did.
type Contributor struct {
	Name        Name
	Role        Role
	SortAs      string // given by the author, else Name.Sort serves
	URL         string
	ORCID       string
	Affiliation string
}

// FileAs is the form for sorted lists.
func (c Contributor) FileAs() string {
	if c.SortAs != "" {
		return c.SortAs
	}
	return c.Name.Sort()
}

// Role is a MARC relator code (id.loc.gov/vocabulary/relators).
type Role string

// The roles that front matter has keys for.
const (
	RoleAuthor       Role = "aut"
	RoleEditor       Role = "edt"
	RoleTranslator   Role = "trl"
	RoleIllustrator  Role = "ill"
	RoleIntroduction Role = "aui"
	RoleAfterword    Role = "aft"
	RoleContributor  Role = "ctb"
)

// By lists the contributors of a role, in written order.
func (f *FrontMatter) By(r Role) []Contributor {
	var list []Contributor
	for _, c := range f.Contributors {
		if c.Role == r {
			list = append(list, c)
		}
	}
	return list
}

// Identifier names the work in some scheme.
type Identifier struct {
	Scheme string // "isbn", "doi", "uuid", "url", "" if unknown
	Value  string // ISBN without hyphens, DOI without resolver, UUID without "urn:uuid:"
	// Written is an ISBN in the groups that its author wrote, "978-0-306-40615-7": where they part
	// cannot be told from the digits alone. "" if it was written without.
	Written string
}

// Shown is the identifier for people to read.
func (i Identifier) Shown() string {
	if i.Written != "" {
		return i.Written
	}
	return i.Value
}

// Series is a series or cycle that the book belongs to.
type Series struct {
	Title    string
	Position string
}

// Provenance says where a republished text was published before, and what was
// done to it.
type Provenance struct {
	Pos           Pos
	Publication   string // review, site: "NPA"
	Title         string // of the text there, if another
	Volume, Issue string
	Page          string
	Publisher     string
	URL, DOI      string
	Date          Date
	Retrieved     Date
	CopiedFrom    string // where the text was copied from, if elsewhere than URL: an address, or words
	OriginalTitle string
	OriginalLang  string
	Licence       string
	Permission    string
	Changes       []string
}

// CiteOptions are the front matter keys of citations.
type CiteOptions struct {
	Style          string // "note" (also "") or "author-date"
	SectionTitle   string // reference-section-title
	NoList         bool   // suppress-bibliography
	NoCite         []string
	NoLinks        bool // link-citations: false
	NoWebLinks     bool // link-bibliography: false: addresses in the list of works are plain text
	Volume         bool // references-place: volume: one list for the whole book
	NotesAfterStop bool // notes-after-punctuation
}

// Accessibility is what the author vouches for beyond what is found in the book.
type Accessibility struct {
	Summary     string
	Hazards     []string
	ConformsTo  string // by whom it is claimed: CertifiedBy; neither is ever made up
	CertifiedBy string
}
