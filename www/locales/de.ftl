### Deutsche Meldungen. Wörter, die nicht vorkommen dürfen: locales/forbidden.json.

## Page
app-description = Prüfen Sie im Browser Güter anhand der Dual-Use-Listen von EU und USA und Geschäftspartner anhand amtlicher Sanktionslisten. Ihre Eingaben verlassen Ihr Gerät nicht.
noscript = Diese Seite prüft Güter und Namen in Ihrem Browser und braucht dafür JavaScript. Ihre Eingaben werden nirgendwohin gesendet.
page-title = { $page } – exportcheck
tagline = Güter und Geschäftspartner anhand amtlicher Listen prüfen. Ihre Eingaben verlassen dieses Gerät nicht.
skip-link = Zum Inhalt springen
nav-label = Seiten
nav-one = Eine Partei
nav-many = Viele Parteien
nav-lists = Listen
nav-decisions = Entscheidungen
language-label = Sprache
theme-label = Anzeige
theme-system = Wie das Gerät
theme-light = Hell
theme-dark = Dunkel
i-do-not-know = Weiß ich nicht
date-unknown = Datum unbekannt
date-fetched = abgerufen { $date }
date-circa = etwa { $date }
days = { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}
duration-seconds = { $count ->
    [one] eine Sekunde
   *[other] { $count } Sekunden
}
duration-minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
}

## Notices
starter-title = Nur die Startliste
starter-text = Geöffnet ist eine kleine Startliste mit { $parties } bekannten Parteien. Die amtlichen Listen nennen Zehntausende. Eine Suche dient hier nur zum Ausprobieren; sie ist keine Sanktionslistenprüfung.
starter-link = So laden Sie die vollständigen Listen
engine-loading = Die Listen werden geöffnet …
engine-failed = Die Suche ist nicht gestartet. Laden Sie die Seite neu; hilft das nicht, nehmen Sie einen aktuellen Browser. Ihre Eingaben sind noch da.
engine-no-lists = Es ist keine Liste geöffnet, daher kann nichts gesucht werden.
engine-restarting = Die Suche ist abgebrochen und wird neu gestartet. Ihre Eingaben sind noch da.
engine-restarted = Die Suche war abgebrochen und wurde neu gestartet. Ihre Eingaben und Ergebnisse sind erhalten.
pack-refused = Die Listendatei { $file } wurde nicht geöffnet.
pack-of-page = dieser Seite
pack-previous-stays = Die bisher geöffneten Listen werden weiter benutzt.
pack-none-open = Es ist keine Liste geöffnet.
age-stale-notice = { $count ->
    [one] Eine Liste ist älter, als sie sein sollte: { $lists }.
   *[other] { $count } Listen sind älter, als sie sein sollten, darunter { $lists }.
}
age-unknown-notice = { $count ->
    [one] Eine Liste hat kein Datum, ihr Alter ist also unbekannt: { $lists }.
   *[other] { $count } Listen haben kein Datum, ihr Alter ist also unbekannt, darunter { $lists }.
}
age-link = Stand der Listen ansehen
age-unknown = Alter unbekannt
age-stale = Älter, als sie sein sollte: { $days ->
    [one] ein Tag
   *[other] { $days } Tage
}
age-fresh = { $days ->
    [0] von heute
    [one] einen Tag alt
   *[other] { $days } Tage alt
}

## Title block
block-sheet = Blatt
block-sheet-value = Selbstprüfung von Parteien
block-lists = Geöffnete Listen
block-lists-value = { $lists } mit { $parties } Parteien
block-edition = Stand
block-edition-span = { $oldest } bis { $newest }
block-edition-undated = { $count ->
    [one] { $dates }, eine Liste ohne Datum
   *[other] { $dates }, { $count } Listen ohne Datum
}
block-scope = Umfang
block-scope-starter = Startliste
block-scope-full = Listen wie geladen
block-pack = Prüfsumme
block-engine = Suchprogramm
block-offline = Ohne Netz
block-offline-yes = Bereit
block-offline-no = Noch nicht
block-none = keine
duty-footer = Eine Selbstprüfung unterstützt Ihre eigene Prüfung und ersetzt sie nicht. Verantwortlich ist der Ausführer.

## One party
one-title = Eine Partei prüfen
one-lead = Geben Sie ein, was Sie wissen. Nötig ist nur der Name; jede weitere Angabe hilft, Parteien zu unterscheiden.
field-name = Name
field-name-hint = Wie auf der Bestellung oder im Briefkopf, in jeder Schrift
field-kind = Um was handelt es sich?
field-country = Land
field-dob = Geburtsdatum
field-dob-hint = Bei Personen. Das Jahr allein genügt.
field-day = Tag
field-month = Monat
field-year = Jahr
field-id = Kennung
field-id-hint = Pass-, Register-, Steuer- oder IMO-Nummer
field-address = Anschrift
field-role = Rolle in Ihrem Geschäft
field-role-hint = Ihre eigene Bezeichnung für diese Partei
details-title = Weitere Angaben
details-hint = Geburtsdatum, Kennung, Anschrift, Rolle
options-title = Sucheinstellungen
options-breadth = Wie ähnlich ein Name sein muss
options-weak = Schwache Aliasnamen einschließen (Spitznamen und ungenaue Schreibweisen)
breadth-85 = Eng: nur nahe Schreibweisen
breadth-75 = Üblich
breadth-60 = Weit: auch entferntere Schreibweisen
breadth-other = { $code }
one-submit = In den Listen suchen
one-clear = Formular leeren
one-private = Die Suche läuft auf diesem Gerät. Es wird nichts abgerufen und nichts gesendet.
role-buyer = Käufer
role-end-user = Endverwender
role-consignee = Empfänger
role-agent = Vermittler
role-forwarder = Spediteur
role-bank = Bank
role-supplier = Lieferant
role-other = { $code }
error-summary-title = Bitte prüfen Sie Ihre Angaben
problem-name-missing = Geben Sie einen Namen ein
problem-dob-year = Geben Sie das Geburtsjahr mit vier Ziffern ein oder lassen Sie auch Tag und Monat leer
problem-dob-month = Geben Sie einen Monat von 1 bis 12 ein oder lassen Sie auch den Tag leer
problem-dob-day = Geben Sie einen Tag ein, den es in diesem Monat gibt
problem-other = Prüfen Sie diese Angabe ({ $code })

## Result
result-none-yet-title = Ergebnis
result-none-yet = Hier erscheinen die Kandidaten.
step-one = Geben Sie die Partei ein und suchen Sie.
step-two = Vergleichen Sie jeden Kandidaten mit dem, was Sie über Ihren Partner wissen.
step-three = Halten Sie zu jedem Kandidaten fest, ob es dieselbe Partei ist und warum.
result-searching = Die Suche läuft
result-announce = { $count ->
    [0] Kein Kandidat gefunden
    [one] Ein Kandidat gefunden
   *[other] { $count } Kandidaten gefunden
}
result-candidates = { $count ->
    [one] Ein Kandidat zu { $name }
   *[other] { $count } Kandidaten zu { $name }
}
result-no-candidate = Kein Kandidat zu { $name }
result-candidate-meaning = Ein Kandidat ist eine gelistete Partei, deren Name Ihrem ähnelt. Ob es dieselbe Partei ist, müssen Sie klären: Vergleichen Sie Land, Geburtsdatum, Anschrift und Nummern.
no-candidate = Kein Kandidat gefunden in { $lists }; Eigentumsverhältnisse nicht geprüft.
list-of-date = { $list } ({ $date })
lists-counted = { $count } Listen mit Stand { $oldest } bis { $newest }
result-searched = Durchsucht: { $lists }.
result-policy = Gezeigt werden Namen ab dem Wert { $least }, schwache Aliasnamen { $weak ->
    [yes] eingeschlossen
   *[no] ausgelassen
}, { $time }.
result-limit = Gezeigt werden nur die { $limit } besten Kandidaten. Es kann weitere geben.
result-other-lists = Diese Ergebnisse stammen aus anderen Listen, als jetzt geöffnet sind. Suchen Sie erneut.
result-failed-title = Die Suche hat keine Antwort gegeben
result-failed-text = Diese Partei wurde nicht gesucht. Bitte suchen Sie erneut.
asked-name-only = Nur nach dem Namen gesucht
asked-born = geboren { $date }
limits-title = Was dieses Ergebnis nicht abdeckt
not-checked-ownership = Eigentum und Kontrolle: Eine nicht gelistete Partei kann einer gelisteten gehören; dann können dieselben Beschränkungen gelten.
not-checked-weak-aliases = Schwache Aliasnamen: Sie wurden bei dieser Suche ausgelassen.
not-checked-script-table = Chinesische Schriftzeichen: Die Lesungstabelle ist nicht geladen, solche Namen werden daher womöglich nicht gefunden.
not-checked-name-too-short = Namen aus einem Wort: Eine andere Schreibweise wird womöglich übersehen, und viele Parteien können so heißen. Geben Sie den vollen Namen an, wenn Sie ihn kennen.
not-checked-name-unreadable = Dieser Name: Er enthält nichts, was sich vergleichen lässt.
not-checked-lists-left-out = Listen, die bei dieser Suche ausgelassen wurden.
not-checked-other = Nicht abgedeckt: { $code }.
not-checked-lists-not-loaded = { $count ->
    [one] Eine amtliche Liste, die nicht geladen ist
   *[other] { $count } amtliche Listen, die nicht geladen sind
}
not-checked-other-lists = Listen, die dieses Werkzeug nicht liest, darunter nationale Listen und Listen Ihrer Kunden oder Banken.
not-checked-items = Ihre Güter, deren Verwendung, das Bestimmungsland und Embargos.
not-checked-starter-list = Fast alle gelisteten Parteien: Geöffnet ist nur die Startliste.
duty-title = Wer verantwortlich ist
duty-text = Sanktionen, Embargos und Verwendungskontrollen (Catch-all) gelten unabhängig davon, ob hier ein Name gefunden wird. Für die Prüfung und die Entscheidung sind Sie als Ausführer verantwortlich.
duty-authority = Fragen Sie im Zweifel vor der Lieferung Ihre zuständige Behörde: in Deutschland das BAFA, in Österreich das Wirtschaftsministerium, in der Schweiz das SECO; in anderen Ländern die nationale Exportkontrollbehörde.

## Candidate
score-near-identical = fast gleich
score-close = nah
score-number = gleiche Kennung
score-some = gewisse Ähnlichkeit
measure-blocked = Geschäfte verboten
measure-licence-required = Lizenz erforderlich
measure-licence-policy = Besondere Lizenzpraxis
measure-red-flag = Warnhinweis
measure-other = { $code }
name-kind-long-primary = Gelistet als { $primary }.
name-kind-long-alias = Dieser Name ist ein Aliasname von { $primary }.
name-kind-long-weak-alias = Dieser Name ist ein schwacher Aliasname von { $primary }: Der Herausgeber selbst nennt ihn ungenau.
name-kind-long-former = Dies ist ein früherer Name von { $primary }.
name-kind-long-original-script = Dies ist die Originalschreibweise von { $primary }.
name-kind-long-other = Gelistet als { $primary }.
alignment-query = Ihr Name
alignment-listed = Gelisteter Name
alignment-summary = Vergleich Ihres Namens { $query } mit dem gelisteten Namen { $listed }: { $joined } von { $total } Wörtern Ihres Namens haben eine Entsprechung. Die Tabelle der Gründe sagt, wie.
legend-letter = abc
legend-differs = abweichende Buchstaben
legend-word = abc
legend-unmatched = Wort ohne Entsprechung
how-exact = gleiches Wort
how-spelling = anders geschrieben
how-sound = klingt ähnlich
how-joined = zusammen oder getrennt geschrieben
how-initial = Anfangsbuchstabe
how-prefix = Wortanfang
how-equivalent = gleiche Bedeutung
how-acronym = Anfangsbuchstaben
how-other = { $code }
why-title = Wie dieser Wert entsteht
why-reason = Grund
why-points = Punkte
why-bar = Verlauf der Punkte
why-total = Wert
why-name-exact = Gleiches Wort: { $query }
why-name-exact-letters = Gleiches Wort in anderen Buchstaben: { $query } und { $listed }
why-name-spelling = Anders geschrieben: { $query } und { $listed }
why-name-sound = Klingt ähnlich: { $query } und { $listed }
why-name-joined = Zusammen oder getrennt: { $query } und { $listed }
why-name-initial = Anfangsbuchstabe: { $query } und { $listed }
why-name-prefix = Wortanfang: { $query } und { $listed }
why-name-equivalent = Gleiche Bedeutung: { $query } und { $listed }
why-name-acronym = Anfangsbuchstaben: { $query } und { $listed }
why-name-unmatched-query = Nur in Ihrem Namen: { $query }
why-name-unmatched-listed = Nur im gelisteten Namen: { $listed }
why-order-differs = Wörter in anderer Reihenfolge
why-form-differs = Andere Rechtsform: { $query }, gelistet { $listed }
why-number-differs = Andere Nummer: { $query }, gelistet { $listed }
why-names-conflict = Verschiedene Namen: { $query }, gelistet { $listed }
why-listed-contained = Der gelistete Name steckt ganz in Ihrem: { $listed }
why-ofac-score = Wert nach der Rechenweise der öffentlichen OFAC-Suche
why-alias-weak = Schwacher Aliasname
why-evidence-country-same = Gleiches Land: { $query }
why-evidence-country-differs = Anderes Land: { $query }, gelistet { $listed }
why-evidence-dob-same = Gleiches Geburtsdatum: { $listed }
why-evidence-dob-close = Ähnliches Geburtsdatum: { $query }, gelistet { $listed }
why-evidence-dob-fits = Geburtsdatum passt, soweit bekannt: { $query }, gelistet { $listed }
why-evidence-dob-swapped = Geburtsdatum mit vertauschtem Tag und Monat: { $query }, gelistet { $listed }
why-evidence-dob-differs = Anderes Geburtsdatum: { $query }, gelistet { $listed }
why-evidence-id-same = Gleiche Kennung: { $listed }
why-evidence-kind-differs = Andere Art von Partei: { $query }, gelistet { $listed }
why-evidence-address-shared = Teile der Anschrift stimmen überein: { $listed }
why-other = { $code }: { $query } { $listed }
effect-title = Was die Listung bedeutet
effect-measure = Maßnahme
effect-publisher = Herausgeber
effect-basis = Rechtsgrundlage
effect-edition = Stand
effect-reference = Amtliche Nummer
effect-link = Seite des Herausgebers öffnen
effect-unknown = Diese Seite hat keine Beschreibung der Liste { $list }. Schlagen Sie den Eintrag beim Herausgeber nach.

## Entry
entry-title = Der Eintrag
entry-loading = Der Eintrag wird gelesen …
entry-missing = Der Eintrag konnte aus den geöffneten Listen nicht gelesen werden.
entry-kind = Art
entry-names = Namen
entry-births = Geburtsdaten
entry-countries = Länder
entry-addresses = Anschriften
entry-identifiers = Kennungen
entry-programmes = Programme
entry-licence = Lizenz, im Wortlaut des Herausgebers
entry-listed-on = Gelistet am
entry-ends-on = Endet am
entry-ended = Vorbei: Prüfen Sie, ob die Maßnahme noch gilt
entry-citation = Bekanntmachung
entry-remarks = Bemerkungen
entry-source = { $list }, Nummer { $reference }, Datensatz { $record } der veröffentlichten Datei.
entry-link = Amtlichen Eintrag öffnen
silent-list-birth = Die Liste nennt kein Geburtsdatum.
silent-list-address = Die Liste nennt keine Anschrift.
silent-list-identifier = Die Liste nennt keine Kennung.
silent-query-birth = Sie haben kein Geburtsdatum angegeben; damit könnten Sie es vergleichen.
silent-query-country = Sie haben kein Land angegeben; damit könnten Sie es vergleichen.
kind-unknown = Nicht angegeben
kind-person = Person
kind-organisation = Organisation
kind-vessel = Schiff
kind-aircraft = Flugzeug
kind-other = { $code }
name-kind-primary = Hauptname
name-kind-alias = Aliasname
name-kind-weak-alias = schwacher Aliasname
name-kind-former = früherer Name
name-kind-original-script = Originalschrift
name-kind-other = { $code }
country-role-nationality = Staatsangehörigkeit
country-role-address = Anschrift
country-role-registration = dort registriert
country-role-birth = dort geboren
country-role-stated = von der Liste genannt
country-role-other = { $code }
identifier-passport = Reisepass
identifier-national-id = Nationale Ausweisnummer
identifier-tax-id = Steuernummer
identifier-registration = Registernummer
identifier-imo = IMO-Nummer
identifier-mmsi = MMSI
identifier-call-sign = Rufzeichen
identifier-aircraft-mark = Luftfahrzeugkennzeichen
identifier-aircraft-serial = Seriennummer des Luftfahrzeugs
identifier-lei = LEI
identifier-bic = BIC
identifier-email = E-Mail
identifier-website = Website
identifier-phone = Telefon
identifier-crypto-wallet = Wallet-Adresse
identifier-other = Andere Nummer
programme-sdgt = Weltweiter Terrorismus (USA)
programme-fto = Ausländische Terrororganisation (USA)
programme-npwmd = Massenvernichtungswaffen und ihre Trägersysteme (USA)
programme-iran = Iran (USA)
programme-ifsr = Iran, Finanzsanktionen (USA)
programme-irgc = Iran, Revolutionsgarden (USA)
programme-syria = Syrien (USA)
programme-cuba = Kuba (USA)
programme-dprk = Nordkorea (USA)
programme-dprk2 = Nordkorea (USA)
programme-dprk3 = Nordkorea (USA)
programme-dprk4 = Nordkorea (USA)
programme-belarus = Belarus (USA)
programme-belarus-eo14038 = Belarus (USA)
programme-russia-eo14024 = Russland, schädliche Auslandsaktivitäten (USA)
programme-ukraine-eo13660 = Ukraine und Russland (USA)
programme-ukraine-eo13661 = Ukraine und Russland (USA)
programme-ukraine-eo13662 = Ukraine und Russland, Wirtschaftssektoren (USA)
programme-ukraine-eo13685 = Krim (USA)
programme-sdntk = Drogenhandel, führende Händler (USA)
programme-sdnt = Drogenhandel (USA)
programme-illicit-drugs-eo14059 = Illegale Drogen (USA)
programme-glomag = Menschenrechte und Korruption (USA)
programme-cyber2 = Cyberangriffe (USA)
programme-venezuela-eo13850 = Venezuela (USA)
programme-burma-eo14014 = Myanmar (USA)
programme-cmic-eo13959 = Chinesische Unternehmen des Militär- und Industriekomplexes (USA)
programme-caatsa-russia = Russland, CAATSA (USA)
programme-rus = Russland (EU)
programme-ukr = Ukraine, territoriale Unversehrtheit (EU)
programme-blr = Belarus (EU)
programme-irn = Iran (EU)
programme-syr = Syrien (EU)
programme-prk = Nordkorea (EU)
programme-taqa = Terrorismus: Al-Qaida und ISIL (EU)
programme-terr = Terrorismus (EU)
programme-other = Programm wie veröffentlicht

## Decision
decision-title = Ihre Entscheidung
decision-open = Noch nicht entschieden
decision-taken = Entschieden am { $date }: { $verdict }
decision-before = Bisher: { $verdict }
decision-known = { $date }: { $verdict }
decision-known-by = { $date }, { $by }: { $verdict }
decision-earlier = { $count ->
    [one] Eine frühere Entscheidung ist ebenfalls aufbewahrt.
   *[other] { $count } frühere Entscheidungen sind ebenfalls aufbewahrt.
}
decision-question = Ist { $listed } dieselbe Partei wie Ihre?
decision-reason = Begründung
decision-reason-required = Begründung (bei einer anderen Partei nötig)
decision-reason-hint = Was haben Sie verglichen: Land, Geburtsdatum, Anschrift, Nummer, Auskunft von wem?
decision-save = Entscheidung festhalten
decision-saved = Auf diesem Gerät festgehalten
decision-problem-verdict = Wählen Sie eine der drei Antworten
decision-problem-by = Schreiben Sie auf, wer das entschieden hat
decision-problem-reason = Schreiben Sie auf, warum es eine andere Partei ist
decision-problem-storage = Der Browser hat die Entscheidung nicht gespeichert. In einem privaten Fenster verbietet er das womöglich.
decision-problem-other = { $code }
verdict-same = dieselbe Partei
verdict-different = andere Partei
verdict-unsure = nicht zu entscheiden
verdict-other = { $code }
verdict-choice-same = Dieselbe Partei
verdict-choice-different = Andere Partei, weil …
verdict-choice-unsure = Kann ich nicht entscheiden
verdict-choice-other = { $code }
reopened-entry = Wieder offen: Der Eintrag hat sich geändert.
reopened-lists = Wieder offen: Die Liste wurde aktualisiert.
reopened-details = Wieder offen: Sie haben jetzt andere Angaben zu Ihrer Partei gemacht.
reopened-other = Wieder offen: { $code }.

## Many parties
many-title = Viele Parteien prüfen
many-lead = Tabelle einlesen, Spalten prüfen, suchen. Die Datei bleibt auf diesem Gerät.
many-input-title = Tabelle
many-file-label = Datei wählen oder hier ablegen
many-file-hint = CSV, TSV oder Excel (.xlsx), eine Partei je Zeile, bis 64 MB
many-paste-label = Oder Zeilen einfügen
many-paste-hint = Aus einer Tabelle, oder ein Name je Zeile
many-paste-submit = Zeilen einlesen
read-problem-empty = Es sind keine Zeilen enthalten.
read-problem-not-a-table = Das ist keine Tabelle, die diese Seite lesen kann. Speichern Sie sie als CSV oder .xlsx.
read-problem-xls-old = Das ist eine alte Excel-Datei (.xls). Speichern Sie sie als .xlsx oder CSV.
read-problem-too-large = Die Datei ist größer, als diese Seite lesen kann. Teilen Sie sie auf.
read-problem-xlsx-damaged = Die Excel-Datei ist beschädigt oder geschützt. Speichern Sie sie neu als .xlsx oder CSV.
read-problem-other = Die Datei konnte nicht gelesen werden ({ $code }).
many-columns-title = Spalten
many-columns-text = { $count ->
    [one] Eine Zeile eingelesen.
   *[other] { $count } Zeilen eingelesen.
} { $blank ->
    [0] Prüfen Sie, was jede Spalte enthält.
    [one] Eine leere Zeile wurde übergangen. Prüfen Sie, was jede Spalte enthält.
   *[other] { $blank } leere Zeilen wurden übergangen. Prüfen Sie, was jede Spalte enthält.
}
many-has-header = Die erste Zeile benennt die Spalten
many-column = Spalte
many-means = Enthält
many-samples = Erste Zeilen
many-column-number = Spalte { $number }
many-column-unused = Nicht verwendet
column-name = Name
column-kind = Art der Partei
column-country = Land
column-dob = Geburtsdatum
column-id = Kennung
column-address = Anschrift
column-role = Rolle
column-note = Ihre Referenz
column-other = { $code }
many-name-needed = Wählen Sie die Spalte mit den Namen.
many-run = { $count ->
    [one] Eine Zeile suchen
   *[other] { $count } Zeilen suchen
}
many-restart = Mit anderer Tabelle neu beginnen
many-running-title = Die Suche läuft
many-progress = { $done } von { $total } Zeilen, { $rate } je Sekunde.
many-remaining = Noch etwa { $time }.
many-cancel = Abbrechen
many-results-title = { $count ->
    [one] Ergebnis für eine Zeile
   *[other] Ergebnisse für { $count } Zeilen
}
many-cancelled-title = Abgebrochen nach { $done } von { $total } Zeilen
many-results-file = Aus { $file }, { $rate } Zeilen je Sekunde.
many-pasted-name = eingefügten Zeilen
row-state-candidates = Kandidaten gefunden
row-state-none = Kein Kandidat gefunden
row-state-failed = Nicht gesucht: Fehler
row-state-malformed = Nicht gesucht: Zeile unlesbar
row-state-waiting = Nicht gesucht: abgebrochen
row-state-other = { $code }
many-malformed-title = { $count ->
    [one] Eine Zeile wurde nicht gesucht
   *[other] { $count } Zeilen wurden nicht gesucht
}
many-malformed-row = Zeile { $row }:
many-malformed-more = und { $count } weitere; im Export stehen alle
row-problem-quotes-open = ein Anführungszeichen wird geöffnet, aber nicht geschlossen
row-problem-quotes-stray = ein Anführungszeichen steht an der falschen Stelle
row-problem-cells-many = mehr Zellen als die erste Zeile
row-problem-no-name = der Name fehlt
row-problem-name-long = der Name ist länger als 1000 Zeichen
row-problem-other = { $code }
many-notes-title = { $count ->
    [one] In einer Zeile war eine Angabe nicht verwendbar; der Name wurde ohne sie gesucht
   *[other] In { $count } Zeilen war eine Angabe nicht verwendbar; die Namen wurden ohne sie gesucht
}
row-note-kind = Art { $value } nicht verstanden.
row-note-country = Land { $value } nicht verstanden.
row-note-dob = Datum { $value } nicht verstanden.
row-note-dob-ambiguous = Datum { $value }: Tag und Monat könnten vertauscht sein, daher wurde nur das Jahr verwendet.
row-note-other = { $code } { $value }
many-find = In den Ergebnissen finden
many-only = Anzeigen
many-only-all = Alle Zeilen
many-export-csv = Als CSV ausgeben
many-export-json = Als JSON ausgeben
many-shown = { $count ->
    [one] Eine von { $total } Zeilen gezeigt
   *[other] { $count } von { $total } Zeilen passen
}
column-row = Zeile
column-state = Ergebnis
column-score = Wert
column-best = Bester Kandidat
many-open = { $count ->
    [one] Ein Kandidat
   *[other] { $count } Kandidaten
}
many-open-for = zu { $name }
pager-label = Seiten der Tabelle
pager-back = Zurück
pager-next = Weiter
pager-place = Seite { $page } von { $pages }
many-row-title = Zeile { $row }: { $name }
many-row-close = Zeile schließen
many-no-candidate = „Kein Kandidat gefunden“ bedeutet: kein Kandidat gefunden in { $lists }; Eigentumsverhältnisse nicht geprüft.

## Lists
lists-title = Listen
lists-lead = Welche Listen diese Seite durchsucht, wie alt sie sind und welche fehlen.
load-title = Listen laden
load-from-page = Geöffnet sind die Listen, die mit dieser Seite kamen.
load-from-file = Geöffnet sind die Listen aus { $file }. Sie werden beim nächsten Besuch wieder geöffnet.
load-none = Es ist keine Liste geöffnet.
load-step-download = Holen Sie die amtlichen Listen bei den Herausgebern:
load-step-compile = Fassen Sie sie in einer Datei zusammen:
load-step-open = Öffnen Sie diese Datei hier.
load-kept = Die Datei wird vor der Verwendung geprüft. Stimmt etwas nicht, bleiben die bisher geöffneten Listen offen.
load-busy = Gerade wird eine Tabelle durchsucht. Danach können Sie die Listen wechseln.
load-label = Listendatei öffnen oder auf dem Feld ablegen
load-hint = Dateiname mit der Endung .ecp
load-back = Zurück zu den Listen dieser Seite
loaded-title = { $count ->
    [one] Eine geöffnete Liste
   *[other] { $count } geöffnete Listen
}
loaded-text = { $parties } Parteien mit { $names } Namen. Prüfsumme:
list-published = Stand { $date }:
list-retrieved = Abgerufen
list-stale-after = Gilt als alt nach
list-terms = Nutzungsbedingungen
list-files = Dateien
list-file = { $format }, { $bytes } Byte, SHA-256
list-more = Quellen zu { $list }
list-diagnostics = { $count ->
    [one] Ein Datensatz der veröffentlichten Datei hat eine Auffälligkeit, die beim Einlesen gemeldet wurde.
   *[other] { $count } Datensätze der veröffentlichten Datei haben Auffälligkeiten, die beim Einlesen gemeldet wurden.
}
figure-parties = Parteien
figure-names = Namen
figure-weak = Schwache Aliasnamen
figure-identifiers = Kennungen
figure-births = Geburtsdaten
figure-addresses = Anschriften
missing-title = Nicht geladene Listen
missing-text = Eine Partei auf einer dieser Listen wird hier nicht gefunden.
missing-none = Alle Listen, die dieses Werkzeug lesen kann, sind geladen.
missing-other = Es gibt mehr Listen, als dieses Werkzeug lesen kann. Fragen Sie Ihre zuständige Behörde, welche Sie beachten müssen.
left-out-title = Ausgelassene Dateien
left-out-count = { $count ->
    [one] Eine Datei oder ein Teil davon, mit Grund
   *[other] { $count } Dateien oder Teile davon, mit Grund
}

## Decisions
decisions-title = Entscheidungen
decisions-lead = Ihre Entscheidungen sind nur in diesem Browser gespeichert. Geben Sie sie aus, um sie aufzubewahren oder weiterzugeben.
decisions-unavailable = Der Browser gewährt keinen Zugriff auf seinen Speicher. Entscheidungen werden daher weder gezeigt noch aufbewahrt.
decisions-import = Entscheidungsdatei einlesen
decisions-export = Ausgeben
decisions-wipe = Alle löschen
decisions-count = { $count ->
    [0] Keine Entscheidungen
    [one] Eine Entscheidung
   *[other] { $count } Entscheidungen
}
decisions-none = Hier erscheinen Entscheidungen, die Sie unter einem Kandidaten festhalten.
decisions-date = Datum
decisions-party = Ihre Partei
decisions-candidate = Kandidat
decisions-verdict = Entscheidung
decisions-state = Zustand
decisions-current = Mit den jetzt geöffneten Listen getroffen
decisions-reopened = Listen seither aktualisiert: erneut suchen
import-done = Eingelesen: { $added } neu, { $known } schon vorhanden.
import-refused = Das ist keine Entscheidungsdatei dieser Seite. Nichts wurde geändert.
import-records-refused = { $count ->
    [one] Ein Datensatz wurde nicht eingelesen, weil er unvollständig ist: Nummer { $places }.
   *[other] { $count } Datensätze wurden nicht eingelesen, weil sie unvollständig sind: Nummern { $places }.
}
wipe-title = { $count ->
    [one] Eine Entscheidung löschen?
   *[other] { $count } Entscheidungen löschen?
}
wipe-text = Das lässt sich nicht rückgängig machen. Geben Sie sie vorher aus, wenn Sie Aufzeichnungen aufbewahren müssen.
wipe-keep = Behalten
wipe-confirm = Alle löschen

## Item: finding the family
nav-items = Gut
nav-parties = Parteien
nav-item = Gut prüfen
nav-coverage = Abdeckung
block-rules = Güterlisten
block-sheet-item = Selbstprüfung eines Guts
block-families = Güterarten
block-sheet-case = Selbstprüfung eines Vorgangs
block-lists-digest = Listen, Prüfsumme
block-rules-digest = Regeln, Prüfsumme
item-title = Ein Gut prüfen
item-lead = Sagen Sie, was es ist, beantworten Sie, was entscheidet, und sehen Sie, welche Einträge der Dual-Use-Listen der EU und der USA Ihre Antworten erfüllen.
item-query = Was ist es?
item-query-hint = Handelsbezeichnung, HS-Code oder Listennummer, zum Beispiel: Wärmebildkamera, 8542.39, 3A001
item-query-empty = Geben Sie ein, was es ist
item-search = Suchen
item-other = Anderes Gut wählen
item-failed-title = Darauf gibt es keine Antwort
rules-loading = Die Regeln werden geöffnet …
rules-none = Die Regeln für Güter sind nicht geöffnet, daher kann kein Gut geprüft werden. Laden Sie die Seite neu.
family-unknown = In diesen Regeln gibt es keine Güterart { $family }.
found-title = Gefunden zu { $query }
found-nothing-title = Nichts gefunden zu { $query }
found-nothing = Das beweist nichts: Vielleicht heißt es hier anders. Versuchen Sie ein allgemeineres Wort oder wählen Sie die Güterart über die Kategorie.
found-browse = Zu den Kategorien
found-code-does-not-decide = Die Nummer allein entscheidet nicht. Eine Zolltarifnummer ordnet Waren für den Zoll; ob ein Gut gelistet ist, hängt von seinen Eigenschaften ab. Dies sind die Güterarten, die üblicherweise darunter laufen.
found-choose = Wählen Sie die Art, zu der Ihr Gut gehört.
found-not-there = Nichts davon?
found-more = { $count ->
    [one] Eine weitere, weniger passend
   *[other] { $count } weitere, weniger passend
}
found-entries = Einträge der Listen
found-crosswalk = Nummern anderer Listen
found-crosswalk-hint = Nur Nummern: Die andere Liste kann andere Grenzwerte haben.
found-why-word = „{ $query }“ in „{ $matched }“
found-why-synonym = „{ $query }“ gleichbedeutend mit „{ $matched }“
found-why-typo = Schreibweise berichtigt: „{ $query }“, gefunden in „{ $matched }“
found-why-hs = läuft üblicherweise unter HS { $matched }
found-why-entry = hat eine Bestimmung in { $matched }
found-why-attribute = „{ $query }“ in der Eigenschaft „{ $matched }“
found-why-other = „{ $query }“ in „{ $matched }“
found-in-language = { $text } ({ $language })
category = Kategorie { $category }: { $name }
category-none = Ohne Kategorie
browse-title = Nach Kategorie
browse-text = Alle Güterarten, die diese Seite kennt, nach den Kategorien der Listen.
browse-count = { $count ->
    [0] noch keine Arten
    [one] eine Art
   *[other] { $count } Arten
}
browse-empty = Diese Seite hat hier noch keine Güterarten. In den Listen gibt es aber Einträge in dieser Kategorie.
entry-undescribed = Dieser Eintrag ist hier nicht beschrieben.
entry-in-lists = in { $lists }
entry-regime = Herkunft
regime-wa = Wassenaar-Arrangement
regime-mtcr = Trägertechnologie-Kontrollregime (MTCR)
regime-nsg = Gruppe der Kernmaterial-Lieferländer (NSG)
regime-ag = Australische Gruppe
regime-cwc = Chemiewaffenübereinkommen
regime-national = national
regime-other = { $code }
unread-no-attribute = nennt nichts, wonach gefragt wird
unread-no-value = hat keinen lesbaren Wert
unread-ambiguous = kann mehrere Fragen meinen
unread-twice = eine andere Zeile gibt einen anderen Wert an
unread-too-long = ist zu lang
unread-other = { $code }
other-list-uk = Vereinigtes Königreich
other-list-cn = China
other-list-jp = Japan
other-list-ml = Rüstungsgüterliste
other-list-other = { $code }
crosswalk-same = entspricht
crosswalk-narrower = umfasst weniger als
crosswalk-broader = umfasst mehr als
crosswalk-none = hat keine Entsprechung in
crosswalk-different = ist etwas anderes als
crosswalk-by-customs-code = nach Zolltarifnummer, sofern kein gelisteter Gegenstand vorgeht
crosswalk-other = { $code }

## Item: questions
ways-label = Wege zu antworten
way-question = Frage für Frage
way-sheet = Alle Werte auf einem Blatt
way-paste = Datenblatt einfügen
way-result = Ergebnis bisher
side-label = Stand
standing-title = Stand
standing-open = { $count ->
    [0] Alle { $total } Bestimmungen sind entschieden.
    [one] Eine von { $total } Bestimmungen ist noch offen.
   *[other] { $open } von { $total } Bestimmungen sind noch offen.
}
to-result = Ergebnis zeigen
answers-title = { $count ->
    [0] Ihre Antworten
    [one] Eine Antwort
   *[other] { $count } Antworten
}
answers-none = Noch keine. Antworten bleiben, wenn Sie eine ändern oder den Weg wechseln.
answers-carried = { $count ->
    [one] Eine Antwort wurde vom vorigen Gut übernommen.
   *[other] { $count } Antworten wurden vom vorigen Gut übernommen.
}
answers-drop = Es ist ein anderes Gut: ohne sie beginnen
answer-change = Ändern
answer-not-understood = nicht verstanden
answer-not-given = Noch keine Antwort
answer-none = Nichts davon
answer-yes = Ja
answer-no = Nein
answer-other = { $code }
unit-of = Einheit: { $label }
quantity-hint = Komma oder Punkt; eine andere Einheit kann hinter der Zahl stehen, etwa 0,9 µm. Auch: <= 8,7 Hz oder 29,5 bis 30,5 dBm.
answer-problem-unknown-unit = Die Einheit in { $given } ist nicht bekannt
answer-problem-wrong-dimension = Die Einheit in { $given } misst etwas anderes
answer-problem-unknown-option = { $given } ist keine der Möglichkeiten
answer-problem-not-a-quantity = In { $given } ist keine Zahl zu lesen
answer-problem-missing-unit = { $given } hat keine Einheit
answer-problem-out-of-range = { $given } ist zu groß oder zu klein
answer-problem-reversed-range = { $given } endet unter seinem Anfang
answer-problem-ambiguous-number = { $given } ist auf zwei Arten lesbar: Lassen Sie das Tausendertrennzeichen weg oder schreiben Sie einen Dezimalpunkt
answer-problem-unknown-code = Diese Liste hat keinen Absatz { $given }
answer-problem-too-long = { $given } ist für einen Wert zu lang
answer-problem-not-yes-or-no = { $given } ist weder ja noch nein
answer-problem-unknown-attribute = Danach fragen die Regeln von heute nicht mehr
answer-problem-other = { $given } wurde nicht verstanden ({ $code })
review-title = Zuerst: Geht eine andere Liste vor?
review-text = Manche Güter gehören zu Rüstungsgüterlisten oder zu anderen Behörden. Diese gehen den Dual-Use-Listen vor.
review-yes = Für dieses Gut geht eine andere Liste oder Behörde vor. Fragen Sie dort, bevor Sie sich auf das Ergebnis zu den Dual-Use-Listen stützen.
review-undecided = Noch offen: ob eine andere Liste oder Behörde vorgeht
review-change = Diese Fragen beantworten
review-open = Sie können ohne Antwort weitergehen; im Ergebnis steht dann, dass dies offen ist.
question-continue = Weiter
question-back = Zurück
question-unanswered = Beantworten Sie die Frage oder geben Sie an, dass Sie es nicht wissen
question-decides = { $decides ->
    [0] Allein entscheidet diese Frage noch keine der { $of } offenen Bestimmungen.
    [one] Diese Frage kann eine von { $of } offenen Bestimmungen entscheiden.
   *[other] Diese Frage kann { $decides } von { $of } offenen Bestimmungen entscheiden.
}
question-decides-nothing = Derzeit hängt keine offene Bestimmung von dieser Frage ab.
question-derived = Wird aus diesen Antworten berechnet, wenn Sie es hier nicht angeben:
question-direct = Oder direkt angeben, wenn es im Datenblatt steht:
question-measured = Wie gemessen wird
question-aka = Im Datenblatt auch
question-cite = Festgelegt in
sheet-title = Alle Werte auf einem Blatt
sheet-text = Tragen Sie ein, was das Datenblatt angibt; lassen Sie den Rest leer. Jeder Wert zählt, sobald Sie das Feld verlassen.
sheet-idle = derzeit nicht nötig
sheet-derived = Berechnet
sheet-derived-text = Diese ergeben sich aus den Werten oben. Tragen Sie einen nur ein, wenn ihn das Datenblatt selbst angibt; dann zählt dieser.
sheet-question = Die Frage
paste-title = Datenblatt einfügen
paste-text = Kopieren Sie die Tabelle der technischen Daten und fügen Sie sie hier ein. Sie sehen, was erkannt wurde, bevor etwas übernommen wird.
paste-label = Zeilen des Datenblatts
paste-read = Zeilen lesen
paste-found = { $count ->
    [0] Kein Wert erkannt
    [one] Ein Wert erkannt
   *[other] { $count } Werte erkannt
}
paste-nothing = Keine dieser Zeilen nennt einen Wert, nach dem bei diesem Gut gefragt wird. Tragen Sie die Werte von Hand ein.
paste-take = { $count ->
    [0] Keinen Wert übernehmen
    [one] Einen Wert übernehmen
   *[other] { $count } Werte übernehmen
}
paste-line = Zeile { $line }:
paste-replaces = ersetzt { $answer }
paste-unread = { $count ->
    [one] Eine Zeile nicht verwendet
   *[other] { $count } Zeilen nicht verwendet
}
paste-unread-text = Prüfen Sie, ob hier etwas steht, wonach die Fragen fragen.

## Item: drawings
diagram-ifov = Momentanes Sichtfeld: der Winkel, den ein Pixel sieht
diagram-pixel = Pixelabstand
diagram-lens = Objektiv
diagram-angle = Winkel
diagram-focal-length = Brennweite
diagram-beam-parameter-product = Strahlparameterprodukt: Taillenradius mal halber Öffnungswinkel
diagram-waist = Strahltaille
diagram-half-angle = Halbwinkel
diagram-five-axis = Achsen, die zum Bahnsteuern gemeinsam bewegt werden können
diagram-linear-axes = Linearachsen
diagram-rotary-axes = Drehachsen
diagram-cmm-mpe = Zulässige Längenmessabweichung: ein fester Teil und ein Teil, der mit der Länge wächst
diagram-length = Messlänge L
diagram-error = Abweichung
diagram-temperature-range = Nenntemperaturbereich: von der niedrigsten bis zur höchsten Umgebungstemperatur im Betrieb
diagram-lowest = Niedrigste
diagram-highest = Höchste
diagram-rated = Für den Betrieb ausgelegt
diagram-specific-modulus = Spezifischer Modul: Elastizitätsmodul geteilt durch spezifisches Gewicht
diagram-strain = Dehnung
diagram-stress = Spannung
diagram-length-unit = in Metern

## Item: result
item-result-title = Ergebnis für { $name }
item-result-made = Bewertet zum { $date } mit den Regeln { $version }
verdict-listed = Gelistet: { $codes }
verdict-listed-open = { $count ->
    [one] Eine weitere Bestimmung ist noch nicht entschieden.
   *[other] { $count } weitere Bestimmungen sind noch nicht entschieden.
}
verdict-undecided = Noch nicht zu entscheiden; beantworten Sie:
verdict-more-questions = { $count ->
    [one] und eine weitere Frage
   *[other] und { $count } weitere Fragen
}
verdict-described = Was hier offen ist, ist noch nicht modelliert. Lesen Sie den amtlichen Text oder fragen Sie die zuständige Behörde.
verdict-no-rule = Noch nicht zu entscheiden: Diese Regeln enthalten in dieser Liste nichts zu dieser Güterart
verdict-none = Kein gelisteter Eintrag ermittelt in { $lists } anhand Ihrer Antworten
verdict-short-listed = gelistet
verdict-short-undecided = noch nicht zu entscheiden
verdict-short-none-identified = kein gelisteter Eintrag ermittelt
verdict-short-no-rule = nicht zu entscheiden: keine Regeln
verdict-short-other = { $code }
outcome-met = erfüllt
outcome-not-met = nicht erfüllt
outcome-unknown = offen
outcome-not-modelled = hier nicht bewertet
outcome-other = { $code }
item-problems-title = { $count ->
    [one] Eine Antwort wurde nicht verstanden und zählt nicht
   *[other] { $count } Antworten wurden nicht verstanden und zählen nicht
}
unknown-title = Noch nötige Antworten
unknown-text = Diese wissen Sie nach Ihrer Angabe nicht. Solange sie offen sind, ist es auch das Ergebnis.
cost-1 = steht meist im Datenblatt
cost-2 = im Handbuch nachsehen oder den Hersteller fragen
cost-3 = muss gemessen werden, oder fragen Sie Fachleute
cost-other = { $code }
clauses-title = Absatz für Absatz
clauses-none-open = Mit Ihren Antworten ist keine Bestimmung erfüllt oder offen.
clauses-undecided = { $count ->
    [one] Ein Absatz offen
   *[other] { $count } Absätze offen
}
clauses-not-met = { $count ->
    [one] Ein Absatz nicht erfüllt
   *[other] { $count } Absätze nicht erfüllt
}
clause-differs = Hier weichen die Listen voneinander ab.
clause-absent = Unter dieser Nummer hat diese Liste in diesen Regeln keine solche Bestimmung.
clause-twin = Dieselben Kriterien und dasselbe Ergebnis wie oben.
clause-described = Nur beschrieben: Diese Regeln können den Absatz nicht auswerten. Lesen Sie den amtlichen Text.
clause-missing = Zum Entscheiden beantworten:
clause-reasons = Kontrollgründe: { $reasons }
criterion-yours = Ihr Wert:
criterion-limit = Grenze:
criterion-from = berechnet aus { $sources }
criterion-by-definition = gilt für diese Güterart immer
criterion-reference = Andere Bestimmung
criterion-no-answer = keine Antwort
criterion-near = Nah an der Grenze: Prüfen Sie Wert, Toleranz und Messweise.
limit-is = { $options }
limit-is-not = nicht { $options }
limit-has-any = umfasst { $options }
limit-has-all = umfasst { $options }
limit-has-none = umfasst weder { $options }
limit-lacks-any = umfasst nicht alle: { $options }
limit-specified-by = ist erfüllt: { $options }
limit-not-specified-by = ist nicht erfüllt: { $options }
limit-other = { $code } { $options }
released-by = Durch eine Anmerkung ausgenommen:
release-open = Eine Anmerkung könnte es ausnehmen:
entry-paragraphs = { $entry } ({ $count } Absätze)
entry-only-in = Nur in { $list }
reasons-title = Kontrollgründe ({ $list }):
reason-column = { $code } { $name }, Spalte { $column }
reason-plain = { $code } { $name }
reason-ns = nationale Sicherheit
reason-mt = Raketentechnik
reason-np = Nichtverbreitung von Kernwaffen
reason-cb = chemische und biologische Waffen
reason-rs = regionale Stabilität
reason-cc = Verbrechensbekämpfung
reason-fc = Feuerwaffenübereinkommen
reason-at = Terrorismusbekämpfung
reason-ei = Verschlüsselungsgüter
reason-un = Embargo der Vereinten Nationen
reason-si = bedeutende Güter
reason-sl = heimliches Abhören
reason-ss = knappe Güter
reason-other = { $code }
status-provisional = Vorläufig: noch nicht endgültig
status-announced = Angekündigt, noch nicht in Kraft
status-suspended = Ausgesetzt
status-repealed = Aufgehoben
status-other = { $code }
official-link = Amtlicher Text: { $list }
official-text = Amtlicher Text
official-wording = Amtlicher Wortlaut von { $code }, { $list }
wording-caution-exponent = Hier kann eine Hochzahl verrutscht sein; lesen Sie den amtlichen Text.
wording-caution-other = { $code }
wording-source = Aus der geladenen Datei: { $list }, { $version }.
wording-hint = Der amtliche Wortlaut kann neben diesen Kriterien stehen; laden Sie ihn unter
not-in-force-title = Nicht angewandt: an diesem Tag nicht in Kraft
related-title = Zugehörige Software und Technologie
related-text = Das Senden von Software, Zeichnungen oder Know-how ist eine eigene Ausfuhr, auch per E-Mail.
related-for = Zu
related-software = Software
related-technology = Technologie
see-also-title = Siehe auch
see-also-text = Einträge, die dieselbe Art von Gut nach anderen Kriterien erfassen können.
item-coverage = { $list }: Diese Regeln bewerten { $modelled } der { $leaves } Absätze der ganzen Liste.
item-not-modelled = { $count ->
    [one] Ein Absatz der betrachteten Einträge ist hier nicht bewertet
   *[other] { $count } Absätze der betrachteten Einträge sind hier nicht bewertet
}
item-not-checked-lists = Andere Listen: Betrachtet wurden nur { $lists }, nicht aber Rüstungsgüterlisten, nationale Listen, Anhänge der Sanktionsverordnungen und Listen anderer Länder.
item-not-checked-text = Die Kriterien sind mit eigenen Worten wiedergegeben. Maßgeblich ist der amtliche Text.
item-not-checked-parties = Käufer, Endverwender, Bestimmungsland und Verwendung wurden hier nicht geprüft.
item-notice-catch-all = Catch-all: Auch ein nicht gelistetes Gut kann wegen seiner Verwendung eine Genehmigung brauchen, etwa für Massenvernichtungswaffen, militärische Verwendung in einem Embargoland oder Überwachung. Wissen Sie von einer solchen Verwendung oder wurden Sie darauf hingewiesen, fragen Sie vor der Ausfuhr die Behörde.
item-notice-sanctions = Sanktionen: Länder- und Personensanktionen gelten für jedes Gut, gelistet oder nicht, und haben eigene Güterlisten.
item-notice-authority = Zuständige Behörde: in der EU die Ihres Mitgliedstaats, in Deutschland das BAFA; für US-Recht BIS, für Rüstungsgüter DDTC. Sie kann ein Gut verbindlich einstufen.
item-notice-responsibility = Für die Einstufung ist der Ausführer verantwortlich. Dieses Ergebnis unterstützt Ihre eigene Prüfung und ersetzt keine Entscheidung einer Behörde.
item-notice-other = { $code }

## Item: saved products
save-title = Dieses Gut aufbewahren
save-name = Name
save-hint = Ihre Produktbezeichnung oder -nummer. Sie wird nur in diesem Browser gespeichert.
save = Speichern
saved = Auf diesem Gerät gespeichert
print = Drucken
save-problem-name = Geben Sie einen Namen ein
save-problem-storage = Der Browser hat es nicht gespeichert. In einem privaten Fenster verbietet er das womöglich.
save-problem-other = { $code }
products-count = { $count ->
    [0] Gespeicherte Produkte
    [one] Ein gespeichertes Produkt
   *[other] { $count } gespeicherte Produkte
}
products-none = Ein Ergebnis kann unter einem Namen gespeichert und hier wieder geöffnet werden.
products-unavailable = Der Browser gewährt keinen Zugriff auf seinen Speicher. Produkte werden daher weder gezeigt noch aufbewahrt.
products-import = Produkte einlesen
products-import-hint = Eine hier ausgegebene Datei
products-import-refused = Das ist keine Produktdatei dieser Seite. Nichts wurde geändert.
products-export = Produkte ausgeben
product-verdict = { $list }: { $verdict }
product-reopen = Öffnen
product-delete = Löschen
product-keep = Behalten
product-delete-title = { $name } löschen?
reopened-same = Neu bewertet: dasselbe Ergebnis wie am { $date } gespeichert.
reopened-changed = Neu bewertet: Das Ergebnis ist nicht das am { $date } gespeicherte. Es weicht ab bei { $lists }.
reopened-rules = Die Regeln haben sich seither geändert.

## May it go there
nav-licence = Darf es dorthin?
to-licence = Darf es dorthin?
licence-title = Darf es dorthin?
licence-lead = Geben Sie an, was wohin geht und woher es kommt. Sie sehen Klausel für Klausel, was das Exportkontrollrecht der EU und der USA dazu sagt.
licence-no-rules = Die Regeln für Bestimmungsländer sind nicht geöffnet, daher lässt sich zu einer Ausfuhr nichts sagen. Laden Sie die Seite neu.
licence-case = Der Fall
licence-private = Der Fall wird auf diesem Gerät ausgewertet. Es wird nichts abgerufen, gesendet oder gespeichert.
licence-submit = Fall auswerten
licence-item = Was geht hinaus?
licence-item-hint = Noch nicht eingestuft?
licence-item-none = Gut ohne gelisteten Eintrag, nach Ihrer eigenen Angabe
licence-source-checked = Das hier geprüfte Gut:
licence-source-product = Ein gespeichertes Produkt
licence-source-codes = Ich kenne die Listennummern
licence-product = Produkt
licence-code-us = ECCN (USA)
licence-code-list = Listennummer in { $list }
licence-code-hint = Mit Absatz, etwa 2B001.b.2; mehrere durch Komma getrennt
licence-code-read = Gelesen als { $codes }
licence-code-unknown = Einen Absatz { $codes } gibt es in dieser Liste nicht. Prüfen Sie die Nummer; sie wurde weggelassen.
licence-code-none = Ich habe geprüft: Kein Eintrag dieser Liste trifft zu
licence-exporter = Geht ab in
licence-exporter-hint = Wo die Ware beim Versand ist und der Ausführer seinen Sitz hat
licence-origin = Hergestellt in
licence-origin-hint = Herstellungsland; US-Recht folgt Waren aus den USA überallhin
licence-destination = Geht nach
licence-destination-hint = Wo die Ware am Ende bleibt, nicht, wo sie nur durchläuft
licence-end-user = Endverwender sitzt in
licence-end-user-hint = Hauptsitz dessen, der sie verwendet
licence-end-user-same = Im Bestimmungsland
licence-more = Weitere Angaben zum Fall
licence-more-hint = Andere Beteiligte, Datum
licence-parties = Länder der anderen Beteiligten
licence-parties-hint = Käufer, Empfänger, Vermittler, Bank: jedes weitere Land, in dem ein Beteiligter sitzt oder seinen Hauptsitz hat
licence-no-others = Alle Beteiligten sitzen in den oben genannten Ländern
licence-party-country = Land wählen
licence-party-add = Hinzufügen
licence-party-remove = Entfernen
licence-date = Rechtsstand vom
licence-date-hint = Heute, wenn Sie keinen anderen Tag betrachten
licence-problem-item = Geben Sie an, was hinausgeht: ein hier geprüftes Gut, ein gespeichertes Produkt oder seine Listennummern
licence-problem-codes = Prüfen Sie die Nummer, die nicht in der Liste steht
licence-problem-destination = Wählen Sie, wohin es geht
licence-problem-other = { $code }
licence-route = { $from } nach { $to }
licence-route-to = nach { $to }
licence-tabs = Ansichten des Falls
licence-tab-result = Ergebnis
licence-tab-map = Weltkarte
licence-tab-other = { $code }
licence-step-one = Benennen Sie das Gut: hier geprüft, gespeichert oder mit seinen Listennummern.
licence-step-two = Geben Sie an, wo es abgeht, wo es hergestellt wurde und wohin es geht.
licence-step-three = Beantworten Sie an Ort und Stelle, was entscheidet; jede Antwort wirkt sofort.
licence-result-title = { $item }, { $route }
licence-details-of = { $name } im Einzelnen
licence-outcome-prohibited = Nach diesen Regeln verboten
licence-outcome-sanctions-review = Zuerst die Sanktionen: Lassen Sie den Fall prüfen, bevor Sie etwas anderes tun
licence-outcome-licence-required = Eine Genehmigung ist erforderlich
licence-outcome-notify-authority = Unterrichten Sie die zuständige Behörde, bevor es hinausgeht
licence-outcome-undecided = Noch nicht zu entscheiden; beantworten Sie:
licence-outcome-not-in-scope = Nach Ihren Antworten gelten diese Regeln für diesen Fall nicht
licence-outcome-other = { $code }
licence-authorisation-possible = Eine Genehmigung ist erforderlich, wenn nichts hiervon an ihre Stelle tritt. Kommt infrage, wenn Sie die Bedingungen erfüllen: { $names }
licence-none-identified = Keine Genehmigungspflicht ermittelt bei den durchgeführten Prüfungen; nicht durchgeführt: { $checks }
licence-none-identified-all = Keine Genehmigungspflicht ermittelt bei den durchgeführten Prüfungen
licence-short-prohibited = verboten
licence-short-sanctions-review = zuerst Sanktionen prüfen
licence-short-licence-required = eine Genehmigung ist erforderlich
licence-short-notify-authority = zuerst ist die Behörde zu unterrichten
licence-short-authorisation-possible = eine Genehmigung ist erforderlich, wenn keine Allgemeingenehmigung oder Ausnahme an ihre Stelle tritt
licence-short-undecided = noch nicht zu entscheiden
licence-short-none-identified = keine Genehmigungspflicht ermittelt bei den durchgeführten Prüfungen
licence-short-not-in-scope = diese Regeln gelten für den Fall nicht
licence-short-other = { $code }
licence-item-in-list = Gut:
licence-item-listed = Gelistet
licence-item-undecided = Noch nicht entschieden, ob es gelistet ist
licence-item-none-identified = Kein gelisteter Eintrag ermittelt
licence-item-no-rule = Nicht zu entscheiden: keine Regeln zu dieser Güterart
licence-item-not-given = Zu dieser Liste ist keine Nummer angegeben; was darauf beruht, ließ sich nicht prüfen
licence-item-other = { $code }
licence-not-run-label = Nicht durchgeführt:
licence-deciding = { $count ->
    [one] Die Klausel, die entscheidet
   *[other] Die Klauseln, die entscheiden
}
licence-hangs-on = { $count ->
    [one] Die Klausel, von der es abhängt
   *[other] Die Klauseln, von denen es abhängt
}
licence-result-hangs-on = Davon hängt das Ergebnis ab.
licence-depends-on = hängt ab von: { $title }
licence-decides = Darauf beruht das Ergebnis.
licence-differs = Die beiden kommen zu verschiedenen Ergebnissen
licence-because = wegen: { $title }
licence-to-questions = Hier beantworten
licence-questions-title = Was als Nächstes zu beantworten ist
licence-questions-text = { $count ->
    [0] Mehr wird derzeit nicht gefragt.
    [one] Eine offene Frage. Sie entscheidet.
   *[other] { $total } offene Fragen; diese entscheiden am meisten.
}
licence-help = Was das heißt
licence-ask-form = Noch nötig: { $fact }
licence-ask-item = Was das Gut ist
licence-ask-paragraph = Der Absatz von { $code }, unter den das Gut fällt
licence-ask-reasons = Kontrollgründe von { $entry }
licence-to-form = Oben eintragen
licence-to-item = Zum Gut antworten
licence-take-back = Zurücknehmen
licence-not-held = In diesen Regeln nicht enthalten, bleibt daher offen:
licence-findings = { $count ->
    [0] Regeln, die greifen
    [one] Eine Regel greift
   *[other] { $count } Regeln greifen
}
licence-findings-none = Nach Ihren Antworten greift in diesem Fall keine der geprüften Regeln.
licence-findings-open = { $count ->
    [one] Eine Regel noch nicht entschieden
   *[other] { $count } Regeln noch nicht entschieden
}
licence-kind-scope = Reichweite der Regeln
licence-kind-prohibition = Verbot
licence-kind-sanctions-review = Sanktionen
licence-kind-requirement = Genehmigungspflicht
licence-kind-notification = Unterrichtung der Behörde
licence-kind-content-limit = Grenze für US-Anteile
licence-kind-content-zero = US-Anteile ohne Untergrenze
licence-kind-other = { $code }
licence-why = Warum
licence-reach = Diese Regeln gelten für den Fall
licence-reach-open = Ob diese Regeln für den Fall gelten, ist noch nicht entschieden.
licence-if-in-scope = Wenn ja: { $outcome }.
licence-scope-open = Ob sie für diesen Fall gemacht ist, hängt ab von:
licence-out-of-scope = { $count ->
    [one] Eine ist für andere Fälle gemacht
   *[other] { $count } sind für andere Fälle gemacht
}
licence-conditions-met = { $count ->
    [one] Eine Bedingung erfüllt
   *[other] { $count } Bedingungen erfüllt
}
licence-overcome = An ihre Stelle kann treten: { $names }
licence-authorisations = { $count ->
    [0] Allgemeingenehmigungen und Ausnahmen
    [one] Was an die Stelle einer Einzelgenehmigung treten kann
   *[other] { $count } Möglichkeiten anstelle einer Einzelgenehmigung
}
licence-authorisations-none = Nach Ihren Antworten ist keine der betrachteten nutzbar. Beantragen Sie eine Einzelgenehmigung.
licence-state-open = Kommt infrage, wenn Sie erfüllen:
licence-state-not-asked = Für einen Sonderfall. Sie zählt, sobald Sie bestätigen, dass Ihrer einer ist.
licence-state-scope-open = Sie zählt, sobald feststeht, dass sie für diesen Fall gemacht ist.
licence-state-ruled-out = Scheidet aus
licence-state-conditions-met = Nach Ihren Antworten sind alle aufgeführten Bedingungen erfüllt. Sie kommt infrage; lesen Sie vor der Nutzung ihren Text und beachten Sie die Pflichten unten.
licence-state-other = { $code }
licence-for = Für:
licence-leaves = Ersetzt nicht: { $measures }
licence-conditions-open = { $open ->
    [0] alle { $total } Bedingungen erfüllt
    [one] eine von { $total } Bedingungen offen
   *[other] { $open } von { $total } Bedingungen offen
}
licence-shared = Beschränkungen, die für mehrere hiervon gelten
licence-shared-by = Für { $names }
licence-special = { $count ->
    [one] Eine weitere, für einen Sonderfall oder noch offen
   *[other] { $count } weitere, für Sonderfälle oder noch offen
}
licence-scope-undecided = noch offen, ob sie für diesen Fall gemacht ist
licence-special-text = Reparaturen, Ausstellungen, Ersatzteile, Gepäck und Ähnliches. Keine davon zählt im Ergebnis, bevor Ihre Antworten zeigen, dass sie für Ihren Fall gemacht ist.
licence-authorisations-special = Nach Ihren Antworten passt derzeit keine. Ist Ihrer einer der Sonderfälle unten, bestätigen Sie ihn; sonst beantragen Sie eine Einzelgenehmigung.
licence-shared-text = Einmal beantwortet, gelten sie für { $names }.
licence-and-shared = { $count ->
    [one] Dazu eine Beschränkung, die für mehrere gilt, siehe unten.
   *[other] Dazu { $count } Beschränkungen, die für mehrere gelten, siehe unten.
}
licence-duties-with = Wenn Sie { $name } nutzen, müssen Sie:
licence-ruled-out = { $count ->
    [one] Eine scheidet aus
   *[other] { $count } scheiden aus
}
licence-duties = Was Sie außerdem tun müssen
licence-prompts = Auch hier fragen oder nachsehen
licence-perhaps = kann zutreffen
licence-not-run = Prüfungen, die Ihre Antworten brauchen
licence-check-open = nicht durchgeführt: { $answered } von { $total } beantwortet
licence-check-run = beantwortet
licence-others = Nummern in Listen anderer Länder
licence-others-hint = Nur Nummern, kein Ergebnis: Grenzwerte, Bestimmungsländer und Genehmigungen dieser Länder wurden nicht betrachtet.
licence-limits-not-run = { $name }, nicht durchgeführt: { $checks }.
licence-limits-others = Das Recht anderer Länder, nationale Listen und nationale Embargos, auch die des Bestimmungslands und der Durchfuhrländer.
licence-limits-parties = Die Beteiligten selbst: Ob Käufer, Endverwender oder Bank auf einer Sanktionsliste stehen, wurde hier nicht gesucht.
licence-limits-text = Die Regeln sind mit eigenen Worten wiedergegeben. Maßgeblich ist der amtliche Text.
licence-notice-catch-all = Catch-all: Auch ein nicht gelistetes Gut kann wegen seiner Verwendung eine Genehmigung brauchen. Wissen oder vermuten Sie eine Verwendung für Massenvernichtungswaffen, eine militärische Verwendung in einem Embargoland oder eine Überwachung, oder wurden Sie darauf hingewiesen, fragen Sie die Behörde, bevor es hinausgeht.
licence-notice-sanctions = Sanktionen: Embargos haben eigene Güterlisten und Personenlisten und ändern sich oft. Sie gelten neben den hier betrachteten Regeln.
licence-notice-authority = Zuständige Behörde: in der EU die des Mitgliedstaats, in dem der Ausführer niedergelassen ist, in Deutschland das BAFA; in den USA BIS, für Sanktionen OFAC. Sie gibt verbindlich Auskunft.
licence-notice-responsibility = Für die Prüfung und die Entscheidung ist der Ausführer verantwortlich. Dieses Ergebnis unterstützt beides und ersetzt keine Entscheidung einer Behörde.
licence-notice-other = { $code }
licence-reason-label = { $code }, Grund { $reason }
licence-reason-question = { $code } wird aus dem Grund { $reason } nur zum Teil kontrolliert. Trifft diese Zeile auf Ihr Gut zu?
licence-fact-destination = Bestimmungsland
licence-fact-exporter = Geht ab in
licence-fact-origin = Hergestellt in
licence-fact-end-user-country = Land des Endverwenders
licence-fact-party-countries = Länder der anderen Beteiligten
licence-fact-other = { $code }
licence-fact-is = { $fact }: { $value }
licence-fact-reason = Kontrolliert wegen { $reason }
licence-fact-item-listed = Gut ist gelistet
licence-chart-column = in der Ländertabelle (Country Chart) in Spalte { $column } markierte Länder
licence-chart-note = Länder mit Fußnote { $number } der Ländertabelle (Country Chart)
licence-chart-embargo = Länder, für die die Ländertabelle (Country Chart) auf Embargos verweist
licence-fact-exception-limit = Wertgrenze von { $name } für diesen Eintrag
licence-fact-exception-listed = Der Eintrag führt { $name } auf

## Item: coverage and official wording
coverage-title = Abdeckung
coverage-lead = Wie viel jeder Liste diese Regeln auswerten können, Absatz für Absatz.
coverage-version = Fassung { $version }, { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
coverage-modelled = Bewertet
coverage-described = Nur beschrieben
coverage-absent = Nicht enthalten
coverage-leaves = Absätze
coverage-share = Anteil
coverage-entry = Eintrag
coverage-meaning = Ein Gut wird nur mit dem verglichen, was bewertet ist. Zu allem anderen gibt diese Seite keine Antwort, und ein leeres Ergebnis sagt darüber nichts.
coverage-list = Liste
coverage-all-lists = Alle Listen
coverage-category = Kategorie
coverage-all-categories = Alle Kategorien
coverage-entries = { $list }: { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
wording-title = Amtlicher Wortlaut der Güterlisten
wording-text = Mit einer Datei aus den amtlichen Texten zeigt das Ergebnis deren Wortlaut neben unseren Kriterien. Sie bleibt auf diesem Gerät.
wording-open = Geöffnet: { $file }
wording-none = Es ist kein amtlicher Wortlaut geöffnet.
wording-step-compile = Stellen Sie die Datei aus den amtlichen Texten her:
wording-label = Datei mit amtlichem Wortlaut öffnen
wording-forget = Amtlichen Wortlaut schließen

## Failures, by code
failure-pack-too-short = Die Datei ist zu kurz; vielleicht wurde der Abruf unterbrochen.
failure-pack-not-a-pack = Das ist keine Datei dieses Werkzeugs.
failure-pack-version-newer = Die Datei ist für eine neuere Fassung dieser Seite gemacht. Laden Sie die Seite neu.
failure-pack-kind = Die Datei gehört zu diesem Werkzeug, ist aber von anderer Art, als hier geöffnet wird.
failure-pack-too-large = Die Datei ist größer, als diese Seite öffnen kann.
failure-pack-checksum = Die Datei ist beschädigt: Ihr Inhalt passt nicht zu ihrer Prüfsumme. Holen Sie sie erneut.
failure-pack-manifest = Das Inhaltsverzeichnis der Datei ist beschädigt. Holen Sie sie erneut.
failure-pack-section = Ein Teil der Datei ist beschädigt. Holen Sie sie erneut.
failure-pack-signature-missing = Die Datei ist nicht signiert, eine Signatur ist aber vorgeschrieben.
failure-pack-signature-wrong = Die Signatur der Datei passt nicht. Verwenden Sie die Datei nicht; holen Sie sie erneut bei ihrer Quelle.
failure-pack-self-test = Die Listendatei besteht ihre eigenen Probesuchen nicht. Holen oder erstellen Sie sie erneut.
failure-no-pack = Es ist keine Liste geöffnet, daher kann nichts gesucht werden.
failure-bad-request = Die Suche hat eine Angabe nicht verstanden. Prüfen Sie das Datum und die übrigen Angaben.
failure-no-rules = Die Regeln für Güter sind nicht geöffnet. Laden Sie die Seite neu.
failure-no-family = Diese Regeln kennen diese Güterart nicht mehr. Wählen Sie sie neu.
failure-no-list = Diese Regeln enthalten diese Liste nicht.
failure-no-language = Diese Regeln haben keine Texte in dieser Sprache.
failure-no-text = Es ist kein amtlicher Wortlaut geöffnet.
failure-engine-crashed = Die Suche ist unerwartet abgebrochen.
failure-engine-timeout = Die Suche dauerte zu lange und wurde abgebrochen.
failure-engine-failed = Die Suche ist nicht gestartet. Laden Sie die Seite neu.
failure-other = Grund: { $code }.

## May it go there: bill of materials
licence-tab-bom = Stückliste
bom-title = Stückliste eines Produkts, das nicht aus den USA stammt
bom-lead = Ein im Ausland hergestelltes Produkt fällt unter US-Exportrecht, wenn ein zu großer Teil seines Werts aus US-Teilen besteht, die für dieses Bestimmungsland eine US-Genehmigung bräuchten. Lesen Sie die Stückliste ein, um den Anteil zu berechnen.
bom-columns-wanted = Ein Teil je Zeile: Teil, Ursprungsland, ECCN, Wert und Menge. Die Spalten werden zur Korrektur angezeigt, bevor gezählt wird.
bom-file-hint = CSV, TSV oder Excel (.xlsx), ein Teil je Zeile
bom-paste-hint = Aus einer Tabelle, Zellen durch Komma, Semikolon oder Tabulator getrennt
bom-private = Die Liste wird auf diesem Gerät gelesen. Es wird nichts gesendet oder gespeichert; mit dem Schließen der Seite ist sie weg.
bom-field-part = Teil
bom-field-origin = Ursprungsland
bom-field-code = ECCN
bom-field-value = Wert je Stück
bom-field-total = Wert der Zeile
bom-field-quantity = Menge
bom-field-row = Zeile
bom-field-other = { $code }
bom-value-and-total = Gezählt wird Wert je Stück mal Menge; wo der Stückwert fehlt, der Wert der Zeile.
bom-style = Schreibweise der Zahlen
bom-style-hint = Was in einer Excel-Datei als Zahl steht, wird unverändert gelesen.
bom-style-unclear = Wie sie dastehen; Mehrdeutiges wird gemeldet
bom-style-comma = 1.234,56 (Dezimalkomma)
bom-style-point = 1,234.56 (Dezimalpunkt)
bom-style-other = { $code }
bom-currency-hint = Alle Werte und der Preis des Produkts müssen in einer Währung angegeben sein; umgerechnet wird nichts.
bom-needed-origin = Wählen Sie die Spalte mit dem Ursprungsland.
bom-needed-value = Wählen Sie die Spalte mit dem Wert je Stück oder der Zeile.
bom-needed-other = { $code }
bom-run = { $count ->
    [one] Eine Zeile auswerten
   *[other] { $count } Zeilen auswerten
}
bom-product-title = Das Produkt
bom-source = { $count ->
    [one] Aus { $file }, eine Zeile.
   *[other] Aus { $file }, { $count } Zeilen.
}
bom-pasted-name = eingefügten Zeilen
bom-to-columns = Spalten ändern
bom-product-value = Preis des Produkts
bom-product-value-hint = Marktpreis dort, wo es verkauft wird, in der Währung der Liste
bom-product-value-hint-in = Marktpreis dort, wo es verkauft wird, in { $currency } wie in der Liste
bom-change-destination = Im Fall ändern
bom-facts = Zum fertigen Produkt
bom-facts-hint = In manchen Produkten zählen bestimmte US-Teile ab dem ersten Cent
bom-working = Die Zeilen werden ausgewertet …
bom-result-title = US-Anteil für { $destination }
bom-verdict-over = Über der Grenze: Durch seinen US-Anteil fällt das Produkt für dieses Bestimmungsland unter US-Exportrecht.
bom-verdict-bypass = Ein US-Teil zählt in jeder Menge: Es unterwirft das ganze Produkt für dieses Bestimmungsland dem US-Exportrecht.
bom-verdict-not-over = Nach den Angaben der Liste nicht über der Grenze. US-Recht kann das Produkt auch auf anderen Wegen erfassen; siehe unten.
bom-verdict-undecided = Noch nicht entscheidbar:
bom-open-product = Der Preis des Produkts fehlt oder ist nicht lesbar.
bom-open-value = { $count ->
    [one] Zeile { $lines } hat keinen lesbaren Wert.
   *[other] Die Zeilen { $lines } haben keinen lesbaren Wert.
}
bom-open-code = { $count ->
    [one] Zeile { $lines }: Ursprung oder ECCN ist nicht bekannt. Das Teil könnte in jeder Menge zählen.
   *[other] Zeilen { $lines }: Ursprung oder ECCN ist nicht bekannt. Diese Teile könnten in jeder Menge zählen.
}
bom-open-undecided = { $count ->
    [one] Zeile { $lines }: Es ist offen, ob das Teil eine Genehmigung bräuchte. Öffnen Sie die Zeile, um zu sehen, was fehlt.
   *[other] Zeilen { $lines }: Es ist offen, ob die Teile eine Genehmigung bräuchten. Öffnen Sie eine Zeile, um zu sehen, was fehlt.
}
bom-open-special = { $count ->
    [one] Zeile { $lines }: Das Teil zählt möglicherweise in jeder Menge; das hängt vom fertigen Produkt oder vom Teil ab.
   *[other] Zeilen { $lines }: Die Teile zählen möglicherweise in jeder Menge; das hängt vom fertigen Produkt oder vom Teil ab.
}
bom-share = Gelisteter US-Anteil
bom-share-max = Wenn jede offene Zeile zählte
bom-limit = Grenze
bom-percent = { $value } %
bom-not-yet = offen
bom-worked-out = { $controlled } von { $product }
bom-no-limit = Für dieses Bestimmungsland enthalten diese Regeln keine Grenze; der Anteil entscheidet daher nichts.
bom-sum-above = Die Zeilen ergeben zusammen { $sum }, mehr als der Preis des Produkts. Prüfen Sie Preis, Mengen und Währung.
bom-bypass-title = Zählt in jeder Menge (Grenze 0 %)
bom-bypass-open = { $count ->
    [one] Eine Regel, nach der ein Teil in jeder Menge zählen kann
   *[other] { $count } Regeln, nach denen ein Teil in jeder Menge zählen kann
}
bom-bypass-open-hint = Die meisten klärt die Frage oben, was das fertige Produkt ist.
bom-bypass-lines = { $count ->
    [one] Zeile { $lines }.
   *[other] Zeilen { $lines }.
}
bom-lines-more = { $lines } und { $count } weitere
bom-left = { $count ->
    [one] Von Ihnen weggelassen, eine Zeile: { $lines }.
   *[other] Von Ihnen weggelassen, { $count } Zeilen: { $lines }.
}
bom-take = { $share } ins Ergebnis übernehmen
bom-take-range = { $low } bis { $high } ins Ergebnis übernehmen
bom-take-hint = Das Ergebnis rechnet dann mit diesem Anteil. Nach Teilen, die in jeder Menge zählen, wird dort gesondert gefragt.
bom-take-not-yet = Der Anteil lässt sich übernehmen, sobald der Preis und die Werte aller Zeilen lesbar sind.
bom-taken = Der Anteil steht im Ergebnis, für { $destination }. Er wird zurückgenommen, wenn sich Bestimmungsland, Datum oder Zeilen ändern.
bom-to-result = Zum Ergebnis
bom-problems = { $count ->
    [one] In einer Zeile ist etwas nicht lesbar
   *[other] In { $count } Zeilen ist etwas nicht lesbar
}
bom-line = Zeile { $line }
bom-lines-title = Die Zeilen
bom-lines-hint = Öffnen Sie eine Zeile, um die Codes anderer Listen zu sehen, sie zu korrigieren oder wegzulassen.
bom-only-count = { $name } ({ $count })
bom-only-all = Alle Zeilen
bom-only-yes = Zählt
bom-only-no = Zählt nicht
bom-only-undecided = Offen
bom-only-problem = Nicht vollständig lesbar
bom-only-other = { $code }
bom-column-line = Zeile
bom-column-counts = Zählt?
bom-column-why = Warum
bom-none-shown = Keine solche Zeile.
bom-mended = hier korrigiert
bom-counts-yes = Zählt
bom-counts-no = Zählt nicht
bom-counts-undecided = Offen
bom-counts-other = { $code }
bom-counts-left = Von Ihnen weggelassen
bom-any-met = in jeder Menge
bom-any-unknown = vielleicht in jeder Menge
bom-counts-as = zählt als { $country }
bom-why-foreign = Nicht aus den USA
bom-why-none = Für dieses Teil allein keine Genehmigungspflicht ermittelt bei den durchgeführten Prüfungen
bom-why-none-stated = Nach Ihrer Angabe gilt kein Eintrag; keine Genehmigungspflicht ermittelt bei den durchgeführten Prüfungen
bom-why-origin = Das Ursprungsland ist nicht bekannt
bom-why-code = Die ECCN ist nicht bekannt
bom-why-open = Hängt ab von:
bom-why-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
bom-note-code-several = { $given }: Geben Sie je Zeile einen Code an
bom-note-currency = { $given }: nicht in der Währung der anderen Zeilen
bom-note-quantity-none = Die Menge fehlt; gezählt wird ein Stück
bom-note-other = { $given }
bom-problem-not-a-number = „{ $given }“ ist keine Zahl
bom-problem-no-value = Der Wert fehlt
bom-problem-no-quantity = Die Menge fehlt
bom-problem-ambiguous = „{ $given }“ lässt sich auf zwei Arten lesen; geben Sie die Schreibweise der Zahlen an oder korrigieren Sie den Wert
bom-problem-too-large = „{ $given }“ hat zu viele Stellen
bom-problem-negative = „{ $given }“: Ein Wert unter null kann nicht gezählt werden
bom-problem-origin-missing = Die Angabe fehlt
bom-problem-origin-unknown = „{ $given }“ ist hier als Land nicht bekannt; schreiben Sie den Namen oder das zweistellige Kürzel
bom-problem-code-unknown = „{ $given }“ ist kein Absatz der US-Liste; geben Sie ihn mit Punkten an, etwa 3A001.b.2, oder „none“
bom-problem-zero = Er muss über null liegen
bom-problem-other = { $given }
bom-missing = Um diese Zeile zu entscheiden, brauchen die Regeln zu diesem Teil:
bom-missing-hint = Fragen Sie den Hersteller, geben Sie den Code mit Absatz an oder prüfen Sie das Teil für sich unter „Gut prüfen“.
bom-codes-title = Codes anderer Listen
bom-list-eu = EU
bom-list-uk = Vereinigtes Königreich
bom-list-jp = Japan
bom-list-cn = China
bom-list-other = { $code }
bom-same-code = trägt denselben Code; vergleichen Sie den Wortlaut, er kann abweichen
bom-codes-hint = Nur Codes, kein Ergebnis: Diese Listen wurden für dieses Teil nicht ausgewertet.
bom-mend-title = Diese Zeile korrigieren
bom-mend-hint = Nur auf dieser Seite; Ihre Datei bleibt unverändert. ECCN: „none“, wenn Sie geprüft haben, dass kein Eintrag gilt.
bom-mend-submit = Übernehmen
bom-leave-out = Diese Zeile weglassen
bom-take-in = Wieder mitzählen
bom-limits-other-ways = Andere Wege, auf denen US-Recht ein Produkt erfasst: in den USA hergestellt, aus den oder durch die USA versandt, mit US-Technologie oder auf US-Anlagen gefertigt. Danach fragt das Ergebnis.
bom-limits-codes = Ursprung und ECCN werden wie angegeben übernommen. Fragen Sie die Hersteller schriftlich; sie kennen beides.
bom-limits-values = Werte werden wie angegeben übernommen: Marktpreis jedes Teils dort, wo das Produkt hergestellt wird.
bom-limits-technology = Software wird zur Hardware gezählt, mit der sie kommt. Bei Technologie ist vor Anwendung des Anteils eine Meldung an das BIS fällig.

# Lieferhistorie
history-title = Lieferhistorie
history-lead = Vergleichen Sie eine Liste Ihrer Lieferungen mit dem, worauf Exporteure nach den Hinweisen der Behörden achten sollen: ungewöhnliche Wege, Sprünge bei Größe oder Preis, neue Kunden, Verkäufe, die sich nach einer Kontrolle verlagern.
history-input-title = Ihre Lieferungen
history-wanted = Eine Lieferung je Zeile: Datum, Kunde, Bestimmungsland; soweit vorhanden Zolltarifnummer, Land auf dem Weg, Wert, Eigenmasse, Stückzahl und Gründungsdatum des Kunden. Nehmen Sie geplante Lieferungen mit auf.
history-file-hint = CSV, TSV oder Excel (.xlsx), eine Lieferung je Zeile, bis 64 MB
history-private = Nichts verlässt diese Seite: Die Liste wird auf diesem Gerät gelesen und verglichen und ist weg, sobald Sie die Seite schließen.
history-field-date = Datum
history-field-customer = Kunde
history-field-destination = Bestimmungsland
history-field-via = Land auf dem Weg
history-field-hs = Zolltarifnummer (HS)
history-field-item = Artikel (wird nicht verglichen)
history-field-value = Wert der Lieferung
history-field-currency = Währung
history-field-mass = Eigenmasse
history-field-quantity = Stückzahl
history-field-registered = Gründung des Kunden
history-field-exporter = Land, aus dem Sie liefern
history-field-place = Lage eines Landes
history-field-other = { $code }
history-order = Schreibweise der Daten
history-order-hint = Zählt nur bei Daten wie 03/04/2025
history-order-unclear = Wie sie dastehen; melden, was zweierlei heißen kann
history-order-day-first = Tag zuerst (31/12/2025)
history-order-month-first = Monat zuerst (12/31/2025)
history-order-other = { $code }
history-unit = Einheit der Masse
history-unit-hint = Für Massen, die ohne Einheit dastehen
history-unit-none = Nicht bekannt; nicht vergleichen
history-exporter = Sie liefern aus
history-exporter-hint = Um Wege zu erkennen, die viel länger sind als der direkte
history-exporter-none = Keine Angabe; Wege nicht vergleichen
history-currency-hint = Werte in verschiedenen Währungen werden nicht miteinander verglichen; umgerechnet wird nichts.
history-needed-date = Wählen Sie die Spalte mit dem Datum.
history-needed-subject = Wählen Sie die Spalte mit dem Kunden oder dem Bestimmungsland.
history-needed-other = { $code }
history-run = { $count ->
    [one] Eine Lieferung vergleichen
   *[other] { $count } Lieferungen vergleichen
}
history-working = Die Lieferungen werden verglichen …
history-result-title = Muster in { $file }
history-found = { $count ->
    [one] Ein Muster in { $rows } Zeilen, das Sie ansehen sollten.
   *[other] { $count } Muster in { $rows } Zeilen, die Sie ansehen sollten.
}
history-none = Kein Muster von diesen Prüfungen gefunden in { $rows } Zeilen.
history-sign-only = Ein Muster ist ein Grund nachzufragen, kein Beweis; dass keines gefunden wird, sagt nichts über eine Lieferung. Was nicht beurteilt werden konnte, steht unten.
history-span = { $first } bis { $last }; { $used } von { $rows } Zeilen verwendet.
history-kind-new-route = Weg
history-kind-volume = Größe
history-kind-new-customer = Neue oder neu ausgerichtete Kunden
history-kind-price-per-kg = Preis je Kilogramm
history-kind-shift-after-control = Verlagerung nach einer Kontrolle
history-kind-other = { $code }
history-show-all = Alle { $count } zeigen
history-subject-via = über { $via }
history-subject-hs = HS { $hs }
history-no-way = keines angegeben
history-nobody = ein nicht genannter Kunde
history-amount = { $amount } { $unit }
history-unit-shipments = Lieferungen
history-unit-pieces = Stück
history-unit-per-kg = je Kilogramm
history-row = Zeile
history-when = Wann
history-series = Was
history-yes = ja
history-quarter = Q{ $quarter } { $year }
history-lines = { $count ->
    [one] Zeile { $lines } Ihrer Liste
   *[other] Zeilen { $lines } Ihrer Liste
}
history-lines-more = Zeilen { $lines } und { $count } weitere Ihrer Liste
history-explain-route-through = { $count ->
    [one] Eine Lieferung nach { $destination } ist über { $via } verzeichnet, am { $date }.
   *[other] { $count } Lieferungen nach { $destination } sind über { $via } verzeichnet, die erste am { $date }.
}
history-explain-route-new = { $count ->
    [one] Am { $date } ging eine Lieferung über { $via }.
   *[other] Seit dem { $date } gingen { $count } Lieferungen über { $via }.
} Von den { $earlier } früheren { $basis ->
    [customer] an diesen Kunden dort
   *[other] nach { $destination }
} ging keine diesen Weg; am häufigsten war das Land auf dem Weg: { $usual } ({ $usual_count }-mal).
history-explain-route-detour = Von { $from } über { $via } nach { $destination } ist es etwa { $percent } % ({ $km } km) weiter als direkt, nach den Mittelpunkten der Länder. { $count ->
    [one] Eine Lieferung ist
   *[other] { $count } Lieferungen sind
} so verzeichnet.
history-explain-volume-own = Am { $date } erhielt dieser Kunde { $value } von HS { $hs } in einer Lieferung: das { $times }-Fache des Medians von { $median } aus { $earlier } früheren; bis { $limit } wäre noch üblich gewesen.
history-explain-volume-goods = Am { $date } erhielt dieser Kunde { $value } von HS { $hs } in einer Lieferung: das { $times }-Fache des Medians von { $median } aus { $earlier } früheren Lieferungen an alle Kunden; bis { $limit } wäre noch üblich gewesen.
history-explain-customer-first-large = Die erste Lieferung an diesen Kunden, am { $date }, war { $value } von HS { $hs }: das { $times }-Fache des Medians von { $median } aus { $earlier } früheren Lieferungen an andere.
history-explain-customer-first-listed = Die erste Lieferung an diesen Kunden, am { $date }, war HS { $hs }; der Code steht auf dieser Liste: { $list }.
history-explain-customer-formed = Als Gründung des Kunden ist der { $registered } angegeben, nach der Kontrolle vom { $control_date }; die erste Lieferung dieser Art war am { $date }.
history-explain-customer-turned = Vor dem { $control_date } erhielt dieser Kunde { $before } Lieferungen, keine davon auf einer solchen Liste. Am { $date } kam die erste mit HS { $hs }; der Code steht auf dieser Liste: { $list }.
history-explain-price-high = Am { $date } lag der Preis bei { $value }: das { $times }-Fache des Medians von { $median } aus { $samples } Lieferungen von HS { $hs }; bis { $limit } wäre noch üblich gewesen.
history-explain-price-low = Am { $date } lag der Preis bei { $value }; der Median von { $median } aus { $samples } Lieferungen von HS { $hs } ist { $times }-mal so hoch. Bis hinab zu { $limit } wäre noch üblich gewesen.
history-explain-shift-destination = Die Verkäufe von HS { $hs } nach { $destination } kamen im stärksten Jahr nach dem { $control_date } auf { $after } ({ $date } bis { $until }), an { $customers ->
    [one] einen Kunden
   *[other] { $customers } Kunden
}; im stärksten Jahr davor waren es { $before }.
history-explain-shift-customer = Dieser Kunde kaufte im stärksten Jahr nach dem { $control_date } { $after } von HS { $hs } ({ $date } bis { $until }); im stärksten Jahr davor waren es { $before }.
history-explain-other = { $code }
history-stopped = Die Verkäufe derselben Güter nach Russland, Belarus oder in die besetzten Gebiete fielen von { $before } auf { $after } im Jahr.
history-scaled = Vor der Kontrolle reicht die Liste nur { $days } Tage zurück; deren Summe wurde auf ein Jahr hochgerechnet.
history-question = Fragen Sie:
history-control = { $name }, ab { $date }:
history-plot-ways = Länder auf dem Weg, nach Zahl der Lieferungen
history-plot-sizes = Größe jeder Lieferung im Lauf der Zeit
history-plot-prices = Preis je Kilogramm jeder Lieferung im Lauf der Zeit
history-plot-orders = Lieferungen an diesen Kunden je Quartal
history-plot-shift = Verkäufe je Quartal
history-plot-other = { $code }
history-plot-desc = { $count } Werte in { $unit }, davon { $marked } hervorgehoben. Die Tabelle darunter enthält alle.
history-plot-table = Werte als Tabelle
history-plot-unit = In { $unit }
history-plot-median = Median { $value }
history-plot-limit = Üblich bis { $value }
history-plot-limits = Üblich von { $low } bis { $high }
history-plot-mark = Kontrolle vom { $date }
history-plot-thinned = { $shown } von { $total } Lieferungen sind gezeichnet; jede hervorgehobene ist dabei.
history-legend-anomaly = Hier betrachtet
history-legend-others = Andere Lieferungen
history-series-main = In dieses Ziel oder an diesen Kunden
history-series-targets = Nach Russland, Belarus und in die besetzten Gebiete
history-series-listed = Vorrangige Güter
history-series-rest = Andere Güter
history-series-other = { $code }
history-no-case = Um das in einem Fall festzuhalten,
history-to-cases = öffnen Sie einen.
history-case-untitled = ohne Titel
history-tick = Dieses Anzeichen im Fall „{ $title }“ ankreuzen
history-tick-hint = Nur wenn es Kunden, Güter oder Weg dieses Falls betrifft.
history-ticked = Im Fall „{ $title }“ angekreuzt.
history-to-signs = Zu den Anzeichen des Falls
history-checks-title = Was beurteilt werden konnte und was nicht
history-checks-hint = Zu wenige Zeilen für ein Urteil sind weder ein gutes noch ein schlechtes Zeichen.
history-judged-shipments = { $count ->
    [0] Keine Lieferung beurteilt.
    [one] Eine Lieferung beurteilt.
   *[other] { $count } Lieferungen beurteilt.
}
history-judged-customers = { $count ->
    [0] Kein Kunde, der in der Zeit, über die die Liste Auskunft gibt, zum ersten Mal vorkommt.
    [one] Ein neuer Kunde beurteilt.
   *[other] { $count } neue Kunden beurteilt.
}
history-judged-sales = { $count ->
    [0] Keine Verkäufe vor und nach einer Kontrolle zu vergleichen.
    [one] Verkäufe in ein Ziel oder an einen Kunden verglichen.
   *[other] Verkäufe in { $count } Ziele oder an { $count } Kunden verglichen.
}
history-judged-other = { $code }: { $count }
history-too-few-new-route = Zu wenige Zeilen für ein Urteil: { $count } (nötig sind mindestens { $needs } frühere Lieferungen an denselben Kunden im selben Land).
history-too-few-volume = Zu wenige Zeilen für ein Urteil: { $count } (nötig sind mindestens { $needs } frühere Lieferungen derselben Güter).
history-too-few-new-customer = { $count ->
    [one] Ein Kunde erscheint
   *[other] { $count } Kunden erscheinen
} in den ersten { $needs } Tagen der Liste: Ob neu, ist nicht bekannt.
history-too-few-price-per-kg = Zu wenige Zeilen für ein Urteil: { $count } (nötig sind mindestens { $needs } Preise derselben Güter in derselben Währung).
history-too-few-shift-after-control = Zu kurz für ein Urteil: { $count } (die Liste muss mindestens { $needs } Tage vor der Kontrolle beginnen).
history-too-few-other = { $code }: { $count } ({ $needs })
history-not-given = { $count ->
    [one] In einer Zeile fehlt Nötiges.
   *[other] In { $count } Zeilen fehlt Nötiges.
}
history-lacking = Zumindest teilweise nicht angegeben: { $fields }.
history-problems = { $count ->
    [one] Eine Angabe war nicht lesbar
   *[other] { $count } Angaben waren nicht lesbar
}
history-problems-more = und { $count } weitere
history-problem-missing = nicht angegeben
history-problem-column-missing = in keiner Zeile angegeben
history-problem-date = „{ $given }“ ist kein vollständiges Datum; schreiben Sie es wie 2025-03-01, oder geben Sie die Schreibweise an
history-problem-date-future = „{ $given }“ liegt mehr als ein Jahr in der Zukunft; prüfen Sie das Jahr
history-problem-hs = „{ $given }“ ist keine Zolltarifnummer; nötig sind mindestens vier Ziffern
history-problem-country = „{ $given }“ ist kein bekanntes Land; schreiben Sie den Namen oder den Code aus zwei Buchstaben
history-problem-currency = „{ $given }“ ist kein Währungscode wie EUR
history-problem-ambiguous = „{ $given }“ kann zweierlei heißen; geben Sie die Schreibweise der Zahlen an
history-problem-number = „{ $given }“ ist keine Zahl
history-problem-too-large = „{ $given }“ hat zu viele Ziffern
history-problem-not-positive = „{ $given }“ ist null oder negativ; Gutschriften und Rücksendungen werden nicht verglichen
history-problem-unit = „{ $given }“ hat keine bekannte Einheit; wählen Sie eine oder schreiben Sie kg, g, t oder lb
history-problem-other = { $code }: { $given }
history-made = Verglichen am { $date } mit den Historienregeln vom { $version }

## Weltkarte
map-title = { $item }: alle Bestimmungsländer
map-name = Weltkarte: Liste der Bestimmungsländer
map-needs-title = Worum geht es?
map-needs-text = Sobald oben im Fall ein Gut steht, wird jedes Bestimmungsland danach eingefärbt, was diese Regeln dazu sagen. Ein Bestimmungsland brauchen Sie nicht zu wählen.
map-working = Alle Bestimmungsländer werden ausgewertet …
map-look = Farbe nach
map-look-stricter = Das Strengere von beiden
map-look-differ = Wo sie sich unterscheiden
map-view = Anzeigen als
map-view-map = Karte
map-view-table = Tabelle
map-view-other = { $code }
map-section = Teil der Welt
map-section-world = Ganze Welt
map-section-europe = Europa
map-section-asia-west = Naher Osten und Zentralasien
map-section-asia-east = Süd- und Ostasien
map-section-africa = Afrika
map-section-america-north = Nord- und Mittelamerika
map-section-america-south = Südamerika und Karibik
map-section-oceania = Australien und Ozeanien
map-section-other = { $code }
map-help = Klicken oder tippen Sie auf einen Ort oder gehen Sie mit den Pfeiltasten von Ort zu Ort; wenn Sie einen Namen eintippen, springt die Auswahl dorthin. Die Eingabetaste öffnet das Ergebnis.
map-place = Ort
map-place-none = Ort wählen
map-detail-empty = Zeigen Sie auf einen Ort oder wählen Sie ihn hier aus: Sie sehen, was ermittelt wurde und welche Vorschrift entscheidet.
map-open = Ergebnis für { $name } ansehen
map-outcome-prohibited = Verboten
map-outcome-sanctions-review = Zuerst Sanktionen prüfen
map-outcome-licence-required = Eine Genehmigung ist erforderlich
map-outcome-notify-authority = Zuerst ist die Behörde zu unterrichten
map-outcome-authorisation-possible = Eine Genehmigung ist erforderlich, wenn keine Allgemeingenehmigung oder Ausnahme an ihre Stelle tritt
map-outcome-undecided = Noch nicht zu entscheiden
map-outcome-none-identified = Keine Genehmigungspflicht ermittelt bei den durchgeführten Prüfungen
map-outcome-not-in-scope = Diese Regeln gelten für den Fall nicht
map-outcome-other = { $code }
map-depends = Noch offen, unter anderem:
map-differ-stricter = { $name }: strenger
map-differ-open = Eines von beiden ist noch nicht zu entscheiden
map-differ-same = Beide kommen zum gleichen Ergebnis
map-said = { $name }: { $outcome }
map-legend = Ermittelt: { $name }
map-count = { $count ->
    [one] ein Ort
   *[other] { $total } Orte
}
map-authorisations = Kommt infrage, wenn Sie die Bedingungen erfüllen: { $names }
map-not-run = Prüfungen, die Antworten zum einzelnen Fall brauchen, zählen hier nur, soweit Sie diese unter „Ergebnis“ gegeben haben; sonst nicht durchgeführt: { $checks }.
map-end-user = Sie haben für den Endverwender kein anderes Land genannt, daher wird angenommen, dass er im Bestimmungsland sitzt.
map-shapes = Die Umrisse stammen von Natural Earth. Über Hoheitsrechte sagen sie nichts: Jedes Ergebnis folgt daraus, wie das Recht den Ort behandelt. Kleine Orte und Gebiete ohne Umriss sind als Kreise eingezeichnet; in der Tabelle stehen alle.
map-filter = Ort enthält
map-wanted = Nur
map-wanted-all = Alles, was ermittelt wurde
map-rows = { $count ->
    [one] ein Ort
   *[other] { $total } Orte
}
map-table = Alle Bestimmungsländer mit dem, was ermittelt wurde
map-column-place = Ort

## Assessment
assess-title = Beurteilung
assess-title-case = Beurteilung: { $title }
assess-no-case = Es ist kein Vorgang geöffnet. Öffnen Sie einen oder beginnen Sie einen neuen.
assess-start = Vorgang beginnen
assess-saved = Gespeicherte Vorgänge
assess-working = Der Vorgang wird ausgewertet …
assess-untitled = Vorgang ohne Bezeichnung
assess-change-case = Vorgang ändern
assess-lists-short = Listen
assess-said = Ergebnis: { $tier }
assess-contents = Auf dieser Seite
assess-tier-standard = Übliche Prüfung
assess-tier-enhanced = Vertiefte Prüfung
assess-tier-stop = Stopp
assess-tier-other = { $code }
assess-tier-text-standard = Nichts in den durchgeführten Prüfungen verlangt mehr als Ihre übliche Prüfung.
assess-tier-text-enhanced = Halten Sie die Lieferung an, bis die Punkte unten geklärt sind.
assess-tier-text-stop = Liefern Sie nicht und führen Sie den Auftrag nicht weiter, bis die Punkte unten geklärt sind, und zwar mit der Behörde, wo die Schritte es sagen.
assess-tier-text-other = { $code }
assess-tier-raised = { $count ->
    [one] Ein Punkt führt dazu.
   *[other] { $count } Punkte führen dazu.
}
assess-tier-open = { $count ->
    [one] Ein Punkt ist noch offen.
   *[other] { $count } Punkte sind noch offen.
}
assess-to-why = Welche das sind
assess-tier-machine = Ohne das, was hier von Menschen festgehalten wurde, wäre es: { $tier }.
assess-not-approval = Das ist keine Genehmigung. Es sagt anhand Ihrer eigenen Antworten, wie genau Sie hinsehen müssen.
assess-undecided = Noch nicht zu entscheiden
assess-rests = Beruht auf: { $title }
assess-hangs = Hängt ab von: { $title }
assess-why = Warum dieses Ergebnis
assess-band-summary = Ergebnis: { $tier }. { $stop ->
    [0] Unter „Stopp“ steht nichts,
    [one] Unter „Stopp“ steht ein Punkt,
   *[other] Unter „Stopp“ stehen { $stop } Punkte,
} { $enhanced ->
    [0] unter „Vertiefte Prüfung“ nichts.
    [one] unter „Vertiefte Prüfung“ einer.
   *[other] unter „Vertiefte Prüfung“ { $enhanced }.
} Die Tabelle darunter nennt sie.
assess-legend-tier = Ergebnis
assess-legend-machine = Ergebnis ohne das, was Menschen festgehalten haben
assess-legend-raised = Festgestellt
assess-legend-final = Festgestellt; nichts hier Geschriebenes erledigt es
assess-legend-open = Offen: nicht beantwortet oder nicht bekannt
assess-legend-settled = Festgestellt und von einem Menschen erledigt
assess-factors-found = Festgestellte Punkte
assess-factors-open = { $count ->
    [one] Ein offener Punkt
   *[other] { $count } offene Punkte
}
assess-factors-none = Kein Punkt hebt das Ergebnis an.
assess-factor-number = Nr.
assess-factor-what = Punkt
assess-factor-effect = Wirkung
assess-factor-raised = Festgestellt:
assess-factor-final = Festgestellt, bleibt:
assess-factor-open = Offen:
assess-factor-settled = Von einem Menschen erledigt
assess-factor-was = (sonst { $tier })
assess-open-questions = { $questions ->
    [one] eine Frage offen
   *[other] { $questions } Fragen offen
}{ $points ->
    [0] { "" }
    [one] ; ein Punkt hängt davon ab
   *[other] ; { $points } Punkte hängen davon ab
}
assess-open-facts = { $points ->
    [one] ein Punkt wartet auf Angaben
   *[other] { $points } Punkte warten auf Angaben
}
assess-other = { $count ->
    [one] Ein weiterer Punkt, der zählt
   *[other] { $count } weitere Punkte, die zählen
}
assess-also = Ebenso: { $title }.
assess-steps-later = { $count ->
    [one] Ein weiterer Schritt, falls sich ein offener Punkt so herausstellt
   *[other] { $count } weitere Schritte, falls sich offene Punkte so herausstellen
}
assess-step-open = { $count ->
    [one] Nur falls sich ein offener Punkt so herausstellt
   *[other] Nur falls sich einer von { $count } offenen Punkten so herausstellt
}
assess-change = Was es ändern würde
assess-change-hint = Was noch offen ist. Jedes davon kann einen Punkt erledigen, und jedes kann auch neue aufwerfen.
assess-change-none = Es ist nichts offen.
assess-change-answer = { $count ->
    [one] Beantworten
   *[other] Beantworten ({ $count })
}
assess-change-judge = { $count ->
    [one] Klären und festhalten, was Sie herausgefunden haben
   *[other] Klären und festhalten, was Sie herausgefunden haben ({ $count })
}
assess-change-decide = { $count ->
    [one] Entscheiden, ob es die gelistete Partei ist
   *[other] Entscheiden, ob es die gelisteten Parteien sind ({ $count })
}
assess-change-facts = { $count ->
    [one] Im Vorgang ergänzen, was fehlt
   *[other] Im Vorgang ergänzen, was fehlt ({ $count })
}
assess-change-lists = Listen laden, die alt sind oder fehlen
assess-change-final = { $count ->
    [one] Bleibt, was auch immer hier geschrieben wird
   *[other] Bleiben, was auch immer hier geschrieben wird ({ $count })
}
assess-subject-case = Der Vorgang
assess-subject-item = Gut
assess-subject-party = Partei ohne Namen
assess-subject-owner = Eigentümer ohne Namen
assess-subject-leg = Teil des Wegs
assess-title-of = { $title } ({ $subject })
assess-role-exporter = Ausführer
assess-role-buyer = Käufer
assess-role-intermediate-consignee = Zwischenempfänger
assess-role-consignee = Empfänger
assess-role-freight-forwarder = Spediteur
assess-role-broker = Vermittler
assess-role-bank = Bank
assess-role-agent = Vertreter
assess-role-end-user = Endverwender
assess-role-manufacturer = Hersteller
assess-role-owner = Eigentümer
assess-role-vessel = Schiff
assess-role-other = Sonstige
assess-leg-transit = Durchfuhr
assess-leg-transhipment = Umladung
assess-leg-destination = Bestimmungsort
assess-leg-other = { $code }
assess-leg-at = { $kind }: { $place }

## Assessment: red flags
assess-flags = { $count ->
    [0] Warnzeichen
    [one] Ein Warnzeichen
   *[other] { $count } Warnzeichen
}
assess-stops = { $count ->
    [one] Was den Vorgang stoppt
   *[other] { $count } Punkte, die den Vorgang stoppen
}
assess-flags-none = In Ihren Antworten und den Angaben des Vorgangs zeigt sich keines. Was nicht beantwortet ist, steht darunter.
assess-settled = { $count ->
    [one] Eines von einem Menschen erledigt
   *[other] { $count } von einem Menschen erledigt
}
assess-state-raised = Festgestellt
assess-state-open = Offen
assess-state-not-asked = Nicht gefragt
assess-state-resolved = Von einem Menschen erledigt
assess-state-trusted = Vertrauter Partner
assess-state-not-seen = Nicht gesehen
assess-state-other = { $code }
assess-found-facts = Aus den Angaben des Vorgangs festgestellt.
assess-found-answers = Aus Ihren Antworten festgestellt.
assess-raises = Führt zu: { $tier }.
assess-resolve = Fragen Sie:
assess-evidence = Was es klärt:
assess-steps-of = Nächste Schritte: { $steps }
assess-trusted = Durch Ihre bestehende Entscheidung über diesen Partner abgedeckt; die Feststellung bleibt festgehalten. Siehe
assess-final = Nichts hier Geschriebenes erledigt das. Dafür braucht es die Behörde oder andere Tatsachen.
assess-judge = Festhalten, was Sie herausgefunden haben
assess-judge-hint = Nur wenn die Frage oben eine belastbare Antwort hat. Die Feststellung bleibt neben Ihrem Text sichtbar, auch im Protokoll.
assess-judge-reason = Warum es geklärt ist
assess-judge-evidence = Nachweise
assess-judge-evidence-hint = Je Zeile einer: Dokument, Datum, von wem
assess-judge-by = Ihr Name
assess-judge-on = Datum
assess-judge-save = Festhalten
assess-judge-problem-reason = Schreiben Sie auf, warum es geklärt ist
assess-judge-problem-by = Schreiben Sie auf, wer das entschieden hat
assess-judge-problem-on = Geben Sie das Datum an
assess-judge-problem-storage = Der Browser hat das nicht gespeichert. In einem privaten Fenster verbietet er es womöglich.
assess-judge-problem-other = { $code }
assess-judged = { $by }, { $date }: geklärt, weil
assess-judged-nobody = Ohne Namen
assess-judged-evidence = Nachweise:
assess-judged-no-evidence = Kein Nachweis ist genannt.
assess-judged-machine = Was die Prüfung festgestellt hat, bleibt oben stehen.
assess-withdraw = Zurückziehen
assess-ask = { $count ->
    [0] Fragen
    [one] Eine Frage ist nicht beantwortet
   *[other] { $count } Fragen sind nicht beantwortet
}
assess-ask-short = Offene Fragen
assess-ask-hint = Antworten Sie hier oder in den Schritten des Vorgangs. „Weiß ich nicht“ ist eine Antwort und lässt offen, was davon abhängt.
assess-hanging = { $count ->
    [one] Was davon abhängt
   *[other] Die { $count } Punkte, die davon abhängen
}
assess-waiting = { $count ->
    [one] Ein Punkt wartet auf eine Angabe
   *[other] { $count } Punkte warten auf Angaben
}
assess-waiting-hint = Keine der Fragen oben klärt diese. Es fehlt eine Angabe im Vorgang, eine Liste, eine Entscheidung über einen Kandidaten oder eine Antwort, die für das Ergebnis nicht zählt.
assess-needs = nötig: { $facts }
assess-need-owners = Eigentümer und ihre Anteile
assess-need-party-controlled = wer sie kontrolliert
assess-need-party-address-listed = Anschrift
assess-need-party-address-given = Anschrift
assess-need-party-lists = Name oder Entscheidung über die Kandidaten
assess-need-party-candidate-lists = Name
assess-need-party-screening = Name oder Entscheidung über die Kandidaten
assess-need-party-age = Datum der Eintragung
assess-need-party-formed-after = Datum der Eintragung
assess-need-party-country = Land
assess-need-party-business-fits = Geschäftszweige
assess-need-leg-detour = Land
assess-need-leg-extra = Land
assess-need-other = { $code }
assess-go-lists = Listen laden oder aktualisieren
assess-go-parties = Über die Kandidaten entscheiden
assess-go-case = Im Vorgang ergänzen

## Assessment: what to do
assess-to-do = Was zu tun ist
assess-no-steps = Aus diesem Ergebnis folgt kein weiterer Schritt. Bewahren Sie das Protokoll beim Auftrag auf.
assess-step-who = Wer
assess-step-days = Dauert etwa
assess-step-authority = Behörde
assess-step-because = Wegen:
assess-and-more = { $count ->
    [one] und ein weiterer
   *[other] und { $count } weitere
}
assess-authority-eu = Die Exportkontrollbehörde des Landes, in dem der Ausführer niedergelassen ist
assess-authority-eu-de = BAFA (Bundesamt für Wirtschaft und Ausfuhrkontrolle), Eschborn; für Zahlungen und eingefrorene Vermögen die Deutsche Bundesbank
assess-authority-eu-at = Für Wirtschaft zuständiges Bundesministerium, Exportkontrolle, Wien
assess-authority-us-bis = BIS (Bureau of Industry and Security, US-Handelsministerium)
assess-authority-us-ofac = OFAC (Office of Foreign Assets Control, US-Finanzministerium)
assess-authority-other = { $code }
assess-shipment = { $count ->
    [0] Sie wollen am { $date } liefern: Das ist der Tag dieser Beurteilung.
    [one] Sie wollen am { $date } liefern: Es bleibt ein Tag.
   *[other] Sie wollen am { $date } liefern: Es bleiben { $count } Tage.
}
assess-shipment-short = Schon einer der Schritte kann { $days } Tage dauern. Planen Sie mit einem späteren Termin.
assess-shipment-past = Der geplante Liefertermin, { $date }, ist vorbei.
assess-duties = { $count ->
    [one] Eine Pflicht, die aus Ihren Antworten folgt
   *[other] { $count } Pflichten, die aus Ihren Antworten folgen
}
assess-duties-perhaps = { $count ->
    [one] Eine Pflicht, die folgen kann, sobald mehr bekannt ist
   *[other] { $count } Pflichten, die folgen können, sobald mehr bekannt ist
}
assess-prompts = { $count ->
    [one] Sehen Sie auch hier nach: ein Hinweis
   *[other] Sehen Sie auch hier nach: { $count } Hinweise
}
assess-clause = Vertragstext: { $title } ({ $languages })
assess-clause-lacking = Nicht vorhanden auf { $languages }. Lassen Sie ihn von jemandem übersetzen, der sich mit Vertragsrecht auskennt.
assess-clause-more = Auch auf { $languages }
assess-copy = Kopieren
assess-copied = Kopiert: { $language }
assess-copy-failed = Der Browser hat den Text nicht kopiert. Markieren und kopieren Sie ihn selbst.

## Assessment: parties and ownership
assess-parties = Beteiligte
assess-parties-lists = Gesucht in { $lists }.
assess-starter = Geöffnet ist nur die Startliste: eine kleine Auswahl zum Ausprobieren, keine Sanktionslistenprüfung.
assess-no-lists = Es ist keine Liste geöffnet, daher wurde kein Beteiligter gesucht.
assess-no-parties = Der Vorgang nennt keine Beteiligten.
assess-list-other = eine andere Liste
assess-screening-not-screened = nicht gesucht
assess-screening-no-candidate = kein Kandidat gefunden
assess-screening-candidate = Kandidat, nicht entschieden
assess-screening-confirmed = gelistet, nach Ihrer Entscheidung
assess-screening-rejected = Kandidaten, alle als andere Partei entschieden
assess-screening-other = { $code }
assess-screened-no-candidate = Kein Kandidat gefunden in den oben genannten Listen.
assess-screened-candidate = { $count ->
    [one] Ein Kandidat: Entscheiden Sie, ob es diese Partei ist.
   *[other] { $count } Kandidaten: Entscheiden Sie, ob einer davon diese Partei ist.
}
assess-screened-confirmed = Gelistet: Sie haben entschieden, dass es dieselbe Partei ist.
assess-screened-rejected = { $count ->
    [one] Ein Kandidat; Sie haben entschieden, dass es eine andere Partei ist.
   *[other] { $count } Kandidaten; Sie haben entschieden, dass es andere Parteien sind.
}
assess-screened-other = { $code }
assess-why-not-no-lists = Nicht gesucht: Es ist keine Liste geöffnet.
assess-why-not-no-name = Nicht gesucht: Der Name fehlt.
assess-why-not-other = Nicht gesucht.
assess-address-shared = Die Anschrift ist auch die einer gelisteten Partei:
assess-address-not-shared = Anschrift: Dort wurde keine gelistete Partei gefunden.
assess-address-not-given = Anschrift: nicht angegeben, daher nicht verglichen.
assess-address-not-checked = Anschrift: nicht verglichen.
assess-address-other = { $code }
assess-candidates = { $count ->
    [one] Ein Kandidat
   *[other] { $count } Kandidaten
}
assess-candidates-open = { $count ->
    [one] (einer zu entscheiden)
   *[other] ({ $count } zu entscheiden)
}
assess-party-limits = Was diese Suche nicht abdeckt
assess-owner-of = Eigentümer von { $name }
assess-ownership = Eigentum und Kontrolle
assess-ownership-hint = Anteile nach Ihren Angaben. Was nicht angegeben ist, gilt als möglich.
assess-owners-not-given = Eigentümer nicht angegeben: { $names }.
assess-owners-incomplete = Weitere Eigentümer: nicht bekannt
assess-share-unknown = Anteil nicht bekannt
assess-percent = { $figure } %
assess-control-yes = kontrolliert sie
assess-control-no = kontrolliert sie nicht
assess-control-unknown = Kontrolle nicht bekannt
assess-control-other = { $code }
assess-range = In Händen gelisteter Parteien: { $min } bis { $max }.
assess-range-exact = In Händen gelisteter Parteien: { $share }.
assess-range-over = Das ist die Hälfte oder mehr.
assess-range-under = Das ist weniger als die Hälfte.
assess-range-open = Ob es die Hälfte erreicht, ist offen.
assess-range-listed = Als gelistet gezählt: { $names }
assess-range-not-known = Nicht bekannt: { $names }

## Assessment: items and limits
assess-items = { $count ->
    [0] Güter
    [one] Das Gut
   *[other] { $count } Güter
}
assess-no-items = Der Vorgang nennt kein Gut.
assess-no-determination = Die Genehmigungsprüfung wurde nicht durchgeführt: Gut oder Bestimmungsland fehlt.
assess-determination = Alle Feststellungen, Genehmigungen und Bedingungen
assess-hs-listed = HS-Code auf der Liste: { $list }
assess-item-code = { $list }: { $codes }
assess-item-none = kein Eintrag, nach Ihrer Angabe
assess-item-hs = HS { $hs }
assess-item-origin = hergestellt in { $country }
assess-item-quantity = Menge { $quantity }
assess-item-questions = Nächste Fragen zur Genehmigung für dieses Gut
assess-seen = { $count ->
    [one] Geprüft und nicht gesehen: ein Punkt
   *[other] Geprüft und nicht gesehen: { $count } Punkte
}
assess-seen-short = Geprüft und nicht gesehen
assess-seen-hint = So weit Ihre Antworten und die Angaben des Vorgangs reichen.
assess-not-checked = Was nicht geprüft wurde
assess-not-checked-lists-not-loaded = Listen, die nicht geladen sind: Wer darauf steht, wird hier nicht gefunden.
assess-not-checked-starter-list = Fast alle gelisteten Parteien: Geöffnet ist nur die Startliste.
assess-not-checked-address-not-checked = Anschrift angegeben, aber nicht mit den Listen verglichen:
assess-not-checked-party-not-screened = Nicht in den Listen gesucht:
assess-not-checked-ownership-not-given = Eigentümer nicht angegeben, daher wurde Eigentum gelisteter Parteien nicht ermittelt:
assess-not-checked-address-not-given = Keine Anschrift angegeben, daher wurde keine verglichen:
assess-not-checked-route-not-given = Der Weg: Er ist nicht angegeben, daher wurde zu Durchfuhr und Umladung nichts gesagt.
assess-not-checked-end-user-not-named = Der Endverwender: Es ist keiner genannt.
assess-not-checked-destinations-apart = Mehrere Bestimmungsländer, jedes für sich: Die Genehmigungsfrage wurde für jedes durchgerechnet, hier steht das strengste Ergebnis. Die Gründe der milderen stehen nicht da; legen Sie für jedes Bestimmungsland einen eigenen Vorgang an, um sie zu sehen.
assess-not-checked-end-users-apart = Endverwender in mehreren Ländern, jeder für sich: Die Genehmigungsfrage wurde für jeden durchgerechnet, hier steht das strengste Ergebnis. Die Gründe der milderen stehen nicht da; legen Sie für jeden Endverwender einen eigenen Vorgang an, um sie zu sehen.
assess-not-checked-checks-not-run = Genehmigungsprüfungen ohne Antworten:
assess-not-checked-history = Frühere Lieferungen: Diese Seite betrachtet einen einzelnen Vorgang. Für den Lieferverlauf gibt es eine eigene Seite.
assess-not-checked-national-lists = Nationale Listen und nationale Embargos, auch die der Durchfuhrländer.
assess-not-checked-other-jurisdictions = Das Recht anderer Länder.
assess-not-checked-other = { $code }
assess-lists = Listen und ihr Alter
assess-list = Liste
assess-list-edition = Stand
assess-list-age = Alter
assess-lists-digest = Listen, Prüfsumme:
assess-lists-missing = { $count ->
    [one] Eine Liste, die geladen sein sollte, fehlt:
   *[other] { $count } Listen, die geladen sein sollten, fehlen:
}
assess-list-closed = Wird vom Herausgeber nicht mehr geführt
assess-list-state-fresh = aktuell
assess-list-state-stale = älter, als sie sein sollte
assess-list-state-undated = Alter unbekannt
assess-list-state-starter = nur die Startliste
assess-list-state-none = keine Liste geöffnet
assess-list-state-other = { $code }
assess-problems = { $count ->
    [one] Eine Angabe im Vorgang wurde nicht verstanden
   *[other] { $count } Angaben im Vorgang wurden nicht verstanden
}
assess-field-as-of = Rechtsstand
assess-field-country = Land
assess-field-registered = Datum der Eintragung
assess-field-share = Anteil
assess-field-value = Wert
assess-field-currency = Währung
assess-field-mass = Gewicht
assess-field-quantity = Menge
assess-field-hs = HS-Code
assess-field-codes = Listennummer
assess-field-dob = Geburtsdatum
assess-field-name = Name
assess-field-other = { $code }
assess-record-title = Prüfprotokoll aufbewahren
assess-record-text = Das Protokoll enthält den Vorgang, jede Feststellung, was Menschen festgehalten haben, und die Versionen von Regeln und Listen. Mit denselben Regeln und Listen kann es jeder nachrechnen und sehen, ob auch nur ein Zeichen geändert wurde. Es bleibt in diesem Browser, bis Sie es herunterladen.
assess-record-save = Protokoll speichern
assess-record-failed = Das Protokoll konnte nicht erstellt werden. Werten Sie den Vorgang neu aus und versuchen Sie es noch einmal.
assess-record-made = Protokoll gespeichert, { $time }
assess-record-not-kept = Protokoll erstellt, { $time }. Der Browser hat es nicht gespeichert: Laden Sie es jetzt herunter.
assess-record-outdated = Der Vorgang hat sich seither geändert. Dieses Protokoll beschreibt ihn, wie er damals war.
assess-record-page = Alle Prüfprotokolle

## Assessment: facts that the rules look at
assess-fact-transit-countries = Durchfuhrländer
assess-fact-transhipment-countries = Länder der Umladung
assess-fact-case-roles = Rollen mit benannter Partei
assess-fact-end-user-named = Endverwender ist benannt
assess-fact-outcomes = Ergebnis der Genehmigungsprüfung
assess-fact-outcomes-eu = Ergebnis der Genehmigungsprüfung, EU
assess-fact-outcomes-us = Ergebnis der Genehmigungsprüfung, USA
assess-fact-checks-not-run = Genehmigungsprüfungen ohne Antworten
assess-fact-checks-not-run-eu = Genehmigungsprüfungen ohne Antworten, EU
assess-fact-checks-not-run-us = Genehmigungsprüfungen ohne Antworten, USA
assess-fact-item-states = Einstufung der Güter
assess-fact-parties-screened = Suche der Beteiligten in den Listen
assess-fact-list-states = Alter der Listen
assess-fact-lists-missing = Nicht geladene Listen
assess-fact-hs-lists = HS-Codes auf Listen vorrangiger Güter
assess-fact-hs-lists-item = HS-Code auf Listen vorrangiger Güter
assess-fact-case-value-eur = Wert des Vorgangs in Euro
assess-fact-case-value-usd = Wert des Vorgangs in US-Dollar
assess-fact-party-roles = Rolle
assess-fact-party-kind = Art der Partei
assess-fact-party-country = Land der Partei
assess-fact-party-age = Zeit seit der Eintragung
assess-fact-party-formed-after = Eingetragen nach
assess-fact-party-screening = Suche in den Listen
assess-fact-party-lists = Auf der Liste
assess-fact-party-candidate-lists = Kandidat auf der Liste
assess-fact-party-address-listed = Anschrift ist die einer gelisteten Partei
assess-fact-party-address-given = Anschrift ist angegeben
assess-fact-party-business-fits = Geschäftszweig passt zu den Gütern
assess-fact-party-controlled = Von einer gelisteten Partei kontrolliert
assess-fact-party-trusted = Vertrauter Partner
assess-fact-party-trust-lapsed = Vertrauen ist erloschen
assess-fact-owned = In Händen gelisteter Parteien: { $name }
assess-fact-item-state-eu = Einstufung, EU
assess-fact-item-state-us = Einstufung, USA
assess-fact-item-outcomes = Ergebnis der Genehmigungsprüfung für das Gut
assess-fact-item-quantity = Menge
assess-fact-item-value-eur = Wert des Guts in Euro
assess-fact-item-value-usd = Wert des Guts in US-Dollar
assess-fact-item-mass = Gewicht des Guts
assess-fact-leg-kind = Art der Strecke
assess-fact-leg-country = Land der Strecke
assess-fact-leg-detour = Länger als der direkte Weg, in Prozent
assess-fact-leg-extra = Länger als der direkte Weg, in Kilometern
assess-fact-other = { $code }

## Records
record-title = Prüfprotokolle
record-lead = Ein Protokoll ist eine Beurteilung, so aufgeschrieben, dass sie sich nachrechnen lässt. Prüfen Sie hier, ob eines noch dasselbe ergibt.
record-verify = Prüfprotokoll prüfen
record-file = Protokoll wählen oder hier ablegen
record-file-hint = Die .json-Datei, wie sie heruntergeladen wurde. Sie bleibt auf diesem Gerät.
record-working = { $name } wird nachgerechnet …
record-too-large = Die Datei ist größer als jedes Protokoll. Es wurde nichts geprüft.
record-count = { $count ->
    [0] Keine Prüfprotokolle
    [one] Ein Prüfprotokoll
   *[other] { $count } Prüfprotokolle
}
record-none = Hier erscheinen Protokolle, die Sie unter einer Beurteilung speichern.
record-kept = Nur in diesem Browser gespeichert. Laden Sie sie herunter, um sie beim Auftrag abzulegen.
record-unavailable = Der Browser gewährt keinen Zugriff auf seinen Speicher. Protokolle werden daher weder gezeigt noch aufbewahrt.
record-digest = SHA-256
record-download = Herunterladen
record-check = Prüfen
record-delete = Löschen
record-export-all = Alle herunterladen
record-wipe = Alle löschen
record-delete-one = Das Protokoll zu { $title } löschen?
record-delete-all = { $count ->
    [one] Ein Protokoll löschen?
   *[other] { $count } Protokolle löschen?
}
record-delete-text = Das lässt sich nicht rückgängig machen. Das Exportrecht verlangt, Unterlagen aufzubewahren, in der EU und den USA mindestens fünf Jahre, nach US-Sanktionsrecht zehn: Laden Sie sie vorher herunter.
record-delete-confirm = Löschen
record-verdict-reproduced = Ergibt dasselbe
record-verdict-altered = Nachträglich geändert
record-verdict-other-packs = Mit anderen Regeln oder Listen erstellt
record-verdict-differs = Ergibt etwas anderes
record-verdict-unreadable = Kein Prüfprotokoll
record-verdict-other = { $code }
record-verdict-text-reproduced = Das Protokoll ist unverändert, und derselbe Vorgang ergibt mit denselben Regeln und Listen dieselbe Beurteilung, Byte für Byte.
record-verdict-text-altered = Der Text passt nicht zu seiner eigenen Prüfsumme. Er wurde nach der Erstellung geändert; verlassen Sie sich nicht darauf.
record-verdict-text-other-packs = Das Protokoll ist unverändert. Es wurde mit anderen Regeln oder Listen erstellt, als hier geöffnet sind, und ließ sich daher nicht vollständig vergleichen. Öffnen Sie dafür die unten genannten Versionen.
record-verdict-text-differs = Das Protokoll ist unverändert, und Regeln und Listen sind dieselben, aber die Beurteilung fällt jetzt anders aus. Die Unterschiede stehen unten.
record-verdict-text-unreadable = Diese Datei lässt sich nicht als Protokoll dieses Werkzeugs lesen.
record-verdict-text-other = { $code }
record-made = erstellt { $time }
record-case = Vorgang
record-tier = Ergebnis, wie angegeben
record-as-of = Rechtsstand
record-stated = Im Protokoll
record-computed = Jetzt berechnet
record-nothing = –
record-digest-same = Die Prüfsumme passt zum Text.
record-digest-differs = Die Prüfsumme passt nicht zum Text.
record-not-canonical = Die Datei ist anders geschrieben als Protokolle, zum Beispiel von einem Texteditor. Der Inhalt kann trotzdem derselbe sein.
record-not-recomputed = Mit den hier geöffneten Regeln und Listen ließ es sich nicht nachrechnen.
record-parts = { $count ->
    [one] Dieser Teil passt nicht zu seiner eigenen Prüfsumme:
   *[other] Diese { $count } Teile passen nicht zu ihren eigenen Prüfsummen:
}
record-first = Erster Unterschied bei Byte { $offset }, Zeile { $line }:
record-unreadable-at = Ab Byte { $offset }, Zeile { $line }, ist sie nicht lesbar:
record-found = Gefunden
record-expected = Erwartet
record-packs = Regeln und Listen
record-pack = Paket
record-pack-stated = Im Protokoll
record-pack-open = Hier geöffnet
record-pack-same = dasselbe
record-pack-differs = andere Version
record-pack-other = { $code }
record-pack-rules = Regeln
record-pack-lists = Listen
record-pack-engine = Programm
record-differences = { $count ->
    [one] Ein Unterschied
   *[other] { $count } Unterschiede
}
record-differences-more = { $count ->
    [one] Ein weiterer steht im Export.
   *[other] { $count } weitere stehen im Export.
}
record-place = Stelle
record-export-check = Diese Prüfung herunterladen
record-means = Diese Prüfung sagt, ob sich das Protokoll nachrechnen lässt. Ob die Antworten darin stimmten, sagt sie nicht.
record-whole = Das Protokoll als Ganzes
record-part-number = Nr. { $number }
record-part-made-at = Zeitpunkt
record-part-engine = Programm
record-part-packs = Regeln und Listen
record-part-rules = Regeln
record-part-lists = Listen
record-part-policy = Sucheinstellungen
record-part-case = Vorgang
record-part-human = Von Menschen festgehalten
record-part-judgements = Beurteilungen durch Menschen
record-part-decisions = Entscheidungen über Kandidaten
record-part-trusted = Vertraute Partner
record-part-assessment = Beurteilung
record-part-tier = Ergebnis
record-part-factors = Punkte, die es ausmachen
record-part-machine = Ohne das, was Menschen festgehalten haben
record-part-findings = Feststellungen
record-part-state = Zustand
record-part-result = Ausgang
record-part-criteria = Kriterien
record-part-steps = Schritte
record-part-outcomes = Ergebnisse der Genehmigungsprüfung
record-part-outcome = Ergebnis der Genehmigungsprüfung
record-part-items = Güter
record-part-parties = Beteiligte
record-part-hits = Kandidaten
record-part-ownership = Eigentum
record-part-ask = Offene Fragen
record-part-not-checked = Nicht geprüft
record-part-digest = Prüfsumme
record-part-version = Version
record-part-as-of = Rechtsstand
record-part-title = Bezeichnung
record-part-name = Name
record-part-country = Land
record-part-reason = Begründung
record-part-by = Von
record-part-on = Am
record-part-evidence = Nachweise
record-part-score = Wert
record-part-missing = Fehlt
record-part-min = Mindestens
record-part-max = Höchstens
record-part-determination = Genehmigungsprüfung
record-part-jurisdictions = Rechtsordnungen
record-part-answers = Antworten
record-part-route = Weg
record-part-dates = Termine
record-part-roles = Rollen
record-part-owners = Eigentümer
record-part-share = Anteil
record-part-address = Anschrift
record-part-value = Wert
record-part-format = Format
record-part-other = { $code }
## Vorgang anlegen
nav-cases = Ganzer Vorgang
nav-case = Vorgang anlegen
nav-saved-cases = Gespeicherte Vorgänge
nav-history = Bisherige Lieferungen
nav-record = Prüfprotokoll
case-title = Ein Vorgang, eine Bewertung
case-lead = Tragen Sie Güter, Beteiligte, Weg und Endverwendung zusammen. Sie erhalten eine begründete Bewertung: was gefunden wurde, was noch offen ist und was als Nächstes zu tun ist.
case-name = Name des Vorgangs
case-name-hint = Ihre Auftrags- oder Angebotsnummer, damit Sie ihn wiederfinden
case-take-over = Aus „Darf es dorthin?“ übernehmen:
case-begin = Vorgang beginnen
case-resume = { $count ->
    [one] Einen gespeicherten Vorgang fortsetzen
   *[other] Einen von { $count } gespeicherten Vorgängen fortsetzen
}
case-private = Jede Angabe wird schon beim Tippen in diesem Browser aufbewahrt und nirgendwo sonst. Sie können jederzeit unterbrechen.
case-untitled = Vorgang vom { $date }
case-copy-title = { $title } (Kopie)
case-opening = Ihr Vorgang wird geöffnet …
case-steps = Schritte des Vorgangs
case-section-items = Güter
case-section-parties = Beteiligte
case-section-route = Weg
case-section-use = Endverwendung
case-section-signs = Warnzeichen
case-section-check = Angaben prüfen
case-section-other = { $code }
case-about-items = Was Sie liefern, wie viel und zu welchem Wert
case-about-parties = Wer kauft, empfängt, befördert, zahlt und verwendet, und wem diese Firmen gehören
case-about-route = Von wo, über welche Länder, wohin und wann
case-about-use = Wofür die Ware bestimmt ist und was Sie darüber wissen
case-about-signs = Was Ihnen oder Kollegen aufgefallen ist, zum Ankreuzen
case-about-check = Alle Angaben auf einer Seite und was noch fehlt
case-about-other = { $code }
case-task-none = Nicht begonnen
case-task-open = { $count ->
    [one] Eine Angabe offen
   *[other] { $count } Angaben offen
}
case-task-done = Ausgefüllt
case-task-go = Weiter mit: { $section }
case-new = Neuen Vorgang beginnen
case-rename = Vorgang umbenennen
case-saved = Auf diesem Gerät gespeichert, { $time }
case-saving = Wird gespeichert …
case-not-saved = Dieser Browser speichert den Vorgang nicht. Er bleibt nur, bis Sie diesen Tab schließen: Exportieren Sie ihn vorher unter „Gespeicherte Vorgänge“.
case-conflict = Dieser Vorgang wurde in einem anderen Tab geändert. Nichts wurde überschrieben; Ihre Änderungen hier sind noch nicht gespeichert.
case-conflict-theirs = Fassung des anderen Tabs zeigen, meine verwerfen
case-conflict-copy = Meine Fassung als eigenen Vorgang behalten
case-other-day = Dieser Vorgang wird nach dem Recht vom { $date } bewertet.
case-use-today = Heutiges Recht verwenden
case-no-rules = Die Regeln sind nicht geöffnet. Sie können den Vorgang eintragen; die Fragen zur Endverwendung und die Warnzeichen kommen mit den Regeln.
case-gone = Diesen Teil des Vorgangs gibt es nicht mehr. Gehen Sie zurück zur Liste.
case-continue = Weiter
case-continue-check = Zurück zu allen Angaben
case-change = Ändern
case-change-list = Hinzufügen oder entfernen
case-add = Eintragen
case-remove = Entfernen
case-remove-title = { $name } entfernen?
case-remove-text = Was Sie dazu eingetragen haben, geht verloren.
case-back-start = Zurück zur Übersicht
case-back-items = Zurück zu den Gütern
case-back-item = Zurück zum Gut
case-back-parties = Zurück zu den Beteiligten
case-back-party = Zurück zur Person oder Firma
case-back-details = Zurück zu den Einzelheiten
case-back-owners = Zurück zu den Eigentümern
case-back-route = Zurück zu Abgang und Terminen
case-back-way = Zurück zum Weg
case-back-use = Zurück zur Endverwendung
case-back-know = Zurück zu Ihrem Wissensstand
case-back-signs = Zurück zu den Warnzeichen
case-back-check = Zurück zu allen Angaben

case-items-title = Was liefern Sie?
case-items-lead = Ein Eintrag je Art von Gut. Teile, die zusammen eine Maschine bilden, sind ein Gut; mitverkaufte Ersatzteile sind eigene Güter.
case-add-item = Weiteres Gut hinzufügen
case-item-title = Um welches Gut geht es?
case-item-name = Ihre Bezeichnung
case-item-name-hint = Wie im Angebot. Nur für Sie; danach wird nichts gesucht.
case-item-unnamed = Gut { $id }
case-item-how = Wie ist es eingestuft?
case-item-how-hint = Von der Listennummer hängt ab, welche Genehmigungen nötig sein können.
case-by-checked = Wie eben hier geprüft: { $family }
case-by-product = Wie ein gespeichertes Produkt
case-by-codes = Ich kenne die Listennummer
case-by-later = Noch nicht eingestuft
case-by-later-hint = Warnzeichen, Beteiligte und Weg werden trotzdem geprüft; offen bleibt, ob eine Genehmigung nötig ist.
case-product = Gespeichertes Produkt
case-product-none = Auf diesem Gerät ist kein Produkt gespeichert. Prüfen Sie es einmal, speichern Sie das Ergebnis und kommen Sie zurück; dieser Vorgang wartet.
case-item-checked = { $family }, { $count ->
    [one] eine Angabe
   *[other] { $count } Angaben
}
case-item-none = { $list }: nach Ihrer Angabe kein Eintrag
case-item-by-nothing = noch nicht eingestuft
case-item-by-other = { $code }
case-hs-of = HS { $code }
case-made-in = hergestellt in { $country }
case-amount-title = Zolltarifnummer, Herkunft und Menge: { $name }
case-amount = Menge
case-hs = HS-Code oder Zolltarifnummer
case-hs-hint = Mindestens 6 Ziffern, wie auf der Rechnung, zum Beispiel 8457.10
case-origin-hint = Herstellungsland, nicht das Land, in dem Sie gekauft haben
case-quantity = Stückzahl
case-value = Wert insgesamt
case-currency = Währung
case-mass = Gewicht insgesamt
case-unit = Einheit
case-pieces = { $count } Stück
case-amount-read = Gelesen als: { $amount }

case-parties-title = Wer ist beteiligt?
case-parties-lead = Alle, die kaufen, empfangen, befördern, zahlen, vermitteln oder die Ware verwenden. Ein Beteiligter kann mehrere Rollen haben.
case-add-party = Weiteren Beteiligten hinzufügen
case-roles-open = Noch nicht benannt: { $roles }. Wer nicht benannt ist, wird nicht geprüft.
case-from-check = { $name } aus der Parteiprüfung übernehmen
case-from-earlier = Beteiligten aus einem früheren Vorgang übernehmen
case-party-title = Wer ist es, und welche Rolle hat er?
case-party-unnamed = Beteiligter { $id }
case-roles = Rolle in diesem Geschäft
case-roles-hint = Kreuzen Sie alles an, was zutrifft.
case-role-exporter = Ausführer
case-role-buyer = Käufer
case-role-intermediate-consignee = Zwischenempfänger
case-role-consignee = Empfänger
case-role-freight-forwarder = Spedition
case-role-broker = Vermittler
case-role-bank = Bank
case-role-agent = Vertreter
case-role-end-user = Endverwender
case-role-manufacturer = Hersteller
case-role-vessel = Schiff oder Flugzeug
case-role-owner = Eigentümer
case-role-other = Sonstige
case-role-hint-intermediate-consignee = Nimmt die Ware unterwegs an und gibt sie weiter
case-role-hint-consignee = Nimmt die Ware im Bestimmungsland an
case-role-hint-freight-forwarder = Organisiert oder führt den Transport aus
case-role-hint-broker = Bringt das Geschäft zwischen anderen zustande
case-role-hint-agent = Handelt für einen der Beteiligten
case-role-hint-end-user = Verwendet die Ware am Ende
case-role-hint-other = { $code }
case-country-hint = Sitz einer Firma, Wohnsitz einer Person, Flagge eines Schiffs
case-address-hint = Straße und Ort wie in der Bestellung. Die Anschrift wird mit denen gelisteter Parteien verglichen.
case-details-title = Mehr zu { $name }
case-registered = Gegründet am
case-registered-hint = Erster Tag im Handelsregister. Bei jungen Firmen ist genauer hinzusehen.
case-dob-hint = Das Jahr allein genügt.
case-identifiers = Register-, Steuer- oder IMO-Nummern
case-identifiers-hint = Eine je Zeile. Eine Nummer unterscheidet Namensvettern.
case-business = Geschäftsfelder
case-business-hint = Was die Firma laut Website oder Register tut. Es wird mit Ihrer Lieferung verglichen.
case-business-more = Weiteres hinzufügen
case-owner-count = { $count ->
    [one] ein Eigentümer
   *[other] { $count } Eigentümer
}
case-owners = Eigentümer
case-owners-title = Wem gehört { $name }?
case-owners-lead = Eine Firma, die gelisteten Parteien gehört oder von ihnen beherrscht wird, kann genauso gesperrt sein wie diese selbst. Register und die Auskunft des Kunden nennen die Eigentümer; auch Eigentümer von Eigentümern zählen.
case-add-owner = Eigentümer hinzufügen
case-add-owner-more = Weiteren Eigentümer hinzufügen
case-add-owner-of = Dessen Eigentümer hinzufügen
case-owners-complete = Das sind alle Eigentümer von { $name }
case-owners-self = { $name } hat keinen Eigentümer, der zu nennen wäre (staatliche Stelle, Aktiengesellschaft nur mit Streubesitz)
case-owners-all = alle Eigentümer genannt
case-owner-title = Wer ist dieser Eigentümer?
case-owner-name-hint = Wie im Register. Lassen Sie das Feld leer, wenn nur der Anteil bekannt ist.
case-owner-unnamed = Eigentümer { $id }, Name nicht bekannt
case-owner-level = Stufe { $level }:
case-owner-more = Anschrift, Geburtsdatum, Nummern
case-owner-more-hint = Sie unterscheiden Namensvettern
case-share = Anteil in Prozent
case-share-hint = Eine Zahl oder eine Spanne, etwa 30 oder 25–50. Lassen Sie das Feld leer, wenn Sie es nicht wissen: Der Anteil bleibt dann offen.
case-share-unknown = Anteil nicht bekannt
case-control = Beherrscht dieser Eigentümer die Firma auf andere Weise?
case-control-hint = Etwa durch Stimmrechte, Einfluss auf die Leitung, Verwandtschaft oder Vertrag, unabhängig vom Anteil
case-controls = beherrscht sie
case-trusted-add = Seit Jahren bekannt und schon geprüft? Als vertrauten Partner eintragen
case-trusted-change = Eintrag als vertrauter Partner ändern
case-trusted-title = Vertrauter Partner: { $name }
case-trusted-lead = Sie haben diesen Partner früher geprüft und bestimmte Warnzeichen geklärt. Die Antworten gelten nur für die Zeichen, Bestimmungsländer und Güter, die Sie nennen, und nur bis zu dem Tag, den Sie setzen. Sie verfallen, sobald sich Regeln oder Listen ändern, denn dann muss jemand neu hinsehen. Verbote und Listungen lassen sich so nie erledigen.
case-trusted-begin = Als vertrauten Partner eintragen
case-trusted-lapsed = Dieser Eintrag entstand mit anderen Regeln oder Listen und zählt nicht mehr. Prüfen Sie den Partner erneut und erneuern Sie dann den Eintrag.
case-trusted-renew = Ich habe erneut geprüft: ab heute erneuern
case-trusted-packs = Entstanden mit den jetzt geöffneten Regeln und Listen, am { $date }.
case-trusted-since = Geprüft am
case-trusted-until = Gilt bis
case-trusted-until-hint = Üblich ist ein Jahr; kürzer, wenn Verträge oder Eigentümer bald wechseln
case-trusted-until-date = bis { $date }
case-trusted-indicators = Welche Warnzeichen haben Sie geklärt?
case-trusted-indicators-hint = Nur diese gelten als beantwortet.
case-trusted-destinations = Für welche Bestimmungsländer?
case-trusted-destinations-hint = Wählen Sie eines nach dem anderen.
case-trusted-items = Für welche Güter?
case-trusted-items-hint = Eines je Zeile: Ihre Bezeichnung hier, eine Listennummer oder die ersten Ziffern des HS-Codes
case-trusted-reason = Warum?
case-trusted-reason-hint = Was Sie gesehen haben: Registerauszug, Besuch, Referenzen
case-by = Ihr Name
case-trusted-end = Eintrag löschen
case-trusted-end-title = Eintrag als vertrauter Partner löschen?
case-trusted-mark = Vertrauter Partner

case-ties-title = Einfluss und Verbindungen: { $name }
case-ties-none = Die Regeln fragen zu diesem Beteiligten nichts weiter.
case-route-title = Von wo, und wann?
case-order-date = Datum der Bestellung
case-shipment-date = Geplanter Versand
case-shipment-date-hint = Es gilt das Recht am Tag des Versands
case-languages = Sprachen des Vertrags
case-languages-hint = Vertragsklauseln, die Sie brauchen können, werden in diesen Sprachen angeboten.
case-way-title = Welchen Weg nimmt die Ware?
case-destination-place = Ort dort
case-place-hint = Hafen, Flughafen oder Stadt; nur für Sie
case-way = Wie kommt sie dorthin?
case-way-hint = Alle Länder dazwischen, auch wenn die Ware sie nur berührt
case-way-direct = Direkt ins Bestimmungsland
case-way-direct-hint = Auch mit Flug oder Schiff ohne Zwischenhalt
case-way-through = Über andere Länder
case-way-through-hint = Auf dem Landweg durch ein Land oder mit Halt in einem Hafen oder Drehkreuz
case-way-unknown-hint = Etwa weil der Kunde selbst abholt. Der Weg bleibt in der Bewertung dann offen.
case-add-leg = Land auf dem Weg hinzufügen
case-leg-transit = Durchfuhr
case-leg-transhipment = Umladung
case-leg-destination = Bestimmungsland
case-leg-other = { $code }
case-leg-hint-transit = Läuft nur durch: bleibt auf demselben Schiff, Flugzeug oder Lkw oder unter Zollverschluss.
case-leg-hint-transhipment = Wird ausgeladen und auf ein anderes Transportmittel umgeladen oder dort gelagert.
case-leg-hint-destination = Wo die Ware am Ende bleibt und verwendet wird.
case-leg-hint-other = { $code }
case-leg-title = Ein Land auf dem Weg
case-leg-country = Land
case-leg-kind = Was geschieht dort?
case-leg-place = Ort
case-leg-unnamed = Land nicht bekannt
case-leg-earlier = Nach oben

case-use-title = Wofür ist die Ware bestimmt?
case-use = In Ihren eigenen Worten
case-use-hint = Was damit hergestellt oder getan wird, wo und von wem. Sie können aus der Anfrage oder der Endverbleibserklärung kopieren.
case-use-kept = Bleibt für Sie erhalten und wird mit der Bewertung gedruckt. Der Text wird nie durchsucht oder gewertet: Kein Wort darin hebt oder senkt etwas. Das tun die Fragen auf der nächsten Seite.
case-know-title = Was wissen Sie über die Endverwendung?
case-duty-title = Bevor Sie antworten
case-duty-text = Wer von einer kritischen Endverwendung weiß oder Grund zu einem Verdacht hat, kann verpflichtet sein, anzuhalten und vor dem Versand die Behörde zu unterrichten. Ihre Antwort hier belegt, was Sie wann wussten. Antworten Sie wahrheitsgemäß. Wenn Sie zweifeln, wählen Sie „Weiß ich nicht“ und fragen Sie die Person, die bei Ihnen für die Ausfuhr verantwortlich ist, bevor Sie weitermachen.
case-know-needs = Welche Fragen zählen, hängt von Gut und Bestimmungsland ab. Tragen Sie zuerst beides ein:
case-duty-short = Wer von einer kritischen Endverwendung weiß, kann verpflichtet sein, anzuhalten und die Behörde zu unterrichten.
case-duty-more = Lesen Sie das zuerst
case-know-first = Fragen zu diesem Gut und Bestimmungsland
case-know-more = { $count ->
    [one] Eine weitere Frage des Rechts
   *[other] { $count } weitere Fragen des Rechts
}
case-know-more-hint = Für besondere Fälle. Prüfungen, deren Fragen niemand beantwortet, erscheinen als nicht durchgeführt.
case-know-rest = Den Rest weiß ich nicht
case-part = Teil { $part }
case-know-none = Zu diesem Gut und Bestimmungsland stellen die Regeln keine weiteren Fragen zur Endverwendung.
case-know-others = Weitere Antworten zur Ausfuhr
case-asking = Es wird nachgesehen, welche Fragen zählen …

case-signs-title = Ist etwas aufgefallen?
case-signs-lead = Kurze Listen zum Ankreuzen, nach Themen. „Nichts davon“ ist eine Antwort; „Weiß ich nicht“ auch, sie bleibt offen. Fragen Sie auch in Vertrieb und Versand nach.
case-signs-none = Die Regeln enthalten keine Listen von Warnzeichen.
case-sign-none = Nicht beantwortet
case-sign-done = Nichts aufgefallen
case-sign-raised = { $count ->
    [one] Ein Zeichen
   *[other] { $count } Zeichen
}
case-sign-open-some = { $count ->
    [one] Ein Zeichen, der Rest nicht bekannt
   *[other] { $count } Zeichen, der Rest nicht bekannt
}

case-check-title = Prüfen Sie Ihre Angaben
case-to-assessment = Bewertung zeigen
case-nothing-yet = Noch nichts eingetragen.
case-not-given = Keine Angabe
case-unread = Nicht lesbar
case-missing-title = { $count ->
    [0] Es fehlt nichts
    [one] Ein Punkt fehlt
   *[other] { $count } Punkte fehlen
}
case-missing-text = Sie können sich die Bewertung jetzt schon zeigen lassen. Was fehlt, bleibt dort offen, und solange etwas offen ist, bleibt es nicht bei der üblichen Prüfung.
case-missing-none = Alle Fragen dieser Seite sind beantwortet. Auch „Weiß ich nicht“ ist eine Antwort; sie bleibt in der Bewertung offen.
case-missing-items = Kein Gut eingetragen
case-missing-what = { $name }: nicht eingestuft
case-missing-hs = { $name }: HS-Code oder Zolltarifnummer
case-missing-origin = { $name }: Herstellungsland
case-missing-value = { $name }: Wert
case-missing-parties = Keine Beteiligten eingetragen
case-missing-buyer = Kein Käufer benannt
case-missing-end-user = Kein Endverwender benannt
case-missing-name = { $name }: Name
case-missing-roles = { $name }: Rolle in diesem Geschäft
case-missing-country = { $name }: Land
case-missing-address = { $name }: Anschrift
case-missing-owners = { $name }: Eigentümer
case-missing-share = { $name }: Anteil
case-missing-ties = { $name }: Einfluss und Verbindungen
case-missing-item = { $name }: Fragen zum Gut
case-missing-exporter = Land, aus dem die Ware abgeht
case-missing-destination = Bestimmungsland
case-missing-way = Weg ins Bestimmungsland
case-missing-use = { $count ->
    [one] Eine Frage zur Endverwendung
   *[other] { $count } Fragen zur Endverwendung
}
case-missing-checks = { $count ->
    [one] Eine weitere Frage des Rechts
   *[other] { $count } weitere Fragen des Rechts
}
case-missing-signs = { $count ->
    [one] Eine Liste von Warnzeichen
   *[other] { $count } Listen von Warnzeichen
}
case-missing-other = { $code }
case-problem-amount = „{ $given }“ ist keine eindeutige Zahl. Schreiben Sie sie ohne Tausendertrennung, etwa 12000 oder 0,5
case-problem-code = „{ $given }“ ist keine Listennummer. Sie sieht aus wie 2B001.b.2
case-problem-currency = Wählen Sie die Währung
case-problem-date = Geben Sie das ganze Datum an oder lassen Sie das Feld leer
case-problem-destination = Wählen Sie das Land, in das die Ware geht
case-problem-dob = „{ $given }“ ist kein Datum. Geben Sie mindestens das Jahr mit vier Ziffern an
case-problem-future = Dieser Tag liegt in der Zukunft
case-problem-hs = „{ $given }“ ist keine Zolltarifnummer. Sie hat 4 bis 10 Ziffern, etwa 8457.10
case-problem-leg-country = Wählen Sie das Land oder gehen Sie zurück und entfernen Sie diesen Halt
case-problem-name = Geben Sie den Namen an oder gehen Sie zurück und entfernen Sie den Eintrag
case-problem-share = „{ $given }“ ist kein Anteil. Schreiben Sie 30 oder 25–50
case-problem-shipment-before = Der Versand liegt vor der Bestellung
case-problem-trusted-by = Geben Sie Ihren Namen an
case-problem-trusted-destinations = Wählen Sie mindestens ein Bestimmungsland
case-problem-trusted-items = Nennen Sie mindestens ein Gut
case-problem-trusted-indicators = Kreuzen Sie mindestens ein Warnzeichen an, das Sie geklärt haben
case-problem-trusted-reason = Begründen Sie den Eintrag
case-problem-trusted-until = Geben Sie den letzten Tag an
case-problem-until-before = Dieser Tag liegt vor dem Tag der Prüfung
case-problem-other = { $given } ({ $code })

## Gespeicherte Vorgänge
cases-title = Gespeicherte Vorgänge
cases-lead = Vorgänge in diesem Browser, auf diesem Gerät. Niemand sonst kann sie sehen; wenn Sie die Browserdaten löschen, sind sie weg.
cases-none = Noch ist kein Vorgang gespeichert.
cases-unavailable = Dieser Browser lässt die Seite nichts speichern. Vorgänge bleiben nur, bis Sie den Tab schließen.
cases-items = { $count ->
    [0] kein Gut
    [one] ein Gut
   *[other] { $count } Güter
}
cases-parties = { $count ->
    [0] niemand beteiligt
    [one] ein Beteiligter
   *[other] { $count } Beteiligte
}
cases-open-now = jetzt geöffnet
case-tier-standard = Übliche Prüfung
case-tier-enhanced = Vertiefte Prüfung
case-tier-stop = Stopp
case-tier-other = { $code }
cases-tier-on = bewertet am { $date }
cases-tier-before = bewertet am { $date }, seither geändert
cases-tier-none = Noch nicht bewertet
cases-continue = Fortsetzen
cases-copy = Kopieren
cases-copied = Kopiert als „{ $title }“.
cases-export = Exportieren
cases-export-all = Alle exportieren
cases-delete = Löschen
cases-delete-title = Vorgang „{ $title }“ löschen?
cases-deleted = „{ $title }“ wurde gelöscht.
cases-import-title = Importieren
cases-import = Datei mit Vorgängen
cases-import-hint = Eine hier exportierte JSON-Datei. Nichts Vorhandenes wird überschrieben.
cases-imported = { $added ->
    [0] Kein neuer Vorgang
    [one] Ein Vorgang hinzugefügt
   *[other] { $added } Vorgänge hinzugefügt
}{ $known ->
    [0] .
    [one] ; einer war wortgleich schon da.
   *[other] ; { $known } waren wortgleich schon da.
}
cases-imported-beside = Eine andere Fassung ist schon da. Die Fassung der Datei steht jetzt daneben: { $titles }
cases-import-refused = { $file } wurde nicht importiert
cases-import-nothing = Nichts wurde geändert. Aus der Datei wurde nichts übernommen.
case-file-not-json = Die Datei ist kein JSON-Text.
case-file-not-a-case = Die Datei enthält keinen Vorgang von exportcheck.
case-file-a-record = Die Datei ist ein Prüfprotokoll. Öffnen Sie sie unter „Prüfprotokoll“.
case-file-too-large = Die Datei ist größer als jeder Vorgang.
case-file-version = Im Feld „{ $field }“ steht „{ $given }“: Die Datei stammt aus einer anderen Version dieser Seite.
case-file-absent = Das Feld „{ $field }“ fehlt.
case-file-wrong = Im Feld „{ $field }“ steht „{ $given }“; das ist dort nicht möglich.
case-file-unknown-field = Das Feld „{ $field }“ ist hier nicht bekannt.
case-file-twice = In „{ $field }“ kommt die Kennung „{ $given }“ zweimal vor.
case-file-storage = Dieser Browser lässt die Seite nichts speichern.
case-file-other = { $code }: { $field } { $given }
cases-wipe-title = Alle Vorgänge löschen
cases-wipe-text = Für gemeinsam genutzte Rechner oder nach Ablauf einer Aufbewahrungsfrist. Entscheidungen über Parteien, Produkte und Listen bleiben.
cases-wipe-records = { $count ->
    [one] Auch das gespeicherte Prüfprotokoll löschen
   *[other] Auch die { $count } gespeicherten Prüfprotokolle löschen
}
cases-wipe = Alle Vorgänge löschen
cases-wiped = Alle Vorgänge wurden gelöscht.
