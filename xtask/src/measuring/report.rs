//! Figures, floors and worst cases, printed as they come.

const FLOORS: &str = include_str!("floors.tsv");

pub(crate) struct Report {
    figures: Vec<(String, f64)>,
    worst: usize,
}

impl Report {
    pub(crate) fn new(worst: usize) -> Report {
        Report {
            figures: Vec::new(),
            worst,
        }
    }

    pub(crate) fn heading(&mut self, text: &str) {
        println!("\n{text}");
    }

    /// A figure under a name that the floors file may hold.
    pub(crate) fn figure(&mut self, name: &str, value: f64, note: &str) {
        println!("  {name:<44} {value:>8.4}  {note}");
        self.figures.push((name.to_owned(), value));
    }

    /// Cases that failed, worst first.
    pub(crate) fn worst(&mut self, title: &str, cases: &[String]) {
        if cases.is_empty() || self.worst == 0 {
            return;
        }
        println!("  {title} ({} in all):", cases.len());
        for case in cases.iter().take(self.worst) {
            println!("    {case}");
        }
    }

    /// Compares with the floors; says which were missed. Returns whether all were kept.
    pub(crate) fn close(&self, check: bool) -> bool {
        if !check {
            return true;
        }
        let mut kept = 0;
        let mut missed = 0;
        for row in FLOORS
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let mut fields = row.split('\t');
            let (name, rule, bound) = (
                fields.next().unwrap_or_default(),
                fields.next().unwrap_or_default(),
                fields.next().unwrap_or_default(),
            );
            let bound: f64 = bound.parse().unwrap_or(f64::NAN);
            let value = self
                .figures
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| *value);
            let holds = match (value, rule) {
                (Some(value), "at-least") => value >= bound,
                (Some(value), "at-most") => value <= bound,
                _ => false,
            };
            if holds {
                kept += 1;
            } else {
                missed += 1;
                println!("floor missed: {name} is {value:?}, must be {rule} {bound}");
            }
        }
        println!("\nfloors: {kept} passed, {missed} failed");
        missed == 0
    }
}
