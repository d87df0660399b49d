//! Words as they are compared: folded, without endings, alike across English, German and French.
//!
//! `Kamera`, `cameras` and `caméra` become one stem, `Oszilloskop` and `oscilloscope` another. A
//! stem is a key, not a word: it only has to come out the same on both sides.

/// Longest text that is cut into words.
const LONGEST: usize = 400;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As written, in small letters.
    pub(crate) text: String,
    /// Folded to `a-z0-9`.
    pub(crate) folded: String,
}

/// The words of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let tokens = cut(text).into_iter().map(|text| Token {
        folded: fold(&text),
        text,
    });
    tokens.filter(|token| !token.folded.is_empty()).collect()
}

/// The words of a text in small letters. A single letter joins what it is hyphenated to: `x-ray`,
/// `A/D`.
pub(super) fn cut(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let (mut word, mut between) = (String::new(), ' ');
    for c in text.chars().take(LONGEST).chain(std::iter::once(' ')) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        if word.is_empty() {
            between = c;
            continue;
        }
        let text = std::mem::take(&mut word);
        let single =
            |text: &str| text.starts_with(char::is_alphabetic) && text.chars().count() == 1;
        match all.last_mut() {
            Some(last)
                if matches!(between, '-' | '/')
                    && single(last)
                    && (between == '-' || single(&text)) =>
            {
                last.push_str(&text);
            }
            _ => all.push(text),
        }
        between = c;
    }
    all
}

/// Stems of the words that say something.
pub(crate) fn stems(text: &str) -> Vec<String> {
    cut(text).iter().filter_map(|word| telling(word)).collect()
}

/// The stem of a word, unless it says nothing.
pub(super) fn telling(word: &str) -> Option<String> {
    let folded = fold(word);
    let tells = !folded.is_empty() && !is_stop(&folded) && !is_number(&folded);
    tells.then(|| stem(&folded))
}

/// Small Latin letters without marks; `ae`, `oe`, `ue` as the umlauts they stand for.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'æ' => out.push('a'),
            'ç' | 'č' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'œ' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'µ' | 'μ' => out.push('u'),
            'š' => out.push('s'),
            'ž' => out.push('z'),
            'ß' => out.push_str("ss"),
            _ => {}
        }
    }
    for (pair, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
        if out.contains(pair) {
            out = out.replace(pair, letter);
        }
    }
    out
}

/// The key of a folded word.
pub(crate) fn stem(folded: &str) -> String {
    if folded.len() < 4 || folded.contains(|c: char| c.is_ascii_digit()) {
        return folded.to_owned();
    }
    let word = ending(folded);
    let mut out = alike(&word);
    for end in ["ung", "ing", "en", "ed"] {
        if let Some(rest) = out.strip_suffix(end).filter(|rest| rest.len() >= 4) {
            out.truncate(rest.len());
            break;
        }
    }
    while out.len() > 4 && out.ends_with(['e', 'i']) {
        out.pop();
    }
    out
}

/// Plural and spelling of the end.
fn ending(word: &str) -> String {
    for (end, instead, shortest) in [
        ("ies", "i", 3),
        ("aux", "al", 4),
        ("sses", "s", 3),
        ("nses", "n", 2),
        ("bres", "ber", 2),
        ("tres", "ter", 2),
        ("bre", "ber", 2),
        ("tre", "ter", 2),
        ("ques", "k", 2),
        ("qus", "k", 2),
        ("que", "k", 2),
        ("qu", "k", 2),
        ("ogu", "og", 3),
        ("ern", "er", 3),
        ("eln", "el", 3),
    ] {
        if let Some(start) = word
            .strip_suffix(end)
            .filter(|start| start.len() >= shortest)
        {
            return format!("{start}{instead}");
        }
    }
    let plural = word.strip_suffix('s').filter(|start| {
        // `gas`, `Glas`, `chassis`, `apparatus`
        !start.ends_with(['s', 'u', 'i']) && (start.len() > 3 || !start.ends_with('a'))
    });
    plural.unwrap_or(word).to_owned()
}

/// Spellings that differ between languages, and doubled letters.
fn alike(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let same = match (letter, next) {
            ('p', Some('h')) => {
                letters.next();
                'f'
            }
            ('t', Some('h')) => {
                letters.next();
                't'
            }
            ('c', Some('e' | 'i' | 'y')) => 'z',
            ('c', Some('h')) | ('i', _) => letter,
            ('c', _) => 'k',
            ('y', _) => 'i',
            (letter, _) => letter,
        };
        if !out.ends_with(same) {
            out.push(same);
        }
    }
    // `ionize`, `ionise`
    out.replace("iz", "is")
}

/// Digits only.
pub(crate) fn is_number(folded: &str) -> bool {
    folded.chars().all(|c| c.is_ascii_digit())
}

/// A unit that stands behind a number.
pub(crate) fn is_unit(folded: &str) -> bool {
    UNITS.split(' ').any(|unit| unit == folded)
}

/// A word that does not tell one item from another.
pub(crate) fn is_stop(folded: &str) -> bool {
    folded.len() < 8 && STOP.split(' ').any(|word| word == folded)
}

const STOP: &str = "the a an of for with and or in to on by from as at is are our we i need needs \
    quote price offer supplier buy new used type model series qty pcs pieces per other etc not \
    der die das den dem des ein eine einer eines fur mit und oder aus von vom zum zur im am auf \
    typ stuck angebot preis gebraucht neu \
    le la les de du un une au aux et ou pour avec en d l sur par s prix devis neuf";

const UNITS: &str = "nm um mm cm m km thz ghz mhz khz hz kw mw w v kv a ma bit bits c k g kg t l ml \
    liter litre litres liters inch in rpm gb tb mbit gbit gsps msps dbm db bar mbar pa kpa mpa torr \
    ah wh kwh j mj s ms us ns ps fs h min px mp fps kn n nmi ft mil";

#[cfg(test)]
mod tests {
    use super::{fold, stem, stems, tokens};

    #[test]
    fn one_thing_has_one_stem() {
        for words in [
            &[
                "camera", "cameras", "Kamera", "Kameras", "caméra", "caméras",
            ] as &[&str],
            &[
                "oscilloscope",
                "Oszilloskop",
                "oscilloscopes",
                "Oszilloskope",
            ],
            &["hydrophone", "Hydrofon", "Hydrophon", "hydrophones"],
            &["machine", "machines", "machining"],
            &["lens", "lenses"],
            &["gun", "guns"],
            &["fibre", "fiber", "fibers", "fibres"],
            &["battery", "batteries", "Batterie", "Batterien"],
            &[
                "spectrometer",
                "Spektrometer",
                "spectromètre",
                "spectromètres",
            ],
            &["accelerometer", "accéléromètre", "accelerometers"],
            &["frequency", "Frequenz", "fréquence", "Frequenzen"],
            &["grinding", "grind"],
            &["Öfen", "Oefen", "Ofen"],
            &["Verstärker", "Verstaerker", "verstarker"],
            &["process", "Prozess", "processes"],
            &["optic", "optics", "optique", "Optik"],
            &["pumps", "Pumpen"],
            &["analog", "analogue"],
            &["glass", "Glas", "glasses"],
        ] {
            let found: Vec<String> = words.iter().map(|word| stem(&fold(word))).collect();
            assert!(
                found.iter().all(|one| Some(one) == found.first()),
                "{words:?}: {found:?}"
            );
        }
    }

    #[test]
    fn texts_are_cut_into_words() {
        let cut = |text| {
            tokens(text)
                .into_iter()
                .map(|token| token.folded)
                .collect::<Vec<_>>()
        };
        assert_eq!(cut("A/D-Wandler"), ["ad", "wandler"]);
        assert_eq!(cut("x-ray tube (flash)"), ["xray", "tube", "flash"]);
        assert_eq!(
            cut("tour à commande numérique"),
            ["tour", "a", "commande", "numeriqu"]
        );
        assert_eq!(cut("日本 laser"), ["laser"]);
        assert_eq!(
            stems("the pump of 5 bar for a reactor"),
            ["pump", "bar", "reaktor"]
        );
    }
}
