//! A small pull-tree over XML: the records of a list, one at a time, as trees of local names.
//!
//! Publishers change namespaces and prefixes between editions, so only local names count.

use super::diagnostic::Diagnostic;
use encoding_rs::Encoding;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// An element with everything below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Local name, without prefix.
    pub name: String,
    /// Attributes by local name, in order, entities resolved; namespace declarations are left out.
    pub attrs: Vec<(String, String)>,
    /// Child elements in order.
    pub children: Vec<Element>,
    /// The element's own text (CDATA and entities resolved), ends trimmed.
    pub text: String,
}

/// Where and why a text stopped being XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XmlError {
    /// Line in the file, from 1.
    pub line: u64,
    /// Byte offset in the (decoded) text.
    pub byte: u64,
    /// What is wrong: lower-case, no full stop.
    pub message: String,
}

/// Deepest nesting read; real lists stay under 20. A tree of unbounded depth could exhaust the stack.
const DEEPEST: usize = 128;

/// Hands every outermost element with one of `names` to `each`, with its number among the elements
/// of that name (from 1), in document order. Elements seen before an error have been handed over:
/// on `Err` the file is cut short or broken and the caller must not treat the result as a whole list.
///
/// # Errors
/// Text that is not well-formed XML, is cut short, nests too deep or is not in its declared encoding.
pub fn for_each_element(
    bytes: &[u8],
    names: &[&str],
    mut each: impl FnMut(&Element, u32),
) -> Result<(), XmlError> {
    let text = decode(bytes)?;
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut outside = 0_usize;
    let mut seen_root = false;
    let mut open: Vec<Element> = Vec::new();
    loop {
        let before = reader.buffer_position();
        let at = |message: String| error_at(&text, before, message);
        let closed = match reader.read_event().map_err(|e| at(plain(&e)))? {
            Event::Start(tag) => {
                seen_root = true;
                if open.is_empty() && !names.contains(&local(&tag)) {
                    outside += 1;
                } else if open.len() >= DEEPEST {
                    return Err(at(format!("elements nest deeper than {DEEPEST}")));
                } else {
                    open.push(element(&tag).map_err(at)?);
                }
                None
            }
            Event::Empty(tag) => {
                seen_root = true;
                if open.is_empty() && !names.contains(&local(&tag)) {
                    None
                } else {
                    Some(element(&tag).map_err(at)?)
                }
            }
            Event::End(_) => {
                if open.is_empty() {
                    outside = outside.saturating_sub(1);
                }
                open.pop()
            }
            Event::Text(part) => {
                add_text(&mut open, &part.xml10_content());
                None
            }
            Event::CData(part) => {
                add_text(&mut open, &part.xml10_content());
                None
            }
            Event::GeneralRef(part) => {
                add_text(&mut open, &resolve(&part));
                None
            }
            Event::Eof if !open.is_empty() || outside > 0 => {
                return Err(at("the file ends inside an element".to_owned()));
            }
            Event::Eof if !seen_root => return Err(at("there is no element".to_owned())),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => None,
        };
        let Some(mut done) = closed else { continue };
        done.text = done.text.trim().to_owned();
        if let Some(parent) = open.last_mut() {
            parent.children.push(done);
        } else {
            let count = counts.entry(done.name.clone()).or_default();
            *count = count.saturating_add(1);
            each(&done, *count);
        }
    }
}

/// Local name of the first element, and its attributes; for recognising a format cheaply.
/// `None` when the start of the bytes is not XML.
#[must_use]
pub fn root(bytes: &[u8]) -> Option<Element> {
    let start = decode_lossy(bytes.get(..bytes.len().min(16_384))?);
    let mut reader = quick_xml::Reader::from_str(&start);
    for _ in 0..64 {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => return element(&tag).ok(),
            Event::Text(text) if !text.trim().is_empty() => return None,
            Event::Eof | Event::End(_) | Event::CData(_) | Event::GeneralRef(_) => return None,
            _ => {}
        }
    }
    None
}

impl Element {
    /// The first child of that local name.
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of that local name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> + 'a {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The elements at the end of a path of local names: every `a`, every `b` in those, and so on.
    #[must_use]
    pub fn each<'a>(&'a self, path: &[&str]) -> Vec<&'a Element> {
        path.iter().fold(vec![self], |level, name| {
            level
                .into_iter()
                .flat_map(|element| element.children.iter().filter(|c| c.name == *name))
                .collect()
        })
    }

    /// The text of the first child of that name; empty when there is none.
    #[must_use]
    pub fn text_of(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.as_str())
    }

    /// An attribute by local name.
    #[must_use]
    pub fn attr(&self, name: &str) -> Option<&str> {
        let found = self.attrs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl XmlError {
    /// The diagnostic of a file that could not be read to its end.
    #[must_use]
    pub fn diagnostic(&self, file: &str) -> Diagnostic {
        Diagnostic::error(
            "bad-xml",
            file,
            self.line,
            "",
            format!(
                "not well-formed XML at byte {}: {}; the list is not complete, so it was left out: download the file again",
                self.byte, self.message
            ),
        )
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}, byte {}: {}",
            self.line, self.byte, self.message
        )
    }
}

impl std::error::Error for XmlError {}

fn add_text(open: &mut [Element], part: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(part);
    }
}

/// The letter of a character or entity reference.
pub(crate) fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    match &**reference {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        // An entity of a DTD we do not read: kept as written, so that nothing is lost.
        other => format!("&{other};"),
    }
}

fn local<'a>(tag: &'a BytesStart<'_>) -> &'a str {
    local_part(tag.name().into_inner())
}

fn local_part(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn element(tag: &BytesStart<'_>) -> Result<Element, String> {
    let mut attrs = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|e| format!("bad attribute: {e}"))?;
        let key = attribute.key.into_inner();
        if key == "xmlns" || key.starts_with("xmlns:") {
            continue;
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_or_else(|_| attribute.value.to_string(), Cow::into_owned);
        attrs.push((local_part(key).to_owned(), value));
    }
    Ok(Element {
        name: local(tag).to_owned(),
        attrs,
        ..Element::default()
    })
}

fn plain(error: &quick_xml::Error) -> String {
    let text = error.to_string();
    text.trim_end_matches('.').to_owned()
}

fn error_at(text: &str, byte: u64, message: String) -> XmlError {
    let end = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let newlines = text.bytes().take(end).filter(|b| *b == b'\n').count();
    XmlError {
        line: newlines as u64 + 1,
        byte,
        message,
    }
}

/// The encoding a byte order mark or the XML declaration names; UTF-8 otherwise.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, mark);
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(200)).unwrap_or_default());
    let declared = head
        .split_once("?>")
        .filter(|(declaration, _)| declaration.starts_with("<?xml"))
        .and_then(|(declaration, _)| declaration.split_once("encoding="))
        .and_then(|(_, rest)| rest.split(['"', '\'']).nth(1))
        .and_then(|label| Encoding::for_label(label.as_bytes()));
    // A UTF-16 declaration without a byte order mark that could be read as ASCII is not UTF-16.
    let declared = declared.filter(|e| e.is_ascii_compatible());
    (declared.unwrap_or(encoding_rs::UTF_8), 0)
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    let (encoding, mark) = encoding_of(bytes);
    let body = bytes.get(mark..).unwrap_or_default();
    if encoding == encoding_rs::UTF_8 {
        return match std::str::from_utf8(body) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(error) => {
                let valid = body.get(..error.valid_up_to()).unwrap_or_default();
                Err(XmlError {
                    line: valid.iter().filter(|b| **b == b'\n').count() as u64 + 1,
                    byte: (mark + valid.len()) as u64,
                    message: "the text is not UTF-8".to_owned(),
                })
            }
        };
    }
    let (text, broken) = encoding.decode_without_bom_handling(body);
    if broken {
        return Err(XmlError {
            line: 1,
            byte: 0,
            message: format!(
                "the text is not in its declared encoding {}",
                encoding.name()
            ),
        });
    }
    Ok(text)
}

fn decode_lossy(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, mark) = encoding_of(bytes);
    let body = bytes.get(mark..).unwrap_or_default();
    encoding.decode_without_bom_handling(body).0
}

#[cfg(test)]
mod tests {
    use super::{Element, for_each_element, root};

    fn read(text: &str) -> Result<Vec<(u32, Element)>, String> {
        let mut found = Vec::new();
        for_each_element(text.as_bytes(), &["r"], |element, record| {
            found.push((record, element.clone()));
        })
        .map_err(|e| e.to_string())?;
        Ok(found)
    }

    #[test]
    fn records_are_trees_of_local_names() {
        let text = "<?xml version='1.0'?><x:l xmlns:x='u'><x:r x:a='1 &amp; 2'> A &lt;&#66;&quot; <b><![CDATA[<i>]]></b><!-- no --><b/></x:r><r/></x:l>";
        let found = read(text).unwrap_or_default();
        let records: Vec<u32> = found.iter().map(|(record, _)| *record).collect();
        assert_eq!(records, [1, 2]);
        let first = found.first().map(|(_, r)| r.clone()).unwrap_or_default();
        assert_eq!(first.text, "A <B\"");
        assert_eq!(first.attr("a"), Some("1 & 2"));
        let texts: Vec<&str> = first.each(&["b"]).iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, ["<i>", ""]);
        assert_eq!(root(text.as_bytes()).map(|r| r.name), Some("l".to_owned()));
    }

    #[test]
    fn broken_files_say_where() {
        let cases = [
            ("", "line 1, byte 0: there is no element"),
            (
                "<l>\n<r><b>",
                "line 2, byte 10: the file ends inside an element",
            ),
            ("<l>\n\n<r></q></l>", "line 3"),
            ("no xml", "there is no element"),
        ];
        for (text, expected) in cases {
            let error = read(text).err().unwrap_or_default();
            assert!(error.contains(expected), "{text:?}: {error}");
        }
        let deep = "<r>".repeat(1000);
        assert!(read(&deep).err().unwrap_or_default().contains("deeper"));
    }

    #[test]
    fn other_encodings_are_decoded_or_refused() {
        let mut names = Vec::new();
        let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><l><r>Z\xFCrich</r></l>";
        for_each_element(latin, &["r"], |e, _| names.push(e.text.clone())).unwrap_or_default();
        let utf16: Vec<u8> = "\u{feff}<l><r>Zürich</r></l>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for_each_element(&utf16, &["r"], |e, _| names.push(e.text.clone())).unwrap_or_default();
        assert_eq!(names, ["Zürich", "Zürich"]);
        let wrong = for_each_element(b"<l>\n<r>Z\xFCrich</r></l>", &["r"], |_, _| {});
        assert_eq!(wrong.map_err(|e| e.line), Err(2));
    }
}
