/** What a column can hold. Several columns may share `name` or `address`; they are put together in order. */
export const FIELDS = ["name", "kind", "country", "dob", "id", "address", "role", "note"] as const;
export type Field = (typeof FIELDS)[number];
export type Mapping = (Field | "")[];

// Words that head such columns in English, German, French, Spanish and Italian files; folded (no marks, no punctuation).
const WORDS: Record<Field, string[]> = {
  name: ["name", "party", "party name", "company", "company name", "customer", "customer name", "supplier", "vendor", "business partner", "organisation", "organization", "entity", "entity name", "full name", "first name", "last name", "surname", "given name", "firma", "firmenname", "kunde", "kundenname", "lieferant", "geschaftspartner", "unternehmen", "partei", "bezeichnung", "vorname", "nachname", "familienname", "nom", "raison sociale", "societe", "client", "fournisseur", "entreprise", "prenom", "denomination", "nombre", "empresa", "cliente", "proveedor", "nome", "ragione sociale", "fornitore"],
  kind: ["kind", "type", "party type", "entity type", "art", "typ", "parteityp", "partnerart", "genre", "nature", "tipo"],
  country: ["country", "country code", "nationality", "land", "lander", "landercode", "laendercode", "landercodes", "landerkurzel", "landeskennzeichen", "staat", "staatsangehorigkeit", "nationalitat", "pays", "code pays", "nationalite", "pais", "paese"],
  dob: ["dob", "date of birth", "birth date", "birthdate", "born", "geburtsdatum", "geboren", "geb datum", "date de naissance", "ne le", "naissance", "fecha de nacimiento", "data di nascita"],
  id: ["id", "identifier", "passport", "passport number", "registration number", "register number", "tax number", "vat", "vat number", "imo", "imo number", "lei", "kennung", "ausweisnummer", "passnummer", "registernummer", "handelsregisternummer", "steuernummer", "ust id", "ustid", "umsatzsteuer id", "hrb", "identifiant", "passeport", "siren", "siret", "numero de registre", "nif", "partita iva"],
  address: ["address", "street", "city", "town", "postcode", "postal code", "zip", "zip code", "address line 1", "address line 2", "adresse", "anschrift", "strasse", "str", "ort", "stadt", "plz", "postleitzahl", "rue", "ville", "code postal", "direccion", "ciudad", "indirizzo", "citta"],
  role: ["role", "party role", "function", "rolle", "funktion", "role de la partie", "fonction", "rol", "ruolo"],
  note: ["reference", "ref", "customer number", "customer no", "account", "number", "no", "our reference", "kundennummer", "kunden nr", "kundennr", "lieferantennummer", "debitor", "kreditor", "nr", "nummer", "referenz", "numero client", "numero", "bemerkung", "note", "comment", "remarque"],
};

const byWord = new Map<string, Field>(FIELDS.flatMap((field) => WORDS[field].map((word) => [fold(word), field] as const)));

/** A guess per column; `""` where the header says nothing known. */
export function guess(header: string[]): Mapping {
  return header.map((cell) => byWord.get(fold(cell)) ?? partial(cell));
}

/** Whether the first row names columns: a word it knows, and no cell that looks like data. */
export function looksLikeHeader(row: string[]): boolean {
  return row.some((cell) => byWord.has(fold(cell)) || partial(cell) !== "") && !row.some((cell) => /^\d{4}-\d{2}|^\d{5,}$/.test(cell.trim()));
}

export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Headers such as "Name 1", "Customer name (legal)", "Straße 2". */
function partial(cell: string): Field | "" {
  const words = fold(cell).split(" ").filter((word) => word && !/^\d+$/.test(word));
  const whole = byWord.get(words.join(" "));
  if (whole) return whole;
  if (words.includes("name") || words.includes("firma") || words.includes("nom")) return "name";
  return "";
}
