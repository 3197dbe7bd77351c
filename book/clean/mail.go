package clean

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mailKeys are the lines at the head of a message, by what they hold.
var mailKeys = map[string]string{
	"subject": "subject", "objet": "subject", "betreff": "subject", "asunto": "subject", "assunto": "subject", "oggetto": "subject",
	"from": "from", "von": "from", "de": "from", "da": "from", "expéditeur": "from",
	"date": "date", "datum": "date", "fecha": "date", "data": "date", "sent": "date", "envoyé": "date", "gesendet": "date", "enviado": "date", "inviato": "date", "le": "date",
	"to": "to", "cc": "to", "à": "to", "an": "to", "para": "to", "a": "to", "reply-to": "to", "destinataire": "to",
}

// openMail reads the head of a message, if the text begins with one, and takes
// the signs of quotation off a text that is quoted as a whole. What stands below the
// sign of a signature goes.
func (d *draft) openMail(text string) string {
	lines := strings.Split(text, "\n")
	if n := d.mailHead(lines); n > 0 {
		lines = lines[n:]
		lines = d.openForwarded(lines)
		for i, l := range lines {
			if l == "-- " || l == "--" {
				d.leaveOut(squeeze(strings.Join(lines[i+1:], " ")), "signature of a message")
				lines = lines[:i]
				break
			}
		}
	}
	quoted, all := 0, 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			all++
		}
		if strings.HasPrefix(l, ">") {
			quoted++
		}
	}
	if quoted*5 > all*4 && quoted > 2 {
		for i, l := range lines {
			if rest, ok := strings.CutPrefix(l, ">"); ok {
				lines[i] = strings.TrimPrefix(rest, " ")
			}
		}
	}
	return strings.Join(lines, "\n")
}

// forwardedWords stand in the line over a message that another one holds.
var forwardedWords = []string{"forwarded message", "original message", "message transféré", "message réexpédié", "message d'origine", "message d’origine", "message original", "weitergeleitete nachricht", "weitergeleiteten nachricht", "ursprüngliche nachricht", "mensaje reenviado", "mensaje original", "mensagem encaminhada", "mensagem reencaminhada", "mensagem original", "messaggio inoltrato", "messaggio originale"}

// openForwarded opens a message within the message, if it is the greater part: the
// letter above it is left out.
func (d *draft) openForwarded(lines []string) []string {
	for i := 0; i+1 < len(lines) && i*2 < len(lines); i++ {
		if len(lines[i]) > 90 || !hasWord(lines[i], forwardedWords) {
			continue
		}
		n := d.mailHead(lines[i+1:])
		if n == 0 {
			continue
		}
		if text := squeeze(strings.Join(lines[:i], " ")); text != "" {
			d.leaveOut(text, "letter over a forwarded message")
		}
		return d.openForwarded(lines[i+1+n:])
	}
	return lines
}

// mailHead reads the lines at the head of a message and gives their number, 0 if
// there is no such head: it needs a subject and one more line.
func (d *draft) mailHead(lines []string) int {
	found := map[string]string{}
	n := 0
	for n < len(lines) && n < 20 {
		key, value, ok := strings.Cut(lines[n], ":")
		kind := mailKeys[strings.ToLower(strings.Trim(key, " *\u00a0"))]
		if !ok || kind == "" {
			if strings.TrimSpace(lines[n]) != "" || len(found) > 0 {
				break
			}
		} else if found[kind] == "" {
			found[kind] = strings.TrimSpace(value)
		}
		n++
	}
	if found["subject"] == "" || len(found) < 2 {
		return 0
	}
	subject := found["subject"]
	for _, w := range [...]string{"Re: ", "RE: ", "Fwd: ", "FW: ", "Fw: ", "TR : ", "Tr: ", "WG: ", "AW: ", "Rv: ", "RV: ", "I: ", "R: "} {
		subject = strings.TrimPrefix(subject, w)
	}
	d.meta.title = subject
	d.meta.authors = nil
	if name, _, _ := strings.Cut(found["from"], "<"); isName(strings.Trim(name, ` "`)) {
		d.meta.authors = []string{strings.Trim(name, ` "`)}
	} else if name = strings.Trim(name, ` "`); len(strings.Fields(name)) > 1 && !strings.ContainsAny(name, "@.") && !hasSiteWord(name) {
		d.meta.publication = name
	}
	if date, _, _, ok := findDate(found["date"], "en"); ok {
		d.meta.date = date
	}
	for _, l := range lines[:n] {
		if l = squeeze(l); l != "" {
			d.leaveOut(l, "head of a message")
		}
	}
	return n
}

// greetings begin the line with which a letter greets its readers.
var greetings = []string{"dear", "hello", "hi", "greetings", "cher", "chers", "chère", "chères", "bonjour", "liebe", "lieber", "hallo", "guten tag", "sehr geehrte", "querido", "queridos", "querida", "queridas", "estimado", "estimados", "estimada", "estimadas", "hola", "caro", "caros", "cara", "caras", "prezado", "prezados", "prezadas", "olá", "cari", "care", "carissimi", "carissime", "gentili", "ciao"}

// isGreeting reports a line such as "Dear readers,": the author's words, with which a
// letter begins.
func isGreeting(text string) bool {
	last := lastRune(text)
	return (last == ',' || last == '!') && len(strings.Fields(text)) <= 8 && hasLead(text, greetings)
}

// pleas begin what a letter asks of its readers below its end.
var pleas = []string{"if you liked this", "if you like this", "if you enjoyed this", "if you enjoy this", "if you loved this", "if you really liked", "if you really enjoyed", "if this letter", "si cette lettre vous", "si ce texte vous a plu", "si vous avez aimé ce", "si vous aimez cette lettre", "wenn ihnen diese", "wenn dir diese", "wenn euch diese", "hat ihnen diese", "hat dir diese", "si te ha gustado", "si le ha gustado", "si te gustó", "si esta carta", "se gostou de", "se você gostou", "se gostaste", "se esta carta", "se ti è piaciut", "se vi è piaciut", "se questa lettera"}

// isPlea reports a line that asks readers of a letter to hand it on or to pay for it.
func isPlea(b textBlock) bool {
	return b.kind == paragraph && utf8.RuneCountInString(b.text) < 200 && !hasMark(b.text) &&
		slices.ContainsFunc(pleas, func(w string) bool { return strings.HasPrefix(strings.ToLower(b.text), w) })
}
