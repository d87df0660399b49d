//! Command line words: `--flag`, `--option VALUE`, the rest in order.

use crate::Result;

/// The words after the verb; `flag` and `value` take theirs out.
pub(crate) struct Args(Vec<String>);

impl Args {
    pub(crate) fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// Takes `--name` out; whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Takes `--name VALUE` out.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.0.remove(at);
        if at < self.0.len() && !self.0[at].starts_with("--") {
            Ok(Some(self.0.remove(at)))
        } else {
            Err(format!("`{name}` needs a value"))
        }
    }

    /// Takes `--name N` out.
    pub(crate) fn number(&mut self, name: &str) -> Result<Option<u64>> {
        self.value(name)?
            .map(|text| {
                text.parse()
                    .map_err(|_| format!("`{name} {text}` is not a whole number"))
            })
            .transpose()
    }

    /// The words left over, whatever they are.
    pub(crate) fn rest(self) -> Vec<String> {
        self.0
    }

    /// The words left over, none of which may look like an option.
    pub(crate) fn names(&self) -> Result<&[String]> {
        match self.0.iter().find(|word| word.starts_with('-')) {
            Some(word) => Err(format!("`{word}` is not an option of this verb")),
            None => Ok(&self.0),
        }
    }

    /// Fails if anything is left.
    pub(crate) fn finish(&self) -> Result {
        match self.0.first() {
            Some(word) => Err(format!("`{word}` is not an option of this verb")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Args;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn takes_out_what_it_knows() {
        let mut args = args("--seconds 5 reader:eu --check pack_open");
        assert_eq!(args.number("--seconds"), Ok(Some(5)));
        assert!(args.flag("--check"));
        assert!(!args.flag("--check"));
        assert_eq!(args.names().unwrap(), ["reader:eu", "pack_open"]);
        assert!(args.finish().is_err());
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(args("--port").number("--port").is_err());
        assert!(args("--port --lists x").number("--port").is_err());
        assert!(args("--port x").number("--port").is_err());
        assert!(args("--prot 1").finish().is_err());
        assert!(args("--prot").names().is_err());
    }
}
