### English messages. Words that must not appear: locales/forbidden.json.

## Page
app-description = Check an item against the EU and US dual-use lists and a business partner against official restricted-party lists, in your browser. Nothing you type leaves your device.
noscript = This page checks items and names in your browser and needs JavaScript for it. Nothing you type is sent anywhere.
page-title = { $page } – exportcheck
tagline = Check items and business partners against official lists. Nothing you type leaves this device.
skip-link = Skip to the content
nav-label = Pages
nav-one = One party
nav-many = Many parties
nav-lists = Lists
nav-decisions = Decisions
language-label = Language
theme-label = Display
theme-system = As the device
theme-light = Light
theme-dark = Dark
i-do-not-know = I do not know
date-unknown = date unknown
date-fetched = fetched { $date }
date-circa = about { $date }
days = { $count ->
    [one] one day
   *[other] { $count } days
}
duration-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
}
duration-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}

## Notices
starter-title = Starter list only
starter-text = This page has opened a small starter list with { $parties } well-known parties. The official lists name tens of thousands. A search here is for trying the tool out; it is no screening.
starter-link = How to load the full lists
engine-loading = Opening the lists …
engine-failed = The search did not start. Reload the page; if that does not help, use a current browser. What you typed is still here.
engine-no-lists = No list is open, so nothing can be searched.
engine-restarting = The search stopped and is being started again. What you typed is still here.
engine-restarted = The search had stopped and was started again. Your input and results were kept.
pack-refused = The list file { $file } was not opened.
pack-of-page = of this page
pack-previous-stays = The lists that were open before are still in use.
pack-none-open = No list is open.
age-stale-notice = { $count ->
    [one] One list is older than it should be: { $lists }.
   *[other] { $count } lists are older than they should be, among them { $lists }.
}
age-unknown-notice = { $count ->
    [one] One list has no date, so its age is unknown: { $lists }.
   *[other] { $count } lists have no date, so their age is unknown, among them { $lists }.
}
age-link = See the dates
age-unknown = Age unknown
age-stale = Older than it should be: { $days ->
    [one] one day
   *[other] { $days } days
}
age-fresh = { $days ->
    [0] from today
    [one] one day old
   *[other] { $days } days old
}

## Title block
block-sheet = Sheet
block-sheet-value = Self-check of parties
block-lists = Lists open
block-lists-value = { $lists } with { $parties } parties
block-edition = Edition
block-edition-span = { $oldest } to { $newest }
block-edition-undated = { $count ->
    [one] { $dates }, one list undated
   *[other] { $dates }, { $count } lists undated
}
block-scope = Scope
block-scope-starter = Starter list
block-scope-full = Lists as loaded
block-pack = Digest
block-engine = Engine
block-offline = Without network
block-offline-yes = Ready
block-offline-no = Not yet
block-none = none
duty-footer = A self-check supports your own examination and does not replace it. The exporter is responsible.

## One party
one-title = Check one party
one-lead = Enter what you know. Only the name is needed; every further detail helps to tell parties apart.
field-name = Name
field-name-hint = As on the order or the letterhead, in any script
field-kind = What is it?
field-country = Country
field-dob = Date of birth
field-dob-hint = For persons. The year alone is enough.
field-day = Day
field-month = Month
field-year = Year
field-id = Identifier
field-id-hint = Passport, register, tax or IMO number
field-address = Address
field-role = Role in your business
field-role-hint = Your own word for what this party is
details-title = More details
details-hint = Date of birth, identifier, address, role
options-title = Search settings
options-breadth = How alike a name must be
options-weak = Include weak aliases (nicknames and loose spellings)
breadth-85 = Narrow: close spellings only
breadth-75 = Standard
breadth-60 = Wide: more distant spellings too
breadth-other = { $code }
one-submit = Search the lists
one-clear = Clear the form
one-private = The search runs on this device. No request is made.
role-buyer = Buyer
role-end-user = End user
role-consignee = Consignee
role-agent = Agent
role-forwarder = Forwarder
role-bank = Bank
role-supplier = Supplier
role-other = { $code }
error-summary-title = Please check your entries
problem-name-missing = Enter a name
problem-dob-year = Enter the year of birth with four digits, or leave day and month empty too
problem-dob-month = Enter a month from 1 to 12, or leave the day empty too
problem-dob-day = Enter a day that exists in this month
problem-other = Check this entry ({ $code })

## Result
result-none-yet-title = Result
result-none-yet = The candidates appear here.
step-one = Enter the party and search.
step-two = Compare each candidate with what you know about your partner.
step-three = Record for each candidate whether it is the same party, and why.
result-searching = Searching
result-announce = { $count ->
    [0] No candidate found
    [one] One candidate found
   *[other] { $count } candidates found
}
result-candidates = { $count ->
    [one] One candidate for { $name }
   *[other] { $count } candidates for { $name }
}
result-no-candidate = No candidate for { $name }
result-candidate-meaning = A candidate is a listed party whose name resembles yours. Whether it is the same party is for you to find out: compare country, date of birth, address and numbers.
no-candidate = No candidate found in { $lists }; ownership not checked.
list-of-date = { $list } ({ $date })
lists-counted = { $count } lists, dated { $oldest } to { $newest }
result-searched = Searched: { $lists }.
result-policy = Names shown from a score of { $least }, weak aliases { $weak ->
    [yes] included
   *[no] left out
}, { $time }.
result-limit = Only the { $limit } best candidates are shown. There may be more.
result-other-lists = These results come from other lists than those open now. Search again.
result-failed-title = The search gave no answer
result-failed-text = This party was not searched. Please search again.
asked-name-only = Searched by name only
asked-born = born { $date }
limits-title = What this result does not cover
not-checked-ownership = Ownership and control: a party that is not listed can belong to a listed one, and the same restrictions can then apply.
not-checked-weak-aliases = Weak aliases: they were left out of this search.
not-checked-script-table = Chinese characters: the reading table is not loaded, so such names may not be found.
not-checked-name-too-short = Names of one word: another spelling may be missed, and many parties can share the word. Give the full name if you know it.
not-checked-name-unreadable = This name: it holds nothing that can be compared.
not-checked-lists-left-out = Lists that were left out of this search.
not-checked-other = Not covered: { $code }.
not-checked-lists-not-loaded = { $count ->
    [one] One official list that is not loaded
   *[other] { $count } official lists that are not loaded
}
not-checked-other-lists = Lists this tool does not read, among them national lists and lists of your customers or banks.
not-checked-items = Your goods, their end use, the destination and embargoes.
not-checked-starter-list = Almost all listed parties: only the starter list is open.
duty-title = Who is responsible
duty-text = Sanctions, embargoes and end-use controls (catch-all) apply whether or not a name is found here. You as the exporter are responsible for the examination and the decision.
duty-authority = In doubt ask your competent authority before you deliver: in Germany the BAFA, in Austria the Ministry responsible for the economy, in Switzerland the SECO; in other countries the national export control authority.

## Candidate
score-near-identical = nearly identical
score-close = close
score-number = same identifier
score-some = some resemblance
measure-blocked = Dealings prohibited
measure-licence-required = Licence required
measure-licence-policy = Licence policy applies
measure-red-flag = Warning sign
measure-other = { $code }
name-kind-long-primary = Listed as { $primary }.
name-kind-long-alias = This name is an alias of { $primary }.
name-kind-long-weak-alias = This name is a weak alias of { $primary }: the publisher itself calls it imprecise.
name-kind-long-former = This is a former name of { $primary }.
name-kind-long-original-script = This is the original spelling of { $primary }.
name-kind-long-other = Listed as { $primary }.
alignment-query = Your name
alignment-listed = Listed name
alignment-summary = Comparison of your name { $query } with the listed name { $listed }: { $joined } of { $total } words of your name have a counterpart. The table of reasons says how.
legend-letter = abc
legend-differs = letters that differ
legend-word = abc
legend-unmatched = word without counterpart
how-exact = same word
how-spelling = spelt differently
how-sound = sounds alike
how-joined = joined or split
how-initial = initial
how-prefix = beginning of the word
how-equivalent = same meaning
how-acronym = initial letters
how-other = { $code }
why-title = Why this score
why-reason = Reason
why-points = Points
why-bar = Course of the points
why-total = Score
why-name-exact = Same word: { $query }
why-name-exact-letters = Same word in other letters: { $query } and { $listed }
why-name-spelling = Spelt differently: { $query } and { $listed }
why-name-sound = Sounds alike: { $query } and { $listed }
why-name-joined = Joined or split: { $query } and { $listed }
why-name-initial = Initial: { $query } and { $listed }
why-name-prefix = Beginning of the word: { $query } and { $listed }
why-name-equivalent = Same meaning: { $query } and { $listed }
why-name-acronym = Initial letters: { $query } and { $listed }
why-name-unmatched-query = Only in your name: { $query }
why-name-unmatched-listed = Only in the listed name: { $listed }
why-order-differs = Words in another order
why-form-differs = Different legal form: { $query }, listed { $listed }
why-number-differs = Different number: { $query }, listed { $listed }
why-names-conflict = Different names: { $query }, listed { $listed }
why-listed-contained = The whole listed name is part of yours: { $listed }
why-ofac-score = Score as the public OFAC search reckons it
why-alias-weak = Weak alias
why-evidence-country-same = Same country: { $query }
why-evidence-country-differs = Different country: { $query }, listed { $listed }
why-evidence-dob-same = Same date of birth: { $listed }
why-evidence-dob-close = Date of birth close: { $query }, listed { $listed }
why-evidence-dob-fits = Date of birth fits as far as known: { $query }, listed { $listed }
why-evidence-dob-swapped = Date of birth with day and month swapped: { $query }, listed { $listed }
why-evidence-dob-differs = Different date of birth: { $query }, listed { $listed }
why-evidence-id-same = Same identifier: { $listed }
why-evidence-kind-differs = Different kind of party: { $query }, listed { $listed }
why-evidence-address-shared = Parts of the address agree: { $listed }
why-other = { $code }: { $query } { $listed }
effect-title = What being listed means
effect-measure = Measure
effect-publisher = Publisher
effect-basis = Legal basis
effect-edition = Edition
effect-reference = Official reference
effect-link = Open the publisher's page
effect-unknown = This page has no description of the list { $list }. Look the entry up at its publisher.

## Entry
entry-title = The entry
entry-loading = Reading the entry …
entry-missing = The entry could not be read from the open lists.
entry-kind = Kind
entry-names = Names
entry-births = Dates of birth
entry-countries = Countries
entry-addresses = Addresses
entry-identifiers = Identifiers
entry-programmes = Programmes
entry-licence = Licence, in the publisher's words
entry-listed-on = Listed on
entry-ends-on = Ends on
entry-ended = Past: check whether the measure still applies
entry-citation = Notice
entry-remarks = Remarks
entry-source = { $list }, reference { $reference }, record { $record } of the published file.
entry-link = Open the official entry
silent-list-birth = The list gives no date of birth.
silent-list-address = The list gives no address.
silent-list-identifier = The list gives no identifier.
silent-query-birth = You gave no date of birth; with one you could compare it.
silent-query-country = You gave no country; with one you could compare it.
kind-unknown = Not stated
kind-person = Person
kind-organisation = Organisation
kind-vessel = Ship
kind-aircraft = Aircraft
kind-other = { $code }
name-kind-primary = main name
name-kind-alias = alias
name-kind-weak-alias = weak alias
name-kind-former = former name
name-kind-original-script = original script
name-kind-other = { $code }
country-role-nationality = nationality
country-role-address = address
country-role-registration = registered there
country-role-birth = born there
country-role-stated = named by the list
country-role-other = { $code }
identifier-passport = Passport
identifier-national-id = National identity number
identifier-tax-id = Tax number
identifier-registration = Register number
identifier-imo = IMO number
identifier-mmsi = MMSI
identifier-call-sign = Call sign
identifier-aircraft-mark = Aircraft mark
identifier-aircraft-serial = Aircraft serial number
identifier-lei = LEI
identifier-bic = BIC
identifier-email = E-mail
identifier-website = Web site
identifier-phone = Telephone
identifier-crypto-wallet = Wallet address
identifier-other = Other number
programme-sdgt = Global terrorism (US)
programme-fto = Foreign terrorist organisation (US)
programme-npwmd = Weapons of mass destruction and their means of delivery (US)
programme-iran = Iran (US)
programme-ifsr = Iran, financial sanctions (US)
programme-irgc = Iran, Revolutionary Guards (US)
programme-syria = Syria (US)
programme-cuba = Cuba (US)
programme-dprk = North Korea (US)
programme-dprk2 = North Korea (US)
programme-dprk3 = North Korea (US)
programme-dprk4 = North Korea (US)
programme-belarus = Belarus (US)
programme-belarus-eo14038 = Belarus (US)
programme-russia-eo14024 = Russia, harmful foreign activities (US)
programme-ukraine-eo13660 = Ukraine and Russia (US)
programme-ukraine-eo13661 = Ukraine and Russia (US)
programme-ukraine-eo13662 = Ukraine and Russia, sectors (US)
programme-ukraine-eo13685 = Crimea (US)
programme-sdntk = Narcotics kingpins (US)
programme-sdnt = Narcotics trafficking (US)
programme-illicit-drugs-eo14059 = Illicit drugs (US)
programme-glomag = Human rights and corruption (US)
programme-cyber2 = Cyber attacks (US)
programme-venezuela-eo13850 = Venezuela (US)
programme-burma-eo14014 = Myanmar (US)
programme-cmic-eo13959 = Chinese military-industrial companies (US)
programme-caatsa-russia = Russia, CAATSA (US)
programme-rus = Russia (EU)
programme-ukr = Ukraine, territorial integrity (EU)
programme-blr = Belarus (EU)
programme-irn = Iran (EU)
programme-syr = Syria (EU)
programme-prk = North Korea (EU)
programme-taqa = Terrorism: Al-Qaida and ISIL (EU)
programme-terr = Terrorism (EU)
programme-other = Programme as published

## Decision
decision-title = Your decision
decision-open = Not yet decided
decision-taken = Decided { $date }: { $verdict }
decision-before = Before: { $verdict }
decision-known = { $date }: { $verdict }
decision-known-by = { $date }, { $by }: { $verdict }
decision-earlier = { $count ->
    [one] One earlier decision is kept as well.
   *[other] { $count } earlier decisions are kept as well.
}
decision-question = Is { $listed } the same party as yours?
decision-reason = Reason
decision-reason-required = Reason (needed for a different party)
decision-reason-hint = What did you compare: country, date of birth, address, number, who told you?
decision-save = Record the decision
decision-saved = Recorded on this device
decision-problem-verdict = Choose one of the three answers
decision-problem-by = Write down who decided this
decision-problem-reason = Write down why it is a different party
decision-problem-storage = The browser did not store the decision. It may forbid storage in a private window.
decision-problem-other = { $code }
verdict-same = same party
verdict-different = different party
verdict-unsure = cannot tell
verdict-other = { $code }
verdict-choice-same = Same party
verdict-choice-different = Different party, because …
verdict-choice-unsure = I cannot tell
verdict-choice-other = { $code }
reopened-entry = Reopened: the entry changed.
reopened-lists = Reopened: the list was updated.
reopened-details = Reopened: you now gave other details about your party.
reopened-other = Reopened: { $code }.

## Many parties
many-title = Check many parties
many-lead = Read a table, check the columns, search. The file stays on this device.
many-input-title = Table
many-file-label = Choose a file or drop it here
many-file-hint = CSV, TSV or Excel (.xlsx), one party per row, up to 64 MB
many-paste-label = Or paste rows
many-paste-hint = From a spreadsheet, or one name per line
many-paste-submit = Read the rows
read-problem-empty = There are no rows in it.
read-problem-not-a-table = This is not a table this page can read. Save it as CSV or .xlsx.
read-problem-xls-old = This is an old Excel file (.xls). Save it as .xlsx or CSV.
read-problem-too-large = The file is larger than this page can read. Split it up.
read-problem-xlsx-damaged = The Excel file is damaged or protected. Save it again as .xlsx or CSV.
read-problem-other = The file could not be read ({ $code }).
many-columns-title = Columns
many-columns-text = { $count ->
    [one] One row read.
   *[other] { $count } rows read.
} { $blank ->
    [0] Check what each column holds.
    [one] One empty row was skipped. Check what each column holds.
   *[other] { $blank } empty rows were skipped. Check what each column holds.
}
many-has-header = The first row names the columns
many-column = Column
many-means = Holds
many-samples = First rows
many-column-number = Column { $number }
many-column-unused = Not used
column-name = Name
column-kind = Kind of party
column-country = Country
column-dob = Date of birth
column-id = Identifier
column-address = Address
column-role = Role
column-note = Your reference
column-other = { $code }
many-name-needed = Choose the column that holds the names.
many-run = { $count ->
    [one] Search one row
   *[other] Search { $count } rows
}
many-restart = Start over with another table
many-running-title = Searching
many-progress = { $done } of { $total } rows, { $rate } per second.
many-remaining = About { $time } left.
many-cancel = Cancel
many-results-title = { $count ->
    [one] Result for one row
   *[other] Results for { $count } rows
}
many-cancelled-title = Cancelled after { $done } of { $total } rows
many-results-file = From { $file }, { $rate } rows per second.
many-pasted-name = pasted rows
row-state-candidates = Candidates found
row-state-none = No candidate found
row-state-failed = Not searched: error
row-state-malformed = Not searched: row unreadable
row-state-waiting = Not searched: cancelled
row-state-other = { $code }
many-malformed-title = { $count ->
    [one] One row was not searched
   *[other] { $count } rows were not searched
}
many-malformed-row = Row { $row }:
many-malformed-more = and { $count } more; all are in the export
row-problem-quotes-open = a quotation mark is opened and never closed
row-problem-quotes-stray = a quotation mark stands in the wrong place
row-problem-cells-many = more cells than the first row
row-problem-no-name = there is no name
row-problem-name-long = the name is longer than 1000 characters
row-problem-other = { $code }
many-notes-title = { $count ->
    [one] In one row a detail could not be used; the name was searched without it
   *[other] In { $count } rows a detail could not be used; the names were searched without it
}
row-note-kind = Kind { $value } not understood.
row-note-country = Country { $value } not understood.
row-note-dob = Date { $value } not understood.
row-note-dob-ambiguous = Date { $value }: day and month could be swapped, so only the year was used.
row-note-other = { $code } { $value }
many-find = Find in the results
many-only = Show
many-only-all = All rows
many-export-csv = Export as CSV
many-export-json = Export as JSON
many-shown = { $count ->
    [one] One of { $total } rows shown
   *[other] { $count } of { $total } rows match
}
column-row = Row
column-state = Result
column-score = Score
column-best = Best candidate
many-open = { $count ->
    [one] One candidate
   *[other] { $count } candidates
}
many-open-for = for { $name }
pager-label = Pages of the table
pager-back = Previous
pager-next = Next
pager-place = Page { $page } of { $pages }
many-row-title = Row { $row }: { $name }
many-row-close = Close the row
many-no-candidate = “No candidate found” means: no candidate found in { $lists }; ownership not checked.

## Lists
lists-title = Lists
lists-lead = Which lists this page searches, how old they are, and which ones are missing.
load-title = Load lists
load-from-page = The lists that came with this page are open.
load-from-file = The lists from { $file } are open. They are opened again at the next visit.
load-none = No list is open.
load-step-download = Fetch the official lists from their publishers:
load-step-compile = Put them together in one file:
load-step-open = Open that file here.
load-kept = The file is checked before it is used. If anything is wrong with it, the lists that are open stay open.
load-busy = A table is being searched. Lists can be changed when it is done.
load-label = Open a list file or drop it on the field
load-hint = File name ending in .ecp
load-back = Back to the lists of this page
loaded-title = { $count ->
    [one] One list open
   *[other] { $count } lists open
}
loaded-text = { $parties } parties with { $names } names. Digest:
list-published = Edition { $date }:
list-retrieved = Fetched
list-stale-after = Counts as old after
list-terms = Terms of use
list-files = Files
list-file = { $format }, { $bytes } bytes, SHA-256
list-more = Sources of { $list }
list-diagnostics = { $count ->
    [one] One record in the published file has an oddity that was reported when it was read.
   *[other] { $count } records in the published file have oddities that were reported when they were read.
}
figure-parties = Parties
figure-names = Names
figure-weak = Weak aliases
figure-identifiers = Identifiers
figure-births = Dates of birth
figure-addresses = Addresses
missing-title = Lists not loaded
missing-text = A party on one of these lists is not found here.
missing-none = All lists this tool can read are loaded.
missing-other = There are more lists than this tool can read. Ask your competent authority which ones you must observe.
left-out-title = Files left out
left-out-count = { $count ->
    [one] One file or part of a file, and why
   *[other] { $count } files or parts of files, and why
}

## Decisions
decisions-title = Decisions
decisions-lead = Your decisions are stored in this browser only. Export them to keep or share them.
decisions-unavailable = The browser does not give access to its storage, so decisions are neither shown nor kept.
decisions-import = Import a decisions file
decisions-export = Export
decisions-wipe = Delete all
decisions-count = { $count ->
    [0] No decisions
    [one] One decision
   *[other] { $count } decisions
}
decisions-none = Decisions appear here when you record one below a candidate.
decisions-date = Date
decisions-party = Your party
decisions-candidate = Candidate
decisions-verdict = Decision
decisions-state = State
decisions-current = Taken with the lists open now
decisions-reopened = Lists updated since: search again
import-done = Imported: { $added } new, { $known } already there.
import-refused = This is not a decisions file of this page. Nothing was changed.
import-records-refused = { $count ->
    [one] One record was not imported because it is incomplete: number { $places }.
   *[other] { $count } records were not imported because they are incomplete: numbers { $places }.
}
wipe-title = { $count ->
    [one] Delete one decision?
   *[other] Delete { $count } decisions?
}
wipe-text = This cannot be undone. Export them first if you must keep records.
wipe-keep = Keep them
wipe-confirm = Delete all

## Item: finding the family
nav-items = Item
nav-parties = Parties
nav-item = Check an item
nav-coverage = Coverage
block-rules = Lists of goods
block-sheet-item = Self-check of an item
block-families = Kinds of item
block-sheet-case = Self-check of a case
block-lists-digest = Lists, digest
block-rules-digest = Rules, digest
item-title = Check an item
item-lead = Say what it is, answer what decides, and see which entries of the EU and US dual-use lists your answers meet.
item-query = What is it?
item-query-hint = Trade words, an HS code or a list code, for example: thermal camera, 8542.39, 3A001
item-query-empty = Enter what the item is
item-search = Search
item-other = Choose another kind of item
item-failed-title = There is no answer to this
rules-loading = Opening the rules …
rules-none = The rules for items are not open, so no item can be checked. Reload the page.
family-unknown = There is no kind of item called { $family } in these rules.
found-title = Found for { $query }
found-nothing-title = Nothing found for { $query }
found-nothing = This proves nothing: the words may be others than ours. Try a more general word, or pick the kind of item by category.
found-browse = Go to the categories
found-code-does-not-decide = The code alone does not decide. A tariff number groups goods for customs; whether an item is listed depends on its properties. These are the kinds of item that usually travel under it.
found-choose = Choose the kind that your item is.
found-not-there = None of these?
found-more = { $count ->
    [one] One more, less close
   *[other] { $count } more, less close
}
found-entries = Entries of the lists
found-crosswalk = Codes of other lists
found-crosswalk-hint = Codes only: the other list may have other limits.
found-why-word = “{ $query }” in “{ $matched }”
found-why-synonym = “{ $query }” means the same as in “{ $matched }”
found-why-typo = spelling corrected: “{ $query }”, found in “{ $matched }”
found-why-hs = usually travels under HS { $matched }
found-why-entry = has a provision in { $matched }
found-why-attribute = “{ $query }” in the property “{ $matched }”
found-why-other = “{ $query }” in “{ $matched }”
found-in-language = { $text } ({ $language })
category = Category { $category }: { $name }
category-none = Without category
browse-title = By category
browse-text = All kinds of item this page knows, by the categories of the lists.
browse-count = { $count ->
    [0] no kinds yet
    [one] one kind
   *[other] { $count } kinds
}
browse-empty = This page has no kinds of item here yet. The lists do have entries in this category.
entry-undescribed = This entry is not described here.
entry-in-lists = in { $lists }
entry-regime = Origin
regime-wa = Wassenaar Arrangement
regime-mtcr = Missile Technology Control Regime
regime-nsg = Nuclear Suppliers Group
regime-ag = Australia Group
regime-cwc = Chemical Weapons Convention
regime-national = national
regime-other = { $code }
unread-no-attribute = names nothing that is asked
unread-no-value = has no value that can be read
unread-ambiguous = could mean several questions
unread-twice = another row gives a different value
unread-too-long = is too long
unread-other = { $code }
other-list-uk = United Kingdom
other-list-cn = China
other-list-jp = Japan
other-list-ml = Munitions list
other-list-other = { $code }
crosswalk-same = corresponds to
crosswalk-narrower = covers less than
crosswalk-broader = covers more than
crosswalk-none = has no counterpart in
crosswalk-different = is another item than
crosswalk-by-customs-code = by customs code, if no listed item comes first
crosswalk-other = { $code }

## Item: questions
ways-label = Ways to answer
way-question = One question at a time
way-sheet = All values on one sheet
way-paste = Paste a datasheet
way-result = Result so far
side-label = Where you stand
standing-title = Where you stand
standing-open = { $count ->
    [0] All { $total } provisions are decided.
    [one] One of { $total } provisions is still undecided.
   *[other] { $open } of { $total } provisions are still undecided.
}
to-result = Show the result
answers-title = { $count ->
    [0] Your answers
    [one] One answer
   *[other] { $count } answers
}
answers-none = None yet. Answers stay when you change one or go another way.
answers-carried = { $count ->
    [one] One answer was taken over from the item before.
   *[other] { $count } answers were taken over from the item before.
}
answers-drop = It is another item: start without them
answer-change = Change
answer-not-understood = not understood
answer-not-given = No answer yet
answer-none = None of these
answer-yes = Yes
answer-no = No
answer-other = { $code }
unit-of = Unit: { $label }
quantity-hint = Comma or point; another unit may be typed after the number, as in 0.9 µm. Also: <= 8.7 Hz or 29.5 to 30.5 dBm.
answer-problem-unknown-unit = The unit in { $given } is not known
answer-problem-wrong-dimension = The unit in { $given } measures something else
answer-problem-unknown-option = { $given } is not one of the choices
answer-problem-not-a-quantity = { $given } has no number that can be read
answer-problem-missing-unit = { $given } has no unit
answer-problem-out-of-range = { $given } is too large or too small
answer-problem-reversed-range = { $given } ends below its start
answer-problem-ambiguous-number = { $given } can be read in two ways: leave out the thousands separator, or write a decimal point
answer-problem-unknown-code = This list has no paragraph { $given }
answer-problem-too-long = { $given } is too long for a value
answer-problem-not-yes-or-no = { $given } is neither yes nor no
answer-problem-unknown-attribute = The rules of today do not ask for this any more
answer-problem-other = { $given } was not understood ({ $code })
review-title = First: does another list come before?
review-text = Some items belong to munitions lists or other agencies. Those come before the dual-use lists.
review-yes = Another list or agency comes first for this item. Ask there before you rely on the result for the dual-use lists.
review-undecided = Not yet settled: whether another list or agency comes first
review-change = Answer these questions
review-open = You can go on without an answer; the result then says that this is open.
question-continue = Continue
question-back = Back
question-unanswered = Answer the question, or say that you do not know
question-decides = { $decides ->
    [0] On its own this question does not decide any of the { $of } open provisions yet.
    [one] This question can decide one of { $of } open provisions.
   *[other] This question can decide { $decides } of { $of } open provisions.
}
question-decides-nothing = No open provision depends on this question now.
question-derived = Worked out from these answers, unless you give it here:
question-direct = Or give directly, if the datasheet does:
question-measured = How it is measured
question-aka = On the datasheet also
question-cite = Defined in
sheet-title = All values on one sheet
sheet-text = Fill in what the datasheet gives; leave the rest empty. Every value counts as soon as you leave its field.
sheet-idle = not needed as things stand
sheet-derived = Worked out
sheet-derived-text = These follow from the values above. Enter one only if the datasheet gives it itself; it then counts instead.
sheet-question = The question
paste-title = Paste a datasheet
paste-text = Copy the table of technical data and paste it here. You see what was recognised before anything is taken over.
paste-label = Rows of the datasheet
paste-read = Read the rows
paste-found = { $count ->
    [0] No value recognised
    [one] One value recognised
   *[other] { $count } values recognised
}
paste-nothing = None of these rows names a value that this item is asked for. Enter the values by hand.
paste-take = { $count ->
    [0] Take over no value
    [one] Take over one value
   *[other] Take over { $count } values
}
paste-line = Line { $line }:
paste-replaces = replaces { $answer }
paste-unread = { $count ->
    [one] One line not used
   *[other] { $count } lines not used
}
paste-unread-text = Check whether something the questions ask for stands here.

## Item: drawings
diagram-ifov = Instantaneous field of view: the angle one pixel sees
diagram-pixel = Pixel pitch
diagram-lens = Lens
diagram-angle = Angle
diagram-focal-length = Focal length
diagram-beam-parameter-product = Beam parameter product: waist radius times half the divergence angle
diagram-waist = Waist
diagram-half-angle = Half angle
diagram-five-axis = Axes that can be moved together to follow a contour
diagram-linear-axes = Linear axes
diagram-rotary-axes = Rotary axes
diagram-cmm-mpe = Maximum permissible error: a fixed part and a part that grows with the length
diagram-length = Measured length L
diagram-error = Error
diagram-temperature-range = Rated temperature range: from the lowest to the highest ambient temperature of use
diagram-lowest = Lowest
diagram-highest = Highest
diagram-rated = Rated for use
diagram-specific-modulus = Specific modulus: Young’s modulus divided by specific weight
diagram-strain = Strain
diagram-stress = Stress
diagram-length-unit = in metres

## Item: result
item-result-title = Result for { $name }
item-result-made = Evaluated as of { $date } with the rules { $version }
verdict-listed = Listed: { $codes }
verdict-listed-open = { $count ->
    [one] One more provision is not decided yet.
   *[other] { $count } more provisions are not decided yet.
}
verdict-undecided = Cannot be decided yet; answer:
verdict-more-questions = { $count ->
    [one] and one more question
   *[other] and { $count } more questions
}
verdict-described = What is open here is not modelled yet. Read the official text or ask the competent authority.
verdict-no-rule = Cannot be decided yet: these rules hold nothing about this kind of item in this list
verdict-none = No listed entry identified in { $lists } from your answers
verdict-short-listed = listed
verdict-short-undecided = cannot be decided yet
verdict-short-none-identified = no listed entry identified
verdict-short-no-rule = cannot be decided: no rules
verdict-short-other = { $code }
outcome-met = met
outcome-not-met = not met
outcome-unknown = undecided
outcome-not-modelled = not evaluated here
outcome-other = { $code }
item-problems-title = { $count ->
    [one] One answer was not understood and counts as no answer
   *[other] { $count } answers were not understood and count as no answer
}
unknown-title = Answers still needed
unknown-text = You said that you do not know these. As long as they are open, so is the result.
cost-1 = usually printed on the datasheet
cost-2 = look in the manual or ask the maker
cost-3 = must be measured, or ask an expert
cost-other = { $code }
clauses-title = Paragraph by paragraph
clauses-none-open = No provision is met or undecided with your answers.
clauses-undecided = { $count ->
    [one] One paragraph undecided
   *[other] { $count } paragraphs undecided
}
clauses-not-met = { $count ->
    [one] One paragraph not met
   *[other] { $count } paragraphs not met
}
clause-differs = The lists differ here.
clause-absent = This list has no such provision under this number in these rules.
clause-twin = The same criteria and result as above.
clause-described = Described only: these rules cannot evaluate this paragraph. Read the official text.
clause-missing = To decide it, answer:
clause-reasons = Reasons for control: { $reasons }
criterion-yours = yours:
criterion-limit = limit:
criterion-from = worked out from { $sources }
criterion-by-definition = by definition of this kind of item
criterion-reference = Another provision
criterion-no-answer = no answer
criterion-near = Close to the limit: check the value, its tolerance and how it was measured.
limit-is = { $options }
limit-is-not = not { $options }
limit-has-any = includes { $options }
limit-has-all = includes { $options }
limit-has-none = includes neither { $options }
limit-lacks-any = does not include all of { $options }
limit-specified-by = is met: { $options }
limit-not-specified-by = is not met: { $options }
limit-other = { $code } { $options }
released-by = Released by a note:
release-open = A note could release it:
entry-paragraphs = { $entry } ({ $count } paragraphs)
entry-only-in = Only in { $list }
reasons-title = Reasons for control ({ $list }):
reason-column = { $code } { $name }, column { $column }
reason-plain = { $code } { $name }
reason-ns = national security
reason-mt = missile technology
reason-np = nuclear non-proliferation
reason-cb = chemical and biological weapons
reason-rs = regional stability
reason-cc = crime control
reason-fc = Firearms Convention
reason-at = anti-terrorism
reason-ei = encryption items
reason-un = United Nations embargo
reason-si = significant items
reason-sl = surreptitious listening
reason-ss = short supply
reason-other = { $code }
status-provisional = Provisional: not final
status-announced = Announced, not yet in force
status-suspended = Suspended
status-repealed = Repealed
status-other = { $code }
official-link = Official text: { $list }
official-text = Official text
official-wording = Official wording of { $code }, { $list }
wording-caution-exponent = An exponent may have lost its place here; read the official text.
wording-caution-other = { $code }
wording-source = From the file you loaded: { $list }, { $version }.
wording-hint = The official wording can stand beside these criteria: load it under
not-in-force-title = Not applied: not in force on this day
related-title = Software and technology that belong to it
related-text = Sending software, drawings or know-how is an export of its own, by e-mail too.
related-for = For
related-software = Software
related-technology = Technology
see-also-title = See also
see-also-text = Entries that can cover the same kind of item under other criteria.
item-coverage = { $list }: these rules evaluate { $modelled } of the { $leaves } paragraphs of the whole list.
item-not-modelled = { $count ->
    [one] One paragraph of the entries looked at is not evaluated here
   *[other] { $count } paragraphs of the entries looked at are not evaluated here
}
item-not-checked-lists = Other lists: only { $lists } were looked at. Munitions lists, national lists, sanctions annexes and lists of other countries were not.
item-not-checked-text = The criteria are written in our own words. The official text decides.
item-not-checked-parties = Buyer, end user, destination and end use were not checked here.
item-notice-catch-all = Catch-all: an item that is not listed can still need a licence because of its end use, for example for weapons of mass destruction, military use in an embargoed country or surveillance. If you know or have been told of such a use, ask the authority before exporting.
item-notice-sanctions = Sanctions: country and party sanctions apply to every item, listed or not, and have goods lists of their own.
item-notice-authority = Competent authority: in the EU that of your member state, in Germany BAFA; for US rules BIS, for munitions DDTC. It can classify an item bindingly.
item-notice-responsibility = The exporter is responsible for the classification. This result supports your own examination; it is not an approval.
item-notice-other = { $code }

## Item: saved products
save-title = Keep this item
save-name = Name
save-hint = Your product name or number. It is stored in this browser only.
save = Save
saved = Saved on this device
print = Print
save-problem-name = Enter a name
save-problem-storage = The browser did not store it. It may forbid storage in a private window.
save-problem-other = { $code }
products-count = { $count ->
    [0] Saved products
    [one] One saved product
   *[other] { $count } saved products
}
products-none = A result can be saved under a name and reopened here.
products-unavailable = The browser does not give access to its storage, so products are neither shown nor kept.
products-import = Import products
products-import-hint = A file exported here
products-import-refused = This is not a products file of this page. Nothing was changed.
products-export = Export products
product-verdict = { $list }: { $verdict }
product-reopen = Reopen
product-delete = Delete
product-keep = Keep it
product-delete-title = Delete { $name }?
reopened-same = Evaluated again: the same result as saved on { $date }.
reopened-changed = Evaluated again: the result is not the one saved on { $date }. It differs in { $lists }.
reopened-rules = The rules have changed since.

## May it go there
nav-licence = May it go there?
to-licence = May it go there?
licence-title = May it go there?
licence-lead = Say what goes, from where and to where, and see what the export rules of the EU and the US say about it, clause by clause.
licence-no-rules = The rules for destinations are not open, so nothing can be said about an export. Reload the page.
licence-case = The case
licence-private = The case is worked out on this device. Nothing is fetched, sent or stored.
licence-submit = Work out the case
licence-item = What goes?
licence-item-hint = Not classified yet?
licence-item-none = Item without a listed entry, by your own statement
licence-source-checked = The item checked here:
licence-source-product = A saved product
licence-source-codes = I know the codes
licence-product = Product
licence-code-us = ECCN (United States)
licence-code-list = Entry in { $list }
licence-code-hint = With its paragraph, as in 2B001.b.2; several with commas
licence-code-read = Read as { $codes }
licence-code-unknown = There is no paragraph { $codes } in this list. Check the code; it was left out.
licence-code-none = I have checked: no entry of this list applies
licence-exporter = Leaves from
licence-exporter-hint = Where the goods are when they set off, and where the exporter is established
licence-origin = Made in
licence-origin-hint = Country of manufacture; US rules follow US-made goods everywhere
licence-destination = Goes to
licence-destination-hint = Where the goods finally stay, not where they pass through
licence-end-user = End user sits in
licence-end-user-hint = Headquarters of whoever uses them
licence-end-user-same = In the country of destination
licence-more = More about the case
licence-more-hint = Other parties, date
licence-parties = Countries of the other parties
licence-parties-hint = Buyer, consignee, agent, bank: every other country where a party of the deal sits or has its headquarters
licence-no-others = All parties sit in the countries given above
licence-party-country = Choose a country
licence-party-add = Add
licence-party-remove = Remove
licence-date = Law as of
licence-date-hint = Today, unless you look at another day
licence-problem-item = Say what goes: an item checked here, a saved product or its codes
licence-problem-codes = Check the code that is not in the list
licence-problem-destination = Choose where it goes
licence-problem-other = { $code }
licence-route = { $from } to { $to }
licence-route-to = to { $to }
licence-tabs = Views of the case
licence-tab-result = Result
licence-tab-map = World map
licence-tab-other = { $code }
licence-step-one = Name the item: checked here, saved, or by its codes.
licence-step-two = Say where it leaves from, where it was made and where it goes.
licence-step-three = Answer what decides, in place; every answer shows its effect at once.
licence-result-title = { $item }, { $route }
licence-details-of = { $name } in detail
licence-outcome-prohibited = Prohibited by these rules
licence-outcome-sanctions-review = Sanctions come first: have the case reviewed before anything else
licence-outcome-licence-required = A licence is required
licence-outcome-notify-authority = Tell the competent authority before it goes
licence-outcome-undecided = Cannot be decided yet; answer:
licence-outcome-not-in-scope = From your answers these rules do not reach this case
licence-outcome-other = { $code }
licence-authorisation-possible = A licence is required, unless one of these takes its place. May be available if you meet: { $names }
licence-none-identified = No licence requirement identified by the checks run; not run: { $checks }
licence-none-identified-all = No licence requirement identified by the checks run
licence-short-prohibited = prohibited
licence-short-sanctions-review = sanctions to be reviewed first
licence-short-licence-required = a licence is required
licence-short-notify-authority = the authority must be told first
licence-short-authorisation-possible = a licence is required unless an authorisation takes its place
licence-short-undecided = cannot be decided yet
licence-short-none-identified = no licence requirement identified by the checks run
licence-short-not-in-scope = these rules do not reach the case
licence-short-other = { $code }
licence-item-in-list = Item:
licence-item-listed = Listed
licence-item-undecided = Not yet decided whether it is listed
licence-item-none-identified = No listed entry identified
licence-item-no-rule = Cannot be decided: no rules for this kind of item
licence-item-not-given = No code of this list was given, so nothing that rests on it could be checked
licence-item-other = { $code }
licence-not-run-label = Not run:
licence-deciding = { $count ->
    [one] The clause that decides
   *[other] The clauses that decide
}
licence-hangs-on = { $count ->
    [one] The clause it hangs on
   *[other] The clauses it hangs on
}
licence-result-hangs-on = The result hangs on this.
licence-depends-on = which depends on: { $title }
licence-decides = This decides the result.
licence-differs = The two come to different results
licence-because = because of: { $title }
licence-to-questions = Answer them here
licence-questions-title = What to answer next
licence-questions-text = { $count ->
    [0] Nothing more is asked for now.
    [one] One open question. It decides.
   *[other] { $total } open questions; these decide most.
}
licence-help = What this means
licence-ask-form = Still needed: { $fact }
licence-ask-item = What the item is
licence-ask-paragraph = The paragraph of { $code } that the item falls under
licence-ask-reasons = Reasons for control of { $entry }
licence-to-form = Fill it in above
licence-to-item = Answer about the item
licence-take-back = Take back
licence-not-held = These rules do not hold, so this stays open:
licence-findings = { $count ->
    [0] Rules that apply
    [one] One rule applies
   *[other] { $count } rules apply
}
licence-findings-none = None of the rules checked applies to this case, from your answers.
licence-findings-open = { $count ->
    [one] One rule not decided yet
   *[other] { $count } rules not decided yet
}
licence-kind-scope = Reach of the rules
licence-kind-prohibition = Prohibition
licence-kind-sanctions-review = Sanctions
licence-kind-requirement = Licence requirement
licence-kind-notification = Notice to the authority
licence-kind-content-limit = Limit for US content
licence-kind-content-zero = US content without limit
licence-kind-other = { $code }
licence-why = Why
licence-reach = These rules reach the case
licence-reach-open = Whether these rules reach the case is not decided yet.
licence-if-in-scope = If they do: { $outcome }.
licence-scope-open = Whether it is made for this case depends on:
licence-out-of-scope = { $count ->
    [one] One made for other cases
   *[other] { $count } made for other cases
}
licence-conditions-met = { $count ->
    [one] One condition met
   *[other] { $count } conditions met
}
licence-overcome = Can give way to: { $names }
licence-authorisations = { $count ->
    [0] Authorisations
    [one] One authorisation that may take the place of a licence
   *[other] { $count } authorisations that may take the place of a licence
}
licence-authorisations-none = From your answers none of those looked at can be used. Ask for an individual licence.
licence-state-open = May be available if you meet:
licence-state-not-asked = For a special case. It counts once you confirm that yours is one.
licence-state-scope-open = It counts once it is settled that it is made for this case.
licence-state-ruled-out = Ruled out
licence-state-conditions-met = From your answers every condition listed is met. It may be available; read its text and keep the duties below before you use it.
licence-state-other = { $code }
licence-for = For:
licence-leaves = Does not take the place of: { $measures }
licence-conditions-open = { $open ->
    [0] all { $total } conditions met
    [one] one of { $total } conditions open
   *[other] { $open } of { $total } conditions open
}
licence-shared = Restrictions on several of these
licence-shared-by = For { $names }
licence-special = { $count ->
    [one] One more, for a special case or not settled
   *[other] { $count } more, for special cases or not settled
}
licence-scope-undecided = not decided whether it is made for this case
licence-special-text = Repairs, exhibitions, spare parts, baggage and the like. None of them counts in the result until your answers show that it is made for your case.
licence-authorisations-special = From your answers none fits as things stand. If yours is one of the special cases below, confirm it; otherwise ask for an individual licence.
licence-shared-text = Answered once, they count for { $names }.
licence-and-shared = { $count ->
    [one] And one restriction that several share, see below.
   *[other] And { $count } restrictions that several share, see below.
}
licence-duties-with = If you use { $name }, you must:
licence-ruled-out = { $count ->
    [one] One ruled out
   *[other] { $count } ruled out
}
licence-duties = What else you must do
licence-prompts = Ask or look here too
licence-perhaps = may apply
licence-not-run = Checks that need your answers
licence-check-open = not run: { $answered } of { $total } answered
licence-check-run = answered
licence-others = Codes in other countries’ lists
licence-others-hint = Codes only, not a result: limits, destinations and licences of these countries were not looked at.
licence-limits-not-run = { $name }, not run: { $checks }.
licence-limits-others = Rules of other countries, national lists and national embargoes, among them those of the country of destination and of transit.
licence-limits-parties = The parties themselves: whether buyer, end user or bank stands on a sanctions list was not searched here.
licence-limits-text = The rules are written in our own words. The official text decides.
licence-notice-catch-all = Catch-all: an item that is not listed can need a licence because of what it is used for. If you know, suspect or have been told of a use for weapons of mass destruction, a military use in an embargoed country or surveillance, ask the authority before it goes.
licence-notice-sanctions = Sanctions: embargoes have goods lists and party lists of their own, and they change often. They apply beside the rules looked at here.
licence-notice-authority = Competent authority: in the EU that of the member state where the exporter is established, in Germany BAFA; in the US BIS, for sanctions OFAC. It can tell you bindingly.
licence-notice-responsibility = The exporter is responsible for the examination and the decision. This result supports both; it is not an approval.
licence-notice-other = { $code }
licence-reason-label = { $code }, reason { $reason }
licence-reason-question = { $code } is controlled for { $reason } only in part. Does this line apply to your item?
licence-fact-destination = Destination
licence-fact-exporter = Leaves from
licence-fact-origin = Made in
licence-fact-end-user-country = Country of the end user
licence-fact-party-countries = Countries of the other parties
licence-fact-other = { $code }
licence-fact-is = { $fact }: { $value }
licence-fact-reason = Controlled for { $reason }
licence-fact-item-listed = Item is listed
licence-chart-column = destinations marked in Country Chart column { $column }
licence-chart-note = destinations with footnote { $number } of the Country Chart
licence-chart-embargo = destinations that the Country Chart leaves to the embargoes
licence-fact-exception-limit = Value limit of { $name } for this entry
licence-fact-exception-listed = The entry lists { $name }

## Item: coverage and official wording
coverage-title = Coverage
coverage-lead = How much of each list these rules can evaluate, paragraph by paragraph.
coverage-version = Version { $version }, { $count ->
    [one] one entry
   *[other] { $count } entries
}
coverage-modelled = Evaluated
coverage-described = Described only
coverage-absent = Absent
coverage-leaves = Paragraphs
coverage-share = Share
coverage-entry = Entry
coverage-meaning = An item is only compared with what is evaluated. For everything else this page gives no answer, and an empty result says nothing about it.
coverage-list = List
coverage-all-lists = All lists
coverage-category = Category
coverage-all-categories = All categories
coverage-entries = { $list }: { $count ->
    [one] one entry
   *[other] { $count } entries
}
wording-title = Official wording of the lists of goods
wording-text = A file made from the official texts lets the result show their wording beside our criteria. It stays on this device.
wording-open = Open: { $file }
wording-none = No official wording is open.
wording-step-compile = Make the file from the official texts:
wording-label = Open a file with official wording
wording-forget = Close the official wording

## Failures, by code
failure-pack-too-short = The file is too short; the download may have stopped half-way.
failure-pack-not-a-pack = This is not a file of this tool.
failure-pack-version-newer = The file was made for a newer version of this page. Reload the page.
failure-pack-kind = The file is of this tool, but of another kind than is opened here.
failure-pack-too-large = The file is larger than this page can open.
failure-pack-checksum = The file is damaged: its content does not fit its digest. Fetch it again.
failure-pack-manifest = The table of contents of the file is damaged. Fetch it again.
failure-pack-section = A part of the file is damaged. Fetch it again.
failure-pack-signature-missing = The file is not signed, but a signature is required.
failure-pack-signature-wrong = The signature of the file does not fit. Do not use it; fetch it again from its source.
failure-pack-self-test = The list file fails its own test searches. Fetch or make it again.
failure-no-pack = No list is open, so nothing can be searched.
failure-bad-request = The search did not understand an entry. Check the date and the other details.
failure-no-rules = The rules for items are not open. Reload the page.
failure-no-family = These rules do not know this kind of item any more. Choose it anew.
failure-no-list = These rules do not hold this list.
failure-no-language = These rules have no texts in this language.
failure-no-text = No official wording is open.
failure-engine-crashed = The search stopped unexpectedly.
failure-engine-timeout = The search took too long and was stopped.
failure-engine-failed = The search did not start. Reload the page.
failure-other = Reason: { $code }.

## May it go there: bill of materials
licence-tab-bom = Parts list
bom-title = Parts list of a product made outside the US
bom-lead = A product made abroad falls under US export rules when too much of its value is US parts that would need a US licence for this destination. Read its parts list to work out the share.
bom-columns-wanted = One part per row: part, country of origin, ECCN, value and quantity. The columns are shown for correction before anything is counted.
bom-file-hint = CSV, TSV or Excel (.xlsx), one part per row
bom-paste-hint = From a spreadsheet, with commas, semicolons or tabs between the cells
bom-private = The list is read on this device. Nothing is sent or stored; it is gone when you close the page.
bom-field-part = Part
bom-field-origin = Country of origin
bom-field-code = ECCN
bom-field-value = Value of one piece
bom-field-total = Value of the line
bom-field-quantity = Quantity
bom-field-row = Row
bom-field-other = { $code }
bom-value-and-total = Value of one piece times quantity is counted; where the piece has no value, the value of the line is.
bom-style = How figures are written
bom-style-hint = Figures that are numbers in an Excel file are read as they are.
bom-style-unclear = As they stand; tell me what can be read in two ways
bom-style-comma = 1.234,56 (decimal comma)
bom-style-point = 1,234.56 (decimal point)
bom-style-other = { $code }
bom-currency-hint = All values and the price of the product must be in one currency; nothing is converted.
bom-needed-origin = Choose the column that holds the country of origin.
bom-needed-value = Choose the column that holds the value of one piece or of the line.
bom-needed-other = { $code }
bom-run = { $count ->
    [one] Work out one line
   *[other] Work out { $count } lines
}
bom-product-title = The product
bom-source = { $count ->
    [one] From { $file }, one line.
   *[other] From { $file }, { $count } lines.
}
bom-pasted-name = pasted rows
bom-to-columns = Change the columns
bom-product-value = Price of the product
bom-product-value-hint = Fair market price where it is sold, in the currency of the list
bom-product-value-hint-in = Fair market price where it is sold, in { $currency } as in the list
bom-change-destination = Change it in the case
bom-facts = About the finished product
bom-facts-hint = In some products certain US parts count from the first cent
bom-working = The lines are being worked out …
bom-result-title = US content for { $destination }
bom-verdict-over = Above the limit: by its US content the product falls under US export rules for this destination.
bom-verdict-bypass = A US part counts in any amount: it brings the whole product under US export rules for this destination.
bom-verdict-not-over = Not above the limit, from the lines as given. US rules can reach the product in other ways; see below.
bom-verdict-undecided = Cannot be decided yet:
bom-open-product = The price of the product is missing or cannot be read.
bom-open-value = { $count ->
    [one] Row { $lines } has no value that can be read.
   *[other] Rows { $lines } have no value that can be read.
}
bom-open-code = { $count ->
    [one] Row { $lines }: origin or ECCN is not known. It could be a part that counts in any amount.
   *[other] Rows { $lines }: origin or ECCN is not known. They could be parts that count in any amount.
}
bom-open-undecided = { $count ->
    [one] Row { $lines }: whether it would need a licence is open. Open the line to see what is missing.
   *[other] Rows { $lines }: whether they would need a licence is open. Open a line to see what is missing.
}
bom-open-special = { $count ->
    [one] Row { $lines }: it may count in any amount; that depends on the finished product or on the part.
   *[other] Rows { $lines }: they may count in any amount; that depends on the finished product or on the part.
}
bom-share = Controlled US content
bom-share-max = If every open line counted
bom-limit = Limit
bom-percent = { $value } %
bom-not-yet = open
bom-worked-out = { $controlled } of { $product }
bom-no-limit = These rules hold no limit for this destination, so the share decides nothing.
bom-sum-above = The lines add up to { $sum }, which is more than the price of the product. Check price, quantities and currency.
bom-bypass-title = Counts in any amount (limit 0 %)
bom-bypass-open = { $count ->
    [one] One rule under which a part may count in any amount
   *[other] { $count } rules under which a part may count in any amount
}
bom-bypass-open-hint = What the finished product is, asked above, settles most of them.
bom-bypass-lines = { $count ->
    [one] Row { $lines }.
   *[other] Rows { $lines }.
}
bom-lines-more = { $lines } and { $count } more
bom-left = { $count ->
    [one] You left out one line: { $lines }.
   *[other] You left out { $count } lines: { $lines }.
}
bom-take = Use { $share } in the result
bom-take-range = Use { $low } to { $high } in the result
bom-take-hint = The result then counts with this share. Parts that count in any amount are a question of their own there.
bom-take-not-yet = The share can be used in the result once price and values of all lines can be read.
bom-taken = The share stands in the result, for { $destination }. It is taken back when the destination, the date or the lines change.
bom-to-result = To the result
bom-problems = { $count ->
    [one] One line has something that could not be read
   *[other] { $count } lines have something that could not be read
}
bom-line = Row { $line }
bom-lines-title = The lines
bom-lines-hint = Open a line to see the codes of other lists, to correct it or to leave it out.
bom-only-count = { $name } ({ $count })
bom-only-all = All lines
bom-only-yes = Counts
bom-only-no = Does not count
bom-only-undecided = Open
bom-only-problem = Could not be read in full
bom-only-other = { $code }
bom-column-line = Row
bom-column-counts = Counts?
bom-column-why = Why
bom-none-shown = No line of this kind.
bom-mended = corrected here
bom-counts-yes = Counts
bom-counts-no = Does not count
bom-counts-undecided = Open
bom-counts-other = { $code }
bom-counts-left = Left out by you
bom-any-met = in any amount
bom-any-unknown = perhaps in any amount
bom-counts-as = counts as { $country }
bom-why-foreign = Not of US origin
bom-why-none = No licence requirement identified for this part alone by the checks run
bom-why-none-stated = No entry applies, by your statement; no licence requirement identified by the checks run
bom-why-origin = The country of origin is not known
bom-why-code = The ECCN is not known
bom-why-open = Depends on:
bom-why-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
bom-note-code-several = { $given }: give one code per line
bom-note-currency = { $given }: not in the currency of the other lines
bom-note-quantity-none = there is no quantity; counted as one piece
bom-note-other = { $given }
bom-problem-not-a-number = “{ $given }” is not a number
bom-problem-no-value = there is no value
bom-problem-no-quantity = there is no quantity
bom-problem-ambiguous = “{ $given }” can be read in two ways; say how figures are written, or correct it
bom-problem-too-large = “{ $given }” has too many digits
bom-problem-negative = “{ $given }”: a value below zero cannot be counted
bom-problem-origin-missing = it is missing
bom-problem-origin-unknown = “{ $given }” is no country known here; write its name or two-letter code
bom-problem-code-unknown = “{ $given }” is no paragraph of the US list; give it with dots, such as 3A001.b.2, or “none”
bom-problem-zero = It must be above zero
bom-problem-other = { $given }
bom-missing = To decide this line, these rules need to know about the part:
bom-missing-hint = Ask its maker, give the code with its paragraph, or check the part by itself under “Check an item”.
bom-codes-title = Codes in other lists
bom-list-eu = EU
bom-list-uk = United Kingdom
bom-list-jp = Japan
bom-list-cn = China
bom-list-other = { $code }
bom-same-code = carries the same code; compare the wording, it can differ
bom-codes-hint = Codes only, not a result: nothing of these lists was evaluated for this part.
bom-mend-title = Correct this line
bom-mend-hint = Only on this page; your file stays as it is. ECCN: “none” if you have checked that no entry applies.
bom-mend-submit = Take over
bom-leave-out = Leave this line out
bom-take-in = Count it again
bom-limits-other-ways = Other ways in which US rules reach a product: made in the US, sent from or through the US, made with US technology or on US equipment. The result asks about them.
bom-limits-codes = Origins and ECCNs are taken as given. Ask makers in writing; they know them.
bom-limits-values = Values are taken as given: fair market price of each part where the product is made.
bom-limits-technology = Software is counted with the hardware it comes with. For technology a report to BIS is due before the share may be used.

# Shipment history
history-title = Shipment history
history-lead = Compare a list of your shipments with what authorities tell exporters to look at: odd routes, jumps in size or price, new customers, sales that move after a control.
history-input-title = Your shipments
history-wanted = One shipment per row: date, customer, country of destination; where you have them customs code, country on the way, value, net mass, pieces and when the customer was founded. Include planned shipments.
history-file-hint = CSV, TSV or Excel (.xlsx), one shipment per row, up to 64 MB
history-private = Nothing leaves this page: the list is read and compared on this device, and is gone when you close it.
history-field-date = Date
history-field-customer = Customer
history-field-destination = Country of destination
history-field-via = Country on the way
history-field-hs = Customs code (HS)
history-field-item = Item (not compared)
history-field-value = Value of the shipment
history-field-currency = Currency
history-field-mass = Net mass
history-field-quantity = Pieces
history-field-registered = Customer founded
history-field-exporter = Country you ship from
history-field-place = Position of a country
history-field-other = { $code }
history-order = How dates are written
history-order-hint = Matters only for dates such as 03/04/2025
history-order-unclear = As they stand; tell me what can be read in two ways
history-order-day-first = Day first (31/12/2025)
history-order-month-first = Month first (12/31/2025)
history-order-other = { $code }
history-unit = Unit of the mass
history-unit-hint = For masses that stand without a unit
history-unit-none = Not known; do not compare them
history-exporter = You ship from
history-exporter-hint = To see which ways are far longer than direct
history-exporter-none = Not given; do not compare ways
history-currency-hint = Values in different currencies are not compared with each other; nothing is converted.
history-needed-date = Choose the column that holds the date.
history-needed-subject = Choose the column that holds the customer or the country of destination.
history-needed-other = { $code }
history-run = { $count ->
    [one] Compare one shipment
   *[other] Compare { $count } shipments
}
history-working = The shipments are being compared …
history-result-title = Patterns in { $file }
history-found = { $count ->
    [one] One pattern to look at in { $rows } rows.
   *[other] { $count } patterns to look at in { $rows } rows.
}
history-none = No pattern found by these checks in { $rows } rows.
history-sign-only = A pattern is a reason to ask, no proof; that none is found says nothing about a shipment. What could not be judged stands below.
history-span = { $first } to { $last }; { $used } of { $rows } rows used.
history-kind-new-route = Route
history-kind-volume = Size
history-kind-new-customer = New or turning customers
history-kind-price-per-kg = Price per kilogram
history-kind-shift-after-control = Shift after a control
history-kind-other = { $code }
history-show-all = Show all { $count }
history-subject-via = via { $via }
history-subject-hs = HS { $hs }
history-no-way = none stated
history-nobody = a customer who is not named
history-amount = { $amount } { $unit }
history-unit-shipments = shipments
history-unit-pieces = pieces
history-unit-per-kg = per kilogram
history-row = Row
history-when = When
history-series = What
history-yes = yes
history-quarter = Q{ $quarter } { $year }
history-lines = { $count ->
    [one] Row { $lines } of your list
   *[other] Rows { $lines } of your list
}
history-lines-more = Rows { $lines } and { $count } more of your list
history-explain-route-through = { $count ->
    [one] One shipment to { $destination } is listed as going via { $via }, on { $date }.
   *[other] { $count } shipments to { $destination } are listed as going via { $via }, the first on { $date }.
}
history-explain-route-new = { $count ->
    [one] On { $date } a shipment went via { $via }.
   *[other] Since { $date }, { $count } shipments went via { $via }.
} None of the { $earlier } earlier ones { $basis ->
    [customer] to this customer there
   *[other] to { $destination }
} did; most often the country on the way was: { $usual } ({ $usual_count } times).
history-explain-route-detour = From { $from } via { $via } to { $destination } is about { $percent } % ({ $km } km) longer than direct, by the centres of the countries. { $count ->
    [one] One shipment is
   *[other] { $count } shipments are
} listed that way.
history-explain-volume-own = On { $date } this customer got { $value } of HS { $hs } in one shipment: { $times } times the median of { $median } of the { $earlier } earlier ones; { $limit } would still have been usual.
history-explain-volume-goods = On { $date } this customer got { $value } of HS { $hs } in one shipment: { $times } times the median of { $median } over { $earlier } earlier shipments to all customers; { $limit } would still have been usual.
history-explain-customer-first-large = The first shipment to this customer, on { $date }, was { $value } of HS { $hs }: { $times } times the median of { $median } over { $earlier } earlier shipments to others.
history-explain-customer-first-listed = The first shipment to this customer, on { $date }, was of HS { $hs }, which is on this list: { $list }.
history-explain-customer-formed = The customer is listed as founded on { $registered }, after the control of { $control_date }; its first such shipment was on { $date }.
history-explain-customer-turned = Before { $control_date } this customer got { $before } shipments, none of them on such a list. On { $date } came the first of HS { $hs }, which is on this list: { $list }.
history-explain-price-high = On { $date } the price was { $value }: { $times } times the median of { $median } from { $samples } shipments of HS { $hs }; up to { $limit } would still have been usual.
history-explain-price-low = On { $date } the price was { $value }: { $times } times below the median of { $median } from { $samples } shipments of HS { $hs }; down to { $limit } would still have been usual.
history-explain-shift-destination = Sales of HS { $hs } to { $destination } came to { $after } in the best year after { $control_date } ({ $date } to { $until }), from { $customers ->
    [one] one customer
   *[other] { $customers } customers
}; the best year before had { $before }.
history-explain-shift-customer = This customer bought { $after } of HS { $hs } in the best year after { $control_date } ({ $date } to { $until }); the best year before had { $before }.
history-explain-other = { $code }
history-stopped = Sales of the same goods to Russia, Belarus or the occupied areas fell from { $before } to { $after } a year.
history-scaled = Before the control the list covers only { $days } days; their sum was brought up to a year.
history-question = Ask:
history-control = { $name }, from { $date }:
history-plot-ways = Countries on the way, by number of shipments
history-plot-sizes = Size of each shipment over time
history-plot-prices = Price per kilogram of each shipment over time
history-plot-orders = Shipments to this customer by quarter
history-plot-shift = Sales by quarter
history-plot-other = { $code }
history-plot-desc = { $count } figures in { $unit }, { $marked } of them marked. The table below holds them all.
history-plot-table = Figures as a table
history-plot-unit = In { $unit }
history-plot-median = Median { $value }
history-plot-limit = Usual up to { $value }
history-plot-limits = Usual from { $low } to { $high }
history-plot-mark = Control of { $date }
history-plot-thinned = { $shown } of { $total } shipments are drawn; every marked one is among them.
history-legend-anomaly = Looked at here
history-legend-others = Other shipments
history-series-main = To this destination or customer
history-series-targets = To Russia, Belarus and the occupied areas
history-series-listed = High-priority goods
history-series-rest = Other goods
history-series-other = { $code }
history-no-case = To note this in a case,
history-to-cases = open one.
history-case-untitled = without a title
history-tick = Tick this sign in the case “{ $title }”
history-tick-hint = Only if it is about this case’s customer, goods or way.
history-ticked = Ticked in the case “{ $title }”.
history-to-signs = To the signs of the case
history-checks-title = What could be judged, and what could not
history-checks-hint = Too few rows to judge is no good sign and no bad one.
history-judged-shipments = { $count ->
    [0] No shipment judged.
    [one] One shipment judged.
   *[other] { $count } shipments judged.
}
history-judged-customers = { $count ->
    [0] No customer seen for the first time in the time the list can tell.
    [one] One new customer judged.
   *[other] { $count } new customers judged.
}
history-judged-sales = { $count ->
    [0] No sales before and after a control to compare.
    [one] Sales to one destination or customer compared.
   *[other] Sales to { $count } destinations or customers compared.
}
history-judged-other = { $code }: { $count }
history-too-few-new-route = Too few rows to judge: { $count } (at least { $needs } earlier shipments to the same customer and country are needed).
history-too-few-volume = Too few rows to judge: { $count } (at least { $needs } earlier shipments of the same goods are needed).
history-too-few-new-customer = { $count ->
    [one] One customer appears
   *[other] { $count } customers appear
} within the first { $needs } days of the list: whether new is not known.
history-too-few-price-per-kg = Too few rows to judge: { $count } (at least { $needs } prices of the same goods in the same currency are needed).
history-too-few-shift-after-control = Too short to judge: { $count } (the list must begin at least { $needs } days before the control).
history-too-few-other = { $code }: { $count } ({ $needs })
history-not-given = { $count ->
    [one] One row lacks what is needed.
   *[other] { $count } rows lack what is needed.
}
history-lacking = Not given, at least in part: { $fields }.
history-problems = { $count ->
    [one] One thing could not be read
   *[other] { $count } things could not be read
}
history-problems-more = and { $count } more
history-problem-missing = not given
history-problem-column-missing = no row gives it
history-problem-date = “{ $given }” is no complete day; write it like 2025-03-01, or say how dates are written
history-problem-date-future = “{ $given }” is more than a year ahead; check the year
history-problem-hs = “{ $given }” is no customs code; at least four digits are needed
history-problem-country = “{ $given }” is no country we know; write its name or its code of two letters
history-problem-currency = “{ $given }” is no currency code such as EUR
history-problem-ambiguous = “{ $given }” can be read in two ways; say how figures are written
history-problem-number = “{ $given }” is no number
history-problem-too-large = “{ $given }” has too many digits
history-problem-not-positive = “{ $given }” is zero or below; credits and returns are not compared
history-problem-unit = “{ $given }” has no unit we know; choose one or write kg, g, t or lb
history-problem-other = { $code }: { $given }
history-made = Compared on { $date } with the history rules of { $version }

## World map
map-title = { $item }: all destinations
map-name = World map: list of destinations
map-needs-title = What is it about?
map-needs-text = As soon as the case above names an item, every destination is coloured by what these rules say about it. A destination is not needed.
map-working = Working out all destinations …
map-look = Colour by
map-look-stricter = The stricter of both
map-look-differ = Where they differ
map-view = Show as
map-view-map = Map
map-view-table = Table
map-view-other = { $code }
map-section = Part of the world
map-section-world = Whole world
map-section-europe = Europe
map-section-asia-west = Middle East and Central Asia
map-section-asia-east = South and East Asia
map-section-africa = Africa
map-section-america-north = North and Central America
map-section-america-south = South America and Caribbean
map-section-oceania = Australia and Oceania
map-section-other = { $code }
map-help = Click or tap a place, or step from place to place with the arrow keys; typing a name jumps there. Enter opens the result for it.
map-place = Place
map-place-none = Choose a place
map-detail-empty = Point at a place or choose it here: you see what was found and which clause decides.
map-open = See the result for { $name }
map-outcome-prohibited = Prohibited
map-outcome-sanctions-review = Sanctions to be reviewed first
map-outcome-licence-required = A licence is required
map-outcome-notify-authority = The authority must be told first
map-outcome-authorisation-possible = A licence is required, unless an authorisation takes its place
map-outcome-undecided = Cannot be decided yet
map-outcome-none-identified = No licence requirement identified by the checks run
map-outcome-not-in-scope = These rules do not reach the case
map-outcome-other = { $code }
map-depends = Still open, among them:
map-differ-stricter = { $name }: stricter
map-differ-open = One of them cannot be decided yet
map-differ-same = Both come to the same
map-said = { $name }: { $outcome }
map-legend = Found: { $name }
map-count = { $count ->
    [one] one place
   *[other] { $total } places
}
map-authorisations = May be available if you meet their conditions: { $names }
map-not-run = Checks that need answers about the one case count here only as far as you gave them under Result; otherwise not run: { $checks }.
map-end-user = You named no other country for the end user, so the end user is taken to sit where the goods go.
map-shapes = The shapes are those of Natural Earth. They say nothing about sovereignty: each result follows how the law treats that place. Small places and territories without a shape are drawn as circles; the table has all of them.
map-filter = Place contains
map-wanted = Only
map-wanted-all = All that was found
map-rows = { $count ->
    [one] one place
   *[other] { $total } places
}
map-table = All destinations with what was found
map-column-place = Place

## Assessment
assess-title = Assessment
assess-title-case = Assessment: { $title }
assess-no-case = No case is open. Open one, or start a new one.
assess-start = Start a case
assess-saved = Saved cases
assess-working = The case is being worked out …
assess-untitled = Case without a title
assess-change-case = Change the case
assess-lists-short = Lists
assess-said = Result: { $tier }
assess-contents = On this page
assess-tier-standard = Standard checks
assess-tier-enhanced = Enhanced checks
assess-tier-stop = Stop
assess-tier-other = { $code }
assess-tier-text-standard = Nothing in the checks run calls for more than your usual checks.
assess-tier-text-enhanced = Hold the shipment until the points below are settled.
assess-tier-text-stop = Do not deliver and do not go on with the order until the points below are settled, with the authority where the steps say so.
assess-tier-text-other = { $code }
assess-tier-raised = { $count ->
    [one] One point raises it.
   *[other] { $count } points raise it.
}
assess-tier-open = { $count ->
    [one] One point is still open.
   *[other] { $count } points are still open.
}
assess-to-why = Which ones
assess-tier-machine = Without what people here have recorded, it would be: { $tier }.
assess-not-approval = This is not an approval. It says how far you have to look, from your own answers.
assess-undecided = Cannot be decided yet
assess-rests = Rests on: { $title }
assess-hangs = Depends on: { $title }
assess-why = Why this result
assess-band-summary = Result: { $tier }. { $stop ->
    [0] Nothing stands under Stop,
    [one] One point stands under Stop,
   *[other] { $stop } points stand under Stop,
} { $enhanced ->
    [0] nothing under Enhanced checks.
    [one] one under Enhanced checks.
   *[other] { $enhanced } under Enhanced checks.
} The table below names them.
assess-legend-tier = Result
assess-legend-machine = Result without what people recorded
assess-legend-raised = Found
assess-legend-final = Found; nothing written here settles it
assess-legend-open = Open: not answered or not known
assess-legend-settled = Found, and settled by a person
assess-factors-found = Points that were found
assess-factors-open = { $count ->
    [one] One open point
   *[other] { $count } open points
}
assess-factors-none = No point raises the result.
assess-factor-number = No.
assess-factor-what = Point
assess-factor-effect = Effect
assess-factor-raised = Found:
assess-factor-final = Found, stays:
assess-factor-open = Open:
assess-factor-settled = Settled by a person
assess-factor-was = (otherwise { $tier })
assess-open-questions = { $questions ->
    [one] one question open
   *[other] { $questions } questions open
}{ $points ->
    [0] { "" }
    [one] ; one point hangs on it
   *[other] ; { $points } points hang on it
}
assess-open-facts = { $points ->
    [one] one point waits for facts
   *[other] { $points } points wait for facts
}
assess-other = { $count ->
    [one] One other point that counts
   *[other] { $count } other points that count
}
assess-also = Also: { $title }.
assess-steps-later = { $count ->
    [one] One more step, if an open point turns out so
   *[other] { $count } more steps, if open points turn out so
}
assess-step-open = { $count ->
    [one] Only if one open point turns out so
   *[other] Only if one of { $count } open points turns out so
}
assess-change = What would change it
assess-change-hint = What is still open. Each of these can settle a point, and each can also bring up new ones.
assess-change-none = Nothing is open.
assess-change-answer = { $count ->
    [one] Answer
   *[other] Answer ({ $count })
}
assess-change-judge = { $count ->
    [one] Look into it and record what you found
   *[other] Look into these and record what you found ({ $count })
}
assess-change-decide = { $count ->
    [one] Decide whether it is the listed party
   *[other] Decide whether they are the listed parties ({ $count })
}
assess-change-facts = { $count ->
    [one] Add what is missing in the case
   *[other] Add what is missing in the case ({ $count })
}
assess-change-lists = Load the lists that are old or missing
assess-change-final = { $count ->
    [one] Stays, whatever is written here
   *[other] Stay, whatever is written here ({ $count })
}
assess-subject-case = The case
assess-subject-item = Item
assess-subject-party = Party without a name
assess-subject-owner = Owner without a name
assess-subject-leg = Part of the route
assess-title-of = { $title } ({ $subject })
assess-role-exporter = Exporter
assess-role-buyer = Buyer
assess-role-intermediate-consignee = Intermediate consignee
assess-role-consignee = Consignee
assess-role-freight-forwarder = Freight forwarder
assess-role-broker = Broker
assess-role-bank = Bank
assess-role-agent = Agent
assess-role-end-user = End user
assess-role-manufacturer = Manufacturer
assess-role-owner = Owner
assess-role-vessel = Vessel
assess-role-other = Other
assess-leg-transit = Transit
assess-leg-transhipment = Transhipment
assess-leg-destination = Destination
assess-leg-other = { $code }
assess-leg-at = { $kind }: { $place }

## Assessment: red flags
assess-flags = { $count ->
    [0] Red flags
    [one] One red flag
   *[other] { $count } red flags
}
assess-stops = { $count ->
    [one] What stops the case
   *[other] { $count } points that stop the case
}
assess-flags-none = None shows in your answers and the facts of the case. What is not answered stands below.
assess-settled = { $count ->
    [one] One settled by a person
   *[other] { $count } settled by a person
}
assess-state-raised = Found
assess-state-open = Open
assess-state-not-asked = Not asked
assess-state-resolved = Settled by a person
assess-state-trusted = Trusted partner
assess-state-not-seen = Not seen
assess-state-other = { $code }
assess-found-facts = Found from the facts of the case.
assess-found-answers = Found from your answers.
assess-raises = Leads to: { $tier }.
assess-resolve = Ask:
assess-evidence = What settles it:
assess-steps-of = Next steps: { $steps }
assess-trusted = Covered by your standing decision about this partner; the finding stays on record. See
assess-final = Nothing written here settles this. It takes the authority, or other facts.
assess-judge = Record what you found out
assess-judge-hint = Only if the question above has an answer that holds. The finding stays visible beside what you write, also in the record.
assess-judge-reason = Why it is settled
assess-judge-evidence = Evidence
assess-judge-evidence-hint = One per line: document, date, who gave it
assess-judge-by = Your name
assess-judge-on = Date
assess-judge-save = Record
assess-judge-problem-reason = Write down why it is settled
assess-judge-problem-by = Write down who decided this
assess-judge-problem-on = Give the date
assess-judge-problem-storage = The browser did not keep this. In a private window it may not allow it.
assess-judge-problem-other = { $code }
assess-judged = { $by }, { $date }: settled, because
assess-judged-nobody = Without a name
assess-judged-evidence = Evidence:
assess-judged-no-evidence = No evidence is named.
assess-judged-machine = What the check found stays as it stands above.
assess-withdraw = Withdraw this
assess-ask = { $count ->
    [0] Questions
    [one] One question is not answered
   *[other] { $count } questions are not answered
}
assess-ask-short = Open questions
assess-ask-hint = Answer here or in the steps of the case. “I do not know” is an answer, and leaves open what hangs on it.
assess-hanging = { $count ->
    [one] What hangs on it
   *[other] The { $count } points that hang on it
}
assess-waiting = { $count ->
    [one] One point waits for a fact
   *[other] { $count } points wait for facts
}
assess-waiting-hint = None of the questions above settles these. What is missing is a detail of the case, a list, a decision about a candidate, or an answer that does not count towards the result.
assess-needs = needs: { $facts }
assess-need-owners = owners and their shares
assess-need-party-controlled = who controls it
assess-need-party-address-listed = address
assess-need-party-address-given = address
assess-need-party-lists = name, or decision about the candidates
assess-need-party-candidate-lists = name
assess-need-party-screening = name, or decision about the candidates
assess-need-party-age = date of registration
assess-need-party-formed-after = date of registration
assess-need-party-country = country
assess-need-party-business-fits = lines of business
assess-need-leg-detour = country
assess-need-leg-extra = country
assess-need-other = { $code }
assess-go-lists = Load or update lists
assess-go-parties = Decide about the candidates
assess-go-case = Add it in the case

## Assessment: what to do
assess-to-do = What to do
assess-no-steps = No further step follows from this result. Keep the record with the order.
assess-step-who = Who
assess-step-days = Takes about
assess-step-authority = Authority
assess-step-because = Because of:
assess-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
assess-authority-eu = The export control authority of the country in which the exporter is established
assess-authority-eu-de = BAFA (Federal Office for Economic Affairs and Export Control), Eschborn; for payments and frozen assets the Deutsche Bundesbank
assess-authority-eu-at = Federal Ministry responsible for economy, export control, Vienna
assess-authority-us-bis = BIS (Bureau of Industry and Security, US Department of Commerce)
assess-authority-us-ofac = OFAC (Office of Foreign Assets Control, US Treasury)
assess-authority-other = { $code }
assess-shipment = { $count ->
    [0] You plan to ship on { $date }: that is the day of this assessment.
    [one] You plan to ship on { $date }: one day is left.
   *[other] You plan to ship on { $date }: { $count } days are left.
}
assess-shipment-short = One of the steps alone can take { $days } days. Plan with a later date.
assess-shipment-past = The planned shipment date, { $date }, lies behind you.
assess-duties = { $count ->
    [one] A duty that follows from your answers
   *[other] { $count } duties that follow from your answers
}
assess-duties-perhaps = { $count ->
    [one] One duty that may follow once more is known
   *[other] { $count } duties that may follow once more is known
}
assess-prompts = { $count ->
    [one] Also look at one thing
   *[other] Also look at { $count } things
}
assess-clause = Contract text: { $title } ({ $languages })
assess-clause-lacking = Not available in { $languages }. Have it translated by someone who knows contract law.
assess-clause-more = Also in { $languages }
assess-copy = Copy
assess-copied = Copied: { $language }
assess-copy-failed = The browser did not copy it. Select the text and copy it yourself.

## Assessment: parties and ownership
assess-parties = Parties
assess-parties-lists = Looked for in { $lists }.
assess-starter = Only the starter list is open: a small selection for trying out, not a sanctions check.
assess-no-lists = No list is open, so no party was looked for.
assess-no-parties = The case names no party.
assess-list-other = another list
assess-screening-not-screened = not looked for
assess-screening-no-candidate = no candidate found
assess-screening-candidate = candidate, not decided
assess-screening-confirmed = listed, by your decision
assess-screening-rejected = candidates, all decided as different
assess-screening-other = { $code }
assess-screened-no-candidate = No candidate found in the lists above.
assess-screened-candidate = { $count ->
    [one] One candidate: decide whether it is this party.
   *[other] { $count } candidates: decide whether one of them is this party.
}
assess-screened-confirmed = Listed: you decided that it is the same party.
assess-screened-rejected = { $count ->
    [one] One candidate, which you decided is a different party.
   *[other] { $count } candidates, which you decided are different parties.
}
assess-screened-other = { $code }
assess-why-not-no-lists = Not looked for: no list is open.
assess-why-not-no-name = Not looked for: there is no name.
assess-why-not-other = Not looked for.
assess-address-shared = The address is also that of a listed party:
assess-address-not-shared = Address: no listed party found at it.
assess-address-not-given = Address: not given, so not compared.
assess-address-not-checked = Address: not compared.
assess-address-other = { $code }
assess-candidates = { $count ->
    [one] One candidate
   *[other] { $count } candidates
}
assess-candidates-open = { $count ->
    [one] (one to decide)
   *[other] ({ $count } to decide)
}
assess-party-limits = What this search does not cover
assess-owner-of = owner of { $name }
assess-ownership = Ownership and control
assess-ownership-hint = Shares as you stated them. What is not stated counts as possible.
assess-owners-not-given = Owners not given: { $names }.
assess-owners-incomplete = Further owners: not known
assess-share-unknown = share not known
assess-percent = { $figure } %
assess-control-yes = controls it
assess-control-no = does not control it
assess-control-unknown = control not known
assess-control-other = { $code }
assess-range = Held by listed parties: { $min } to { $max }.
assess-range-exact = Held by listed parties: { $share }.
assess-range-over = That is one half or more.
assess-range-under = That is less than one half.
assess-range-open = Whether it reaches one half is open.
assess-range-listed = Counted as listed: { $names }
assess-range-not-known = Not known: { $names }

## Assessment: items and limits
assess-items = { $count ->
    [0] Items
    [one] The item
   *[other] { $count } items
}
assess-no-items = The case names no item.
assess-no-determination = The licence check did not run: item or destination is missing.
assess-determination = All findings, authorisations and conditions
assess-hs-listed = HS code on the list: { $list }
assess-item-code = { $list }: { $codes }
assess-item-none = no entry, by your statement
assess-item-hs = HS { $hs }
assess-item-origin = made in { $country }
assess-item-quantity = quantity { $quantity }
assess-item-questions = Next questions about the licence for this item
assess-seen = { $count ->
    [one] Looked at and not seen: one point
   *[other] Looked at and not seen: { $count } points
}
assess-seen-short = Looked at and not seen
assess-seen-hint = As far as your answers and the facts of the case go.
assess-not-checked = What was not checked
assess-not-checked-lists-not-loaded = Lists that are not loaded: a party on them is not found here.
assess-not-checked-starter-list = Almost all listed parties: only the starter list is open.
assess-not-checked-address-not-checked = Address given, but not compared with the lists:
assess-not-checked-party-not-screened = Not looked for in the lists:
assess-not-checked-ownership-not-given = Owners not given, so ownership by listed parties was not worked out:
assess-not-checked-address-not-given = No address given, so none was compared:
assess-not-checked-route-not-given = The route: it is not given, so nothing was said about transit and transhipment.
assess-not-checked-end-user-not-named = The end user: nobody is named.
assess-not-checked-destinations-apart = Several destinations, each on its own: the licence question was worked out for every one of them and the strictest result stands here. The reasons of the milder ones are not shown; make a case for each destination to see them.
assess-not-checked-end-users-apart = End users in several countries, each on its own: the licence question was worked out for every one of them and the strictest result stands here. The reasons of the milder ones are not shown; make a case for each end user to see them.
assess-not-checked-checks-not-run = Licence checks without answers:
assess-not-checked-history = Earlier shipments: this page looks at one case. Shipment history has a page of its own.
assess-not-checked-national-lists = National lists and national embargoes, also those of transit countries.
assess-not-checked-other-jurisdictions = The law of other countries.
assess-not-checked-other = { $code }
assess-lists = Lists and their age
assess-list = List
assess-list-edition = Published
assess-list-age = Age
assess-lists-digest = Lists, checksum:
assess-lists-missing = { $count ->
    [one] One list that should be loaded is missing:
   *[other] { $count } lists that should be loaded are missing:
}
assess-list-closed = No longer kept by its publisher
assess-list-state-fresh = up to date
assess-list-state-stale = older than it should be
assess-list-state-undated = age unknown
assess-list-state-starter = starter list only
assess-list-state-none = no list open
assess-list-state-other = { $code }
assess-problems = { $count ->
    [one] One entry in the case was not understood
   *[other] { $count } entries in the case were not understood
}
assess-field-as-of = Date of the law
assess-field-country = Country
assess-field-registered = Date of registration
assess-field-share = Share
assess-field-value = Value
assess-field-currency = Currency
assess-field-mass = Weight
assess-field-quantity = Quantity
assess-field-hs = HS code
assess-field-codes = List number
assess-field-dob = Date of birth
assess-field-name = Name
assess-field-other = { $code }
assess-record-title = Keep a record
assess-record-text = The record holds the case, every finding, what people recorded, and the versions of rules and lists. Anyone with the same rules and lists can work it out again and see whether a single character was changed. It stays in this browser until you download it.
assess-record-save = Save record
assess-record-failed = The record could not be made. Assess the case again and try once more.
assess-record-made = Record saved, { $time }
assess-record-not-kept = Record made, { $time }. The browser did not keep it: download it now.
assess-record-outdated = The case has changed since. This record is of the case as it was then.
assess-record-page = All records

## Assessment: facts that the rules look at
assess-fact-transit-countries = Transit countries
assess-fact-transhipment-countries = Countries of transhipment
assess-fact-case-roles = Roles with a named party
assess-fact-end-user-named = End user is named
assess-fact-outcomes = Result of the licence check
assess-fact-outcomes-eu = Result of the licence check, EU
assess-fact-outcomes-us = Result of the licence check, US
assess-fact-checks-not-run = Licence checks without answers
assess-fact-checks-not-run-eu = Licence checks without answers, EU
assess-fact-checks-not-run-us = Licence checks without answers, US
assess-fact-item-states = Classification of the items
assess-fact-parties-screened = Search for the parties in the lists
assess-fact-list-states = Age of the lists
assess-fact-lists-missing = Lists not loaded
assess-fact-hs-lists = HS codes on lists of high-priority goods
assess-fact-hs-lists-item = HS code on lists of high-priority goods
assess-fact-case-value-eur = Value of the case in euro
assess-fact-case-value-usd = Value of the case in US dollars
assess-fact-party-roles = Role
assess-fact-party-kind = Kind of party
assess-fact-party-country = Country of the party
assess-fact-party-age = Time since registration
assess-fact-party-formed-after = Registered after
assess-fact-party-screening = Search in the lists
assess-fact-party-lists = On the list
assess-fact-party-candidate-lists = Candidate on the list
assess-fact-party-address-listed = Address is that of a listed party
assess-fact-party-address-given = Address is given
assess-fact-party-business-fits = Line of business fits the items
assess-fact-party-controlled = Controlled by a listed party
assess-fact-party-trusted = Trusted partner
assess-fact-party-trust-lapsed = Trust has lapsed
assess-fact-owned = Held by listed parties: { $name }
assess-fact-item-state-eu = Classification, EU
assess-fact-item-state-us = Classification, US
assess-fact-item-outcomes = Result of the licence check for the item
assess-fact-item-quantity = Quantity
assess-fact-item-value-eur = Value of the item in euro
assess-fact-item-value-usd = Value of the item in US dollars
assess-fact-item-mass = Weight of the item
assess-fact-leg-kind = Kind of leg
assess-fact-leg-country = Country of the leg
assess-fact-leg-detour = Longer than the direct way, in percent
assess-fact-leg-extra = Longer than the direct way, in kilometres
assess-fact-other = { $code }

## Records
record-title = Decision records
record-lead = A record is an assessment written down so that it can be worked out again. Check here whether one still comes out the same.
record-verify = Check a record
record-file = Choose a record or drop it here
record-file-hint = The .json file as it was downloaded. It stays on this device.
record-working = { $name } is being worked out again …
record-too-large = The file is larger than any record. Nothing was checked.
record-count = { $count ->
    [0] No records
    [one] One record
   *[other] { $count } records
}
record-none = Records you save below an assessment appear here.
record-kept = Kept in this browser only. Download them to file them with the order.
record-unavailable = The browser does not allow access to its storage, so no records are kept or shown.
record-digest = SHA-256
record-download = Download
record-check = Check
record-delete = Delete
record-export-all = Download all
record-wipe = Delete all
record-delete-one = Delete the record of { $title }?
record-delete-all = { $count ->
    [one] Delete one record?
   *[other] Delete { $count } records?
}
record-delete-text = This cannot be undone. Export law asks you to keep records, in the EU and the US for at least five years, under US sanctions rules for ten: download first.
record-delete-confirm = Delete
record-verdict-reproduced = Comes out the same
record-verdict-altered = Was changed after it was made
record-verdict-other-packs = Made with other rules or lists
record-verdict-differs = Comes out differently
record-verdict-unreadable = Not a record
record-verdict-other = { $code }
record-verdict-text-reproduced = The record is unchanged, and the same case with the same rules and lists gives the same assessment, byte for byte.
record-verdict-text-altered = The text does not fit its own digest. Someone or something changed it after it was made; do not rely on it.
record-verdict-text-other-packs = The record is unchanged. It was made with rules or lists other than those open here, so it could not be compared in full. Open the versions named below to do so.
record-verdict-text-differs = The record is unchanged and the rules and lists are the same, but the assessment worked out now is a different one. The differences stand below.
record-verdict-text-unreadable = This file cannot be read as a record of this tool.
record-verdict-text-other = { $code }
record-made = made { $time }
record-case = Case
record-tier = Result, as stated
record-as-of = Law as of
record-stated = In the record
record-computed = Worked out now
record-nothing = –
record-digest-same = The digest fits the text.
record-digest-differs = The digest does not fit the text.
record-not-canonical = The file was written in another form than records are, for example by an editor. Its content may still be the same.
record-not-recomputed = It could not be worked out again with the rules and lists open here.
record-parts = { $count ->
    [one] This part does not fit its own digest:
   *[other] These { $count } parts do not fit their own digests:
}
record-first = First difference at byte { $offset }, line { $line }:
record-unreadable-at = It stops being readable at byte { $offset }, line { $line }:
record-found = Found
record-expected = Expected
record-packs = Rules and lists
record-pack = Pack
record-pack-stated = In the record
record-pack-open = Open here
record-pack-same = the same
record-pack-differs = other version
record-pack-other = { $code }
record-pack-rules = Rules
record-pack-lists = Lists
record-pack-engine = Engine
record-differences = { $count ->
    [one] One difference
   *[other] { $count } differences
}
record-differences-more = { $count ->
    [one] One more stands in the export.
   *[other] { $count } more stand in the export.
}
record-place = Place
record-export-check = Download this check
record-means = This check says whether the record can be worked out again. It says nothing about whether the answers in it were true.
record-whole = The record as a whole
record-part-number = no. { $number }
record-part-made-at = Time
record-part-engine = Engine
record-part-packs = Rules and lists
record-part-rules = Rules
record-part-lists = Lists
record-part-policy = Search settings
record-part-case = Case
record-part-human = Recorded by people
record-part-judgements = Judgements
record-part-decisions = Decisions about candidates
record-part-trusted = Trusted partners
record-part-assessment = Assessment
record-part-tier = Result
record-part-factors = Points that make it
record-part-machine = Without what people recorded
record-part-findings = Findings
record-part-state = State
record-part-result = Outcome
record-part-criteria = Criteria
record-part-steps = Steps
record-part-outcomes = Licence results
record-part-outcome = Licence result
record-part-items = Items
record-part-parties = Parties
record-part-hits = Candidates
record-part-ownership = Ownership
record-part-ask = Open questions
record-part-not-checked = Not checked
record-part-digest = Digest
record-part-version = Version
record-part-as-of = Date of the law
record-part-title = Title
record-part-name = Name
record-part-country = Country
record-part-reason = Reason
record-part-by = By
record-part-on = On
record-part-evidence = Evidence
record-part-score = Score
record-part-missing = Missing
record-part-min = At least
record-part-max = At most
record-part-determination = Licence check
record-part-jurisdictions = Jurisdictions
record-part-answers = Answers
record-part-route = Route
record-part-dates = Dates
record-part-roles = Roles
record-part-owners = Owners
record-part-share = Share
record-part-address = Address
record-part-value = Value
record-part-format = Format
record-part-other = { $code }
## Case builder
nav-cases = Whole case
nav-case = Build a case
nav-saved-cases = Saved cases
nav-history = Shipment history
nav-record = Decision record
case-title = One case, one assessment
case-lead = Put items, parties, route and end use together. You get one explained assessment: what was found, what is still open, and what to do next.
case-name = Name of this case
case-name-hint = Your order or quotation number, so that you find it again
case-take-over = Take over what stands in “May it go there?”:
case-begin = Start the case
case-resume = { $count ->
    [one] Go on with one saved case
   *[other] Go on with one of { $count } saved cases
}
case-private = Every answer is kept in this browser as you type, and nowhere else. You can stop at any step.
case-untitled = Case of { $date }
case-copy-title = { $title } (copy)
case-opening = Opening your case …
case-steps = Steps of the case
case-section-items = Items
case-section-parties = Parties
case-section-route = Route
case-section-use = End use
case-section-signs = Warning signs
case-section-check = Check answers
case-section-other = { $code }
case-about-items = What you deliver, how much, and what it is worth
case-about-parties = Who buys, receives, carries, pays and uses it, and who owns them
case-about-route = From where, through where, to where, and when
case-about-use = What the goods are for, and what you know about it
case-about-signs = What has struck you or your colleagues: tick boxes
case-about-check = All answers on one page, and what is missing
case-about-other = { $code }
case-task-none = Not begun
case-task-open = { $count ->
    [one] One answer open
   *[other] { $count } answers open
}
case-task-done = Filled in
case-task-go = Go on with: { $section }
case-new = Start another case
case-rename = Rename this case
case-saved = Kept on this device, { $time }
case-saving = Saving …
case-not-saved = This browser refuses to keep the case. It lasts until you close this tab: export it under “Saved cases” before you do.
case-conflict = This case was changed in another tab. Nothing has been overwritten, and your changes here are not kept yet.
case-conflict-theirs = Show the other tab’s version and drop mine
case-conflict-copy = Keep mine as a case of its own
case-other-day = This case is assessed by the law of { $date }.
case-use-today = Use today’s law
case-no-rules = The rules are not open. You can enter the case; the questions about use and the warning signs come with the rules.
case-gone = This part of the case does not exist any more. Go back to the list.
case-continue = Continue
case-continue-check = Back to all answers
case-change = Change
case-change-list = Add or remove
case-add = Add
case-remove = Remove
case-remove-title = Remove { $name }?
case-remove-text = What you entered for it will be gone.
case-back-start = Back to the overview
case-back-items = Back to items
case-back-item = Back to the item
case-back-parties = Back to parties
case-back-party = Back to the party
case-back-details = Back to the details
case-back-owners = Back to the owners
case-back-route = Back to start and dates
case-back-way = Back to the route
case-back-use = Back to the end use
case-back-know = Back to what you know
case-back-signs = Back to the warning signs
case-back-check = Back to all answers

case-items-title = What do you deliver?
case-items-lead = One entry per kind of item. Parts that go together as one machine are one item; spare parts sold with it are items of their own.
case-add-item = Add another item
case-item-title = Which item is it?
case-item-name = Your name for it
case-item-name-hint = As on the quotation. For you only; nothing is looked up by it.
case-item-unnamed = Item { $id }
case-item-how = How is it classified?
case-item-how-hint = The list numbers decide which licences may be needed.
case-by-checked = As just checked here: { $family }
case-by-product = As a product I have saved
case-by-codes = I know its list number
case-by-later = Not classified yet
case-by-later-hint = Warning signs, parties and route are checked all the same; whether a licence is needed stays open.
case-product = Saved product
case-product-none = No product is saved on this device. Check it once, save the result, and come back; this case waits.
case-item-checked = { $family }, { $count ->
    [one] one answer
   *[other] { $count } answers
}
case-item-none = { $list }: no entry applies, you say
case-item-by-nothing = not classified yet
case-item-by-other = { $code }
case-hs-of = HS { $code }
case-made-in = made in { $country }
case-amount-title = Customs code, origin and amount: { $name }
case-amount = Amount
case-hs = HS or customs code
case-hs-hint = At least 6 digits, as on the invoice, for example 8457.10
case-origin-hint = Country of manufacture, not where you bought it
case-quantity = Quantity
case-value = Value of all of them
case-currency = Currency
case-mass = Weight of all of them
case-unit = Unit
case-pieces = { $count } pcs
case-amount-read = Read as: { $amount }

case-parties-title = Who takes part?
case-parties-lead = Everyone who buys, receives, carries, pays, brokers or uses the goods. Several roles can be one party.
case-add-party = Add another party
case-roles-open = Not named yet: { $roles }. Who is not named is not checked.
case-from-check = Take over { $name } from the party check
case-from-earlier = Take over a party from an earlier case
case-party-title = Who is it, and what do they do?
case-party-unnamed = Party { $id }
case-roles = Part in this deal
case-roles-hint = Tick all that apply.
case-role-exporter = Exporter
case-role-buyer = Buyer
case-role-intermediate-consignee = Intermediate consignee
case-role-consignee = Consignee
case-role-freight-forwarder = Freight forwarder
case-role-broker = Broker
case-role-bank = Bank
case-role-agent = Agent
case-role-end-user = End user
case-role-manufacturer = Manufacturer
case-role-vessel = Ship or aircraft used
case-role-owner = Owner
case-role-other = Other
case-role-hint-intermediate-consignee = Receives the goods on the way and passes them on
case-role-hint-consignee = Receives the goods at the destination
case-role-hint-freight-forwarder = Arranges or carries the transport
case-role-hint-broker = Arranges the deal between others
case-role-hint-agent = Acts for one of the parties
case-role-hint-end-user = Finally uses the goods
case-role-hint-other = { $code }
case-country-hint = Seat of a company, residence of a person, flag of a ship
case-address-hint = Street and town as on the order. It is compared with the addresses of listed parties.
case-details-title = More about { $name }
case-registered = Founded on
case-registered-hint = First day in the trade register. Young companies need a closer look.
case-dob-hint = The year alone is enough.
case-identifiers = Register, tax or IMO numbers
case-identifiers-hint = One per line. A number tells namesakes apart.
case-business = Lines of business
case-business-hint = What the party does according to its website or the register. It is compared with what you deliver.
case-business-more = Add another
case-owner-count = { $count ->
    [one] one owner
   *[other] { $count } owners
}
case-owners = Owners
case-owners-title = Who owns { $name }?
case-owners-lead = A company that listed parties own or control can be barred like the listed parties themselves. Registers and the customer’s own statement name the owners; owners of owners count too.
case-add-owner = Add an owner
case-add-owner-more = Add another owner
case-add-owner-of = Add its owner
case-owners-complete = These are all owners of { $name }
case-owners-self = { $name } has no owner to name (state body, listed company with scattered shares only)
case-owners-all = all owners named
case-owner-title = Who is this owner?
case-owner-name-hint = As in the register. Leave it empty if only the share is known.
case-owner-unnamed = Owner { $id }, name not known
case-owner-level = Level { $level }:
case-owner-more = Address, date of birth, numbers
case-owner-more-hint = They tell namesakes apart
case-share = Share in percent
case-share-hint = A figure or a band, such as 30 or 25–50. Leave it empty if you do not know: it then stays open.
case-share-unknown = share not known
case-control = Does this owner control the company in another way?
case-control-hint = For example by voting rights, a say over management, a family tie or a contract, whatever the share
case-controls = controls it
case-trusted-add = Known for years and looked at before? Record a trusted partner
case-trusted-change = Change the trusted partner record
case-trusted-title = Trusted partner: { $name }
case-trusted-lead = You looked at this partner before and settled certain warning signs. The answers hold only for the signs, destinations and items you name, and only until the day you set. They lapse as soon as rules or lists change, because then somebody has to look again. Prohibitions and listings are never settled this way.
case-trusted-begin = Record this partner as trusted
case-trusted-lapsed = This record was made with other rules or lists and does not count any more. Look at the partner again, then renew it.
case-trusted-renew = I have looked again: renew from today
case-trusted-packs = Made with the rules and lists that are open now, on { $date }.
case-trusted-since = Looked at on
case-trusted-until = Holds until
case-trusted-until-hint = One year is usual; earlier when contracts or owners are about to change
case-trusted-until-date = until { $date }
case-trusted-indicators = Which warning signs have you settled?
case-trusted-indicators-hint = Only these are taken as answered.
case-trusted-destinations = For which destinations?
case-trusted-destinations-hint = Choose one after the other.
case-trusted-items = For which items?
case-trusted-items-hint = One per line: the name you use here, a list number, or the first digits of the HS code
case-trusted-reason = Why?
case-trusted-reason-hint = What you saw: register extract, visit, references
case-by = Your name
case-trusted-end = Delete this record
case-trusted-end-title = Delete the trusted partner record?
case-trusted-mark = Trusted partner

case-ties-title = Control and ties: { $name }
case-ties-none = The rules ask nothing more about this party.
case-route-title = From where, and when?
case-order-date = Date of the order
case-shipment-date = Planned shipment
case-shipment-date-hint = The law of the day you ship applies
case-languages = Languages of the contract
case-languages-hint = Contract clauses that you may need are offered in these languages.
case-way-title = Which way do the goods take?
case-destination-place = Place there
case-place-hint = Port, airport or town; for you only
case-way = How do they get there?
case-way-hint = All countries between, also if the goods only touch them
case-way-direct = Straight to the destination
case-way-direct-hint = Also by a flight or ship that stops nowhere else
case-way-through = Through other countries
case-way-through-hint = By land through a country, or with a stop at a port or hub
case-way-unknown-hint = For example because the customer collects. The route then stays open in the assessment.
case-add-leg = Add a country on the way
case-leg-transit = Transit
case-leg-transhipment = Transhipment
case-leg-destination = Destination
case-leg-other = { $code }
case-leg-hint-transit = Passes through: stays on the same ship, aircraft or truck, or under customs seal.
case-leg-hint-transhipment = Is unloaded and changed over to another means of transport, or stored there.
case-leg-hint-destination = Where the goods finally stay and are used.
case-leg-hint-other = { $code }
case-leg-title = A country on the way
case-leg-country = Country
case-leg-kind = What happens there?
case-leg-place = Place
case-leg-unnamed = country not known
case-leg-earlier = Move up

case-use-title = What are the goods for?
case-use = In your own words
case-use-hint = What is made or done with them, where, by whom. Copy from the enquiry or the end-use statement if you like.
case-use-kept = Kept for you and printed with the assessment. It is never searched or scored: no word in it raises or lowers anything. The questions on the next page do.
case-know-title = What do you know about the end use?
case-duty-title = Before you answer
case-duty-text = Knowing, or having reason to suspect, a critical end use can oblige you to stop and to tell the authority before you ship. Writing the answer down here shows what you knew and when. Answer truthfully; if you are unsure, choose “I do not know” and ask whoever is responsible for exports in your company before you go on.
case-know-needs = Which questions matter depends on the item and the destination. Enter both first:
case-duty-short = Knowing of a critical end use can oblige you to stop and to tell the authority.
case-duty-more = Read this first
case-know-first = Questions for this item and destination
case-know-more = { $count ->
    [one] One more question of the law
   *[other] { $count } more questions of the law
}
case-know-more-hint = For special cases. Checks whose questions nobody answers are reported as not run.
case-know-rest = I do not know the rest
case-part = part { $part }
case-know-none = For this item and destination the rules ask nothing more about the end use.
case-know-others = Other answers about the export
case-asking = Looking up which questions matter …

case-signs-title = Has anything struck you?
case-signs-lead = Short lists to tick, by topic. “None of these” is an answer; so is “I do not know”, and it stays open. Ask colleagues in sales and dispatch, too.
case-signs-none = The rules hold no lists of warning signs.
case-sign-none = Not answered
case-sign-done = None seen
case-sign-raised = { $count ->
    [one] One sign
   *[other] { $count } signs
}
case-sign-open-some = { $count ->
    [one] One sign, the rest not known
   *[other] { $count } signs, the rest not known
}

case-check-title = Check your answers
case-to-assessment = Show the assessment
case-nothing-yet = Nothing entered yet.
case-not-given = Not given
case-unread = Cannot be read
case-missing-title = { $count ->
    [0] Nothing is missing
    [one] One point is missing
   *[other] { $count } points are missing
}
case-missing-text = You can show the assessment now. What is missing stays open there, and whatever is open keeps the case out of the standard tier.
case-missing-none = Every question of this page has an answer. “I do not know” is one of them, and stays open in the assessment.
case-missing-items = No item is entered
case-missing-what = { $name }: not classified
case-missing-hs = { $name }: HS or customs code
case-missing-origin = { $name }: country of manufacture
case-missing-value = { $name }: value
case-missing-parties = No party is entered
case-missing-buyer = No party is the buyer
case-missing-end-user = No party is the end user
case-missing-name = { $name }: name
case-missing-roles = { $name }: part in this deal
case-missing-country = { $name }: country
case-missing-address = { $name }: address
case-missing-owners = { $name }: owners
case-missing-share = { $name }: share
case-missing-ties = { $name }: control and ties
case-missing-item = { $name }: questions about the item
case-missing-exporter = Country the goods leave from
case-missing-destination = Country of destination
case-missing-way = The way to the destination
case-missing-use = { $count ->
    [one] One question about the end use
   *[other] { $count } questions about the end use
}
case-missing-checks = { $count ->
    [one] One more question of the law
   *[other] { $count } more questions of the law
}
case-missing-signs = { $count ->
    [one] One list of warning signs
   *[other] { $count } lists of warning signs
}
case-missing-other = { $code }
case-problem-amount = “{ $given }” is no plain figure. Write it without thousands separators, such as 12000 or 0.5
case-problem-code = “{ $given }” is no list number. It looks like 2B001.b.2
case-problem-currency = Choose the currency
case-problem-date = Enter the whole date, or leave it empty
case-problem-destination = Choose the country the goods go to
case-problem-dob = “{ $given }” is no date. Enter at least the year with four digits
case-problem-future = This day has not come yet
case-problem-hs = “{ $given }” is no customs code. It has 4 to 10 digits, such as 8457.10
case-problem-leg-country = Choose the country, or go back and remove this stop
case-problem-name = Enter the name, or go back and remove this party
case-problem-share = “{ $given }” is no share. Write 30 or 25–50
case-problem-shipment-before = The shipment lies before the order
case-problem-trusted-by = Enter your name
case-problem-trusted-destinations = Choose at least one destination
case-problem-trusted-items = Name at least one item
case-problem-trusted-indicators = Tick at least one warning sign that you have settled
case-problem-trusted-reason = Say why
case-problem-trusted-until = Enter the day until which it holds
case-problem-until-before = This day lies before the day you looked
case-problem-other = { $given } ({ $code })

## Saved cases
cases-title = Saved cases
cases-lead = Cases kept in this browser, on this device. Nobody else can see them; if you clear the browser’s data, they are gone.
cases-none = No case is saved yet.
cases-unavailable = This browser does not let the page keep anything. Cases last until you close the tab.
cases-items = { $count ->
    [0] no item
    [one] one item
   *[other] { $count } items
}
cases-parties = { $count ->
    [0] no party
    [one] one party
   *[other] { $count } parties
}
cases-open-now = open now
case-tier-standard = Standard checks
case-tier-enhanced = Enhanced checks
case-tier-stop = Stop
case-tier-other = { $code }
cases-tier-on = assessed { $date }
cases-tier-before = assessed { $date }, changed since
cases-tier-none = Not assessed yet
cases-continue = Go on
cases-copy = Copy
cases-copied = Copied as “{ $title }”.
cases-export = Export
cases-export-all = Export all
cases-delete = Delete
cases-delete-title = Delete the case “{ $title }”?
cases-deleted = “{ $title }” was deleted.
cases-import-title = Import
cases-import = File with cases
cases-import-hint = A JSON file exported here. Nothing you have is overwritten.
cases-imported = { $added ->
    [0] No new case
    [one] One case added
   *[other] { $added } cases added
}{ $known ->
    [0] .
    [one] ; one was here already, word for word.
   *[other] ; { $known } were here already, word for word.
}
cases-imported-beside = Another version is here already. The file’s version was added beside it: { $titles }
cases-import-refused = { $file } was not imported
cases-import-nothing = Nothing was changed. Nothing from the file was added.
case-file-not-json = The file is not JSON text.
case-file-not-a-case = The file holds no case of exportcheck.
case-file-a-record = The file is a decision record. Open it under “Decision record”.
case-file-too-large = The file is larger than any case.
case-file-version = The field “{ $field }” says “{ $given }”: the file was made by another version of this page.
case-file-absent = The field “{ $field }” is missing.
case-file-wrong = The field “{ $field }” holds “{ $given }”, which is not possible there.
case-file-unknown-field = The field “{ $field }” is not known here.
case-file-twice = In “{ $field }” the id “{ $given }” stands twice.
case-file-storage = This browser does not let the page keep anything.
case-file-other = { $code }: { $field } { $given }
cases-wipe-title = Delete all cases
cases-wipe-text = For a shared computer, or when a retention period is over. Decisions about parties, products and lists stay.
cases-wipe-records = { $count ->
    [one] Delete the saved decision record, too
   *[other] Delete the { $count } saved decision records, too
}
cases-wipe = Delete all cases
cases-wiped = All cases were deleted.
