package book

// Code names a kind of problem in words that do not change between releases.
type Code string

// The codes, by the stage that finds them. Codes lists every one with its
// severity; a test walks that list.
const (
	// reading
	CodeUnreadable     Code = "unreadable"      // a file cannot be read or is empty
	CodeEncoding       Code = "encoding"        // not valid UTF-8
	CodeControl        Code = "control"         // a character that no book can hold
	CodeYAML           Code = "yaml"            // front matter or book.yaml does not parse
	CodeUnknownKey     Code = "unknown-key"     // in book.yaml or a style
	CodeUnknownField   Code = "unknown-field"   // in an article's front matter
	CodeBadValue       Code = "bad-value"       // a key's value is impossible
	CodeTitleMissing   Code = "title-missing"   //
	CodeLangMissing    Code = "lang-missing"    //
	CodeLimit          Code = "limit"           // a stated limit is exceeded
	CodeRawHTML        Code = "raw-html"        //
	CodeActiveLink     Code = "active-link"     // javascript:, file:, data:
	CodeFileMissing    Code = "file-missing"    //
	CodeFileForbidden  Code = "file-forbidden"  // outside the book's folder, or not a regular file
	CodeFileRepeated   Code = "file-repeated"   // the same article twice in a book
	CodeOutputRepeated Code = "output-repeated" // two outputs of one name
	CodeNoteMissing    Code = "note-missing"    // called but not written
	CodeNoteUnused     Code = "note-unused"     // written but never called
	CodeNoteInNote     Code = "note-in-note"    //
	CodeNoteEmpty      Code = "note-empty"      // written, but without text
	CodeNoteRepeated   Code = "note-repeated"   // written twice under one id
	CodeIDRepeated     Code = "id-repeated"     // an attribute id used twice
	CodeLinkMissing    Code = "link-missing"    // a link to an id that does not exist
	CodeImageAlt       Code = "image-alt"       // neither alt nor decorative
	CodeDivUnclosed    Code = "div-unclosed"    // a ::: without its end
	CodeArticleEmpty   Code = "article-empty"   // front matter, but no text
	CodeHeadingEmpty   Code = "heading-empty"   // the end of an article, with nothing below
	CodeMarkdownKept   Code = "markdown-kept"   // marks of Markdown that mean nothing here and are printed

	// citations
	CodeSourceMissing  Code = "source-missing"  // cited but not in any library
	CodeSourceRepeated Code = "source-repeated" // two sources of one key
	CodeSourceBad      Code = "source-bad"      // a source that cannot be read
	CodeSourceUntitled Code = "source-untitled" // cited, but without a title

	// layout and typesetting
	CodeLangUnknown  Code = "lang-unknown"  // no strings or hyphenation patterns
	CodeOverfull     Code = "overfull"      // a line longer than the measure
	CodeGlyphMissing Code = "glyph-missing" // a character that no face has
	CodeScript       Code = "script"        // right-to-left or CJK text in the PDF
	CodeFont         Code = "font"          // a font that cannot be used
	CodeStyle        Code = "style"         // a style that does not exist or contradicts itself
	CodeImageBad     Code = "image-bad"     // an image that cannot be used
	CodeImageLow     Code = "image-low"     // too few pixels for its printed size
	CodePagesMissing Code = "pages-missing" // an EPUB without its page list
	CodeCoverMissing Code = "cover-missing" // a cover that could not be made
	CodePDF          Code = "pdf"           // a check of a finished PDF failed
	CodeEPUB         Code = "epub"          // a check of a finished EPUB failed
	CodeEPUBWeak     Code = "epub-weak"     // an EPUB that some readers will not show at its best
	CodeEPUBRemark   Code = "epub-remark"   // what some readers do otherwise, with nothing to mend
	CodeSheet        Code = "sheet"         // impossible imposition
	CodeCleanDoubt   Code = "clean-doubt"   // a doubtful spot of a cleaned article
)

// warnings are the codes that do not stop a build.
var warnings = map[Code]bool{
	CodeControl: true, CodeUnknownField: true, CodeArticleEmpty: true, CodeHeadingEmpty: true, CodeMarkdownKept: true, CodeNoteUnused: true, CodeNoteEmpty: true, CodeLinkMissing: true, CodeImageAlt: true,
	CodeSourceMissing: true, CodeSourceRepeated: true, CodeSourceUntitled: true,
	CodeLangUnknown: true, CodeOverfull: true, CodeImageLow: true, CodePagesMissing: true, CodeCoverMissing: true, CodeEPUBWeak: true,
	CodeCleanDoubt: true,
}

// remarks are the codes that only tell.
var remarks = map[Code]bool{CodeEPUBRemark: true}

// Codes lists every code, in the order of declaration.
var Codes = []Code{
	CodeUnreadable, CodeEncoding, CodeControl, CodeYAML, CodeUnknownKey, CodeUnknownField, CodeBadValue, CodeTitleMissing, CodeLangMissing,
	CodeLimit, CodeRawHTML, CodeActiveLink, CodeFileMissing, CodeFileForbidden, CodeFileRepeated, CodeOutputRepeated,
	CodeNoteMissing, CodeNoteUnused, CodeNoteEmpty, CodeNoteInNote, CodeNoteRepeated, CodeIDRepeated, CodeLinkMissing, CodeImageAlt, CodeDivUnclosed, CodeArticleEmpty, CodeHeadingEmpty, CodeMarkdownKept,
	CodeSourceMissing, CodeSourceRepeated, CodeSourceBad, CodeSourceUntitled,
	CodeLangUnknown, CodeOverfull, CodeGlyphMissing, CodeScript, CodeFont, CodeStyle, CodeImageBad, CodeImageLow, CodePagesMissing, CodeCoverMissing,
	CodePDF, CodeEPUB, CodeEPUBWeak, CodeEPUBRemark, CodeSheet, CodeCleanDoubt,
}

// Severity says whether the code stops a build.
func (c Code) Severity() Severity {
	switch {
	case warnings[c]:
		return Warning
	case remarks[c]:
		return Remark
	}
	return Error
}
