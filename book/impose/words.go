package impose

import (
	"fmt"
	"strings"
)

// words are what an explanation is made of, in one language.
type words struct {
	point, colon          string // between whole and parts of a number; after a label
	summary               string // pages, sheets, paper
	page, pages           string // "%d page", "%d pages": one and several
	sheet, sheets         string
	blank, blanks         string
	signature, signatures string
	scaled                string // per cent
	front, back           string
	white                 string // in the place of a page
	creep                 string // millimetres
	short, long           string // the edges, as they stand after "turned on the …"
	printBoth             string // paper, edge
	printOne              string // paper
	printFronts           string // paper
	feed                  string // edge
	printBacks            string
	proof                 string // folios of a leaf's two pages
	fold, foldEach        string
	staple, sew           string
	cut                   string
}

var languages = map[string]*words{
	"en": {
		point: ".", colon: ": ", summary: "%s on %s of %s paper", page: "page", pages: "pages", sheet: "sheet", sheets: "sheets", blank: "blank page", blanks: "blank pages",
		signature: "signature", signatures: "signatures", scaled: "pages made smaller, to %s %%", front: "front", back: "back", white: "blank",
		creep: "moved to the spine by %s mm", short: "short edge", long: "long edge",
		printBoth:   "Print on both sides of %s paper at actual size (100 %%), turned on the %s.",
		printOne:    "Print on one side of %s paper at actual size (100 %%).",
		printFronts: "Print the file of the fronts on %s paper at actual size (100 %%), one side only.",
		feed:        "Put the sheets back into the printer in the same order, turned on the %s, so that their white side is printed.",
		printBacks:  "Print the file of the backs at actual size; if the order of the sheets came out reversed, print it from last to first.",
		proof:       "Try one sheet first: behind page %s stands page %s, both upright.",
		fold:        "Lay the sheets on each other, sheet 1 outermost, and fold them together in the middle.", foldEach: "Fold the sheets of each signature together in the middle, its first sheet outermost.",
		staple: "Staple twice on the fold; trim the fore-edge if you like.", sew: "Lay the signatures on each other in order and sew them through their folds.",
		cut: "Cut at the marks.",
	},
	"fr": {
		point: ",", colon: "\u00a0: ", summary: "%s sur %s de papier %s", page: "page", pages: "pages", sheet: "feuille", sheets: "feuilles", blank: "page blanche", blanks: "pages blanches",
		signature: "cahier", signatures: "cahiers", scaled: "pages réduites à %s\u00a0%%", front: "recto", back: "verso", white: "blanche",
		creep: "rapprochées du pli de %s\u00a0mm", short: "petit côté", long: "grand côté",
		printBoth:   "Imprimez recto verso sur papier %s, en taille réelle (100\u00a0%%), en retournant sur le %s.",
		printOne:    "Imprimez sur une seule face du papier %s, en taille réelle (100\u00a0%%).",
		printFronts: "Imprimez le fichier des rectos sur papier %s, en taille réelle (100\u00a0%%), sur une seule face.",
		feed:        "Remettez les feuilles dans l’imprimante dans le même ordre, retournées sur le %s, pour imprimer leur face blanche.",
		printBacks:  "Imprimez le fichier des versos en taille réelle\u00a0; si les feuilles sont sorties en ordre inverse, imprimez-le de la fin au début.",
		proof:       "Essayez d’abord une feuille\u00a0: derrière la page %s se trouve la page %s, toutes deux à l’endroit.",
		fold:        "Superposez les feuilles, la feuille 1 à l’extérieur, et pliez-les ensemble par le milieu.", foldEach: "Pliez ensemble par le milieu les feuilles de chaque cahier, la première à l’extérieur.",
		staple: "Agrafez deux fois sur le pli\u00a0; rognez la gouttière si vous le souhaitez.", sew: "Superposez les cahiers dans l’ordre et cousez-les par le pli.",
		cut: "Coupez aux repères.",
	},
	"de": {
		point: ",", colon: ": ", summary: "%s auf %s %s-Papier", page: "Seite", pages: "Seiten", sheet: "Blatt", sheets: "Blatt", blank: "leere Seite", blanks: "leere Seiten",
		signature: "Lage", signatures: "Lagen", scaled: "Seiten verkleinert auf %s\u00a0%%", front: "vorn", back: "hinten", white: "leer",
		creep: "um %s\u00a0mm zum Falz gerückt", short: "der kurzen Kante", long: "der langen Kante",
		printBoth:   "Beidseitig auf %s-Papier in Originalgröße (100\u00a0%%) drucken, an %s wenden.",
		printOne:    "Einseitig auf %s-Papier in Originalgröße (100\u00a0%%) drucken.",
		printFronts: "Die Datei der Vorderseiten einseitig auf %s-Papier in Originalgröße (100\u00a0%%) drucken.",
		feed:        "Die Blätter in derselben Reihenfolge wieder einlegen, an %s gewendet, so dass die weiße Seite bedruckt wird.",
		printBacks:  "Die Datei der Rückseiten in Originalgröße drucken; kamen die Blätter umgekehrt heraus, vom Ende zum Anfang.",
		proof:       "Zuerst ein Blatt probieren: hinter Seite %s steht Seite %s, beide aufrecht.",
		fold:        "Die Blätter aufeinanderlegen, Blatt 1 außen, und zusammen in der Mitte falzen.", foldEach: "Die Blätter jeder Lage zusammen in der Mitte falzen, das erste außen.",
		staple: "Zweimal im Falz heften; nach Wunsch vorn beschneiden.", sew: "Die Lagen der Reihe nach aufeinanderlegen und durch den Falz heften.",
		cut: "An den Marken schneiden.",
	},
	"es": {
		point: ",", colon: ": ", summary: "%s en %s de papel %s", page: "página", pages: "páginas", sheet: "hoja", sheets: "hojas", blank: "página en blanco", blanks: "páginas en blanco",
		signature: "cuadernillo", signatures: "cuadernillos", scaled: "páginas reducidas al %s\u00a0%%", front: "anverso", back: "reverso", white: "blanca",
		creep: "acercadas %s\u00a0mm al pliegue", short: "lado corto", long: "lado largo",
		printBoth:   "Imprima a doble cara en papel %s, a tamaño real (100\u00a0%%), girando por el %s.",
		printOne:    "Imprima por una sola cara en papel %s, a tamaño real (100\u00a0%%).",
		printFronts: "Imprima el archivo de los anversos en papel %s, a tamaño real (100\u00a0%%), por una sola cara.",
		feed:        "Vuelva a poner las hojas en la impresora en el mismo orden, giradas por el %s, para imprimir la cara blanca.",
		printBacks:  "Imprima el archivo de los reversos a tamaño real; si las hojas salieron en orden inverso, imprímalo del final al principio.",
		proof:       "Pruebe primero una hoja: detrás de la página %s está la página %s, ambas derechas.",
		fold:        "Ponga las hojas una sobre otra, la hoja 1 por fuera, y dóblelas juntas por la mitad.", foldEach: "Doble juntas por la mitad las hojas de cada cuadernillo, la primera por fuera.",
		staple: "Grape dos veces en el pliegue; recorte el corte delantero si lo desea.", sew: "Ponga los cuadernillos en orden y cósalos por el pliegue.",
		cut: "Corte por las marcas.",
	},
	"it": {
		point: ",", colon: ": ", summary: "%s su %s di carta %s", page: "pagina", pages: "pagine", sheet: "foglio", sheets: "fogli", blank: "pagina bianca", blanks: "pagine bianche",
		signature: "segnatura", signatures: "segnature", scaled: "pagine ridotte al %s\u00a0%%", front: "fronte", back: "retro", white: "bianca",
		creep: "accostate di %s\u00a0mm alla piega", short: "lato corto", long: "lato lungo",
		printBoth:   "Stampare fronte e retro su carta %s, a dimensione reale (100\u00a0%%), capovolgendo sul %s.",
		printOne:    "Stampare su una sola faccia della carta %s, a dimensione reale (100\u00a0%%).",
		printFronts: "Stampare il file dei fronti su carta %s, a dimensione reale (100\u00a0%%), su una sola faccia.",
		feed:        "Rimettere i fogli nella stampante nello stesso ordine, capovolti sul %s, in modo da stampare la faccia bianca.",
		printBacks:  "Stampare il file dei retri a dimensione reale; se i fogli sono usciti in ordine inverso, stamparlo dalla fine.",
		proof:       "Provare prima un foglio: dietro la pagina %s sta la pagina %s, entrambe diritte.",
		fold:        "Sovrapporre i fogli, il foglio 1 all’esterno, e piegarli insieme a metà.", foldEach: "Piegare insieme a metà i fogli di ogni segnatura, il primo all’esterno.",
		staple: "Due punti metallici sulla piega; se si vuole, rifilare il taglio davanti.", sew: "Sovrapporre le segnature in ordine e cucirle lungo la piega.",
		cut: "Tagliare ai segni.",
	},
	"pt": {
		point: ",", colon: ": ", summary: "%s em %s de papel %s", page: "página", pages: "páginas", sheet: "folha", sheets: "folhas", blank: "página em branco", blanks: "páginas em branco",
		signature: "caderno", signatures: "cadernos", scaled: "páginas reduzidas a %s\u00a0%%", front: "frente", back: "verso", white: "branca",
		creep: "aproximadas %s\u00a0mm da dobra", short: "lado menor", long: "lado maior",
		printBoth:   "Imprima frente e verso em papel %s, no tamanho real (100\u00a0%%), virando pelo %s.",
		printOne:    "Imprima numa só face do papel %s, no tamanho real (100\u00a0%%).",
		printFronts: "Imprima o ficheiro das frentes em papel %s, no tamanho real (100\u00a0%%), numa só face.",
		feed:        "Volte a pôr as folhas na impressora pela mesma ordem, viradas pelo %s, para imprimir a face branca.",
		printBacks:  "Imprima o ficheiro dos versos no tamanho real; se as folhas saíram por ordem inversa, imprima-o do fim para o princípio.",
		proof:       "Experimente primeiro uma folha: atrás da página %s está a página %s, ambas direitas.",
		fold:        "Sobreponha as folhas, a folha 1 por fora, e dobre-as juntas ao meio.", foldEach: "Dobre juntas ao meio as folhas de cada caderno, a primeira por fora.",
		staple: "Agrafe duas vezes na dobra; apare o corte dianteiro, se quiser.", sew: "Sobreponha os cadernos por ordem e cosa-os pela dobra.",
		cut: "Corte pelas marcas.",
	},
}

// wordsFor gives the words of a BCP 47 language by its primary subtag, else English ones.
func wordsFor(lang string) *words {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if w := languages[primary]; w != nil {
		return w
	}
	return languages["en"]
}

// count words a number of things.
func (w *words) count(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// decimal words n/of with the language's point; digits is the form of what follows it.
func (w *words) decimal(n, of int64, digits string) string {
	return fmt.Sprintf("%d%s"+digits, n/of, w.point, n%of)
}
