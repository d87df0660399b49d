//! Lists, roles, milestones, customs codes, sectors, ownership tests, steps and places.

use super::Risks;
use crate::license::model::Licensing;
use crate::pack::rules::build::percent;
use crate::pack::rules::complaint::Source;
use crate::pack::rules::definitions::rows;
use crate::pack::rules::provisions::day;
use crate::risk::model::{HsList, ListUse, OwnershipTest, RequiredList, Sector};
use toml::Spanned;

impl Risks<'_> {
    pub(super) fn tables(&mut self, licensing: &Licensing) {
        self.risk.steps = self
            .files
            .steps
            .iter()
            .map(|step| step.id.clone())
            .collect();
        self.settings(licensing);
        let hs = std::mem::take(&mut self.files.hs);
        for (source, list) in &hs {
            let codes = self.codes(source, &list.codes);
            for question in &list.answers {
                if self.names.attribute(question.get_ref()).is_none() {
                    self.complaints.push(source.complaint(
                        question.span().start,
                        "answers",
                        &format!("there is no attribute `{}`", question.get_ref()),
                        "see rules/attributes",
                    ));
                }
            }
            let answers = list.answers.iter();
            self.risk.hs_lists.push(HsList {
                id: list.id.get_ref().clone(),
                codes,
                answers: answers.map(|question| question.get_ref().clone()).collect(),
            });
        }
        self.files.hs = hs;
        let sectors = std::mem::take(&mut self.files.sectors);
        for sector in &sectors {
            let any = sector.value.hs.iter().any(|code| code.get_ref() == "*");
            let codes = if any {
                Vec::new()
            } else {
                self.codes(&sector.source, &sector.value.hs)
            };
            self.risk.sectors.push(Sector {
                id: sector.id.clone(),
                codes,
            });
        }
        self.files.sectors = sectors;
        self.ownership();
        self.centres();
    }

    fn settings(&mut self, licensing: &Licensing) {
        let Some((source, settings)) = self.files.settings.clone() else {
            return;
        };
        if let Some(step) = &settings.ask_step {
            let at = self.risk.steps.iter().position(|known| known == step);
            if at.is_none() {
                self.complaints.push(source.complaint(
                    0,
                    "ask_step",
                    &format!("rules/risk/steps.toml has no step `{step}`"),
                    "mend the name",
                ));
            }
            self.risk.ask_step = at.map(|at| at as u32);
        }
        for (id, milestone) in &settings.milestone {
            match day(&milestone.get_ref().date) {
                Some(date) => self.risk.milestones.push((id.clone(), date)),
                None => self.complaints.push(source.complaint(
                    milestone.span().start,
                    &format!("milestone {id}"),
                    "this is not a day",
                    "write YYYY-MM-DD without quotes",
                )),
            }
        }
        for (id, list) in &settings.list {
            self.risk.lists.push(ListUse {
                id: id.clone(),
                party: list.get_ref().party.clone(),
                owner: list.get_ref().owner.clone(),
                closed: list.get_ref().closed,
            });
        }
        for (id, of) in &settings.required {
            let part = of.get_ref();
            let jurisdiction = part.jurisdiction.as_ref().and_then(|name| {
                let found = licensing.jurisdictions.iter().position(|j| j.id == *name);
                if found.is_none() {
                    self.complaints.push(source.complaint(
                        of.span().start,
                        &format!("required {id}"),
                        &format!("there is no jurisdiction `{name}`"),
                        "see rules/licensing/settings.toml",
                    ));
                }
                found.map(|at| at as u32)
            });
            self.risk.required.push(RequiredList {
                id: id.clone(),
                any: part.any.clone(),
                jurisdiction,
            });
        }
        for (id, role) in &settings.role {
            self.risk.roles.push((id.clone(), role.licence.clone()));
        }
    }

    /// Digits of customs codes.
    fn codes(&mut self, source: &Source, codes: &[Spanned<String>]) -> Vec<String> {
        let mut out = Vec::new();
        for code in codes {
            let text = code.get_ref();
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let good = text
                .chars()
                .all(|c| c.is_ascii_digit() || c == '.' || c == ' ')
                && (2..=10).contains(&digits.len());
            if good {
                out.push(digits);
            } else {
                self.complaints.push(source.complaint(
                    code.span().start,
                    "customs code",
                    &format!("`{text}` is no code of the Harmonised System"),
                    "write two to ten digits: `8457.10`",
                ));
            }
        }
        out
    }

    fn ownership(&mut self) {
        let tests = std::mem::take(&mut self.files.ownership);
        for entry in &tests {
            let part = &entry.value;
            let majority = part
                .majority
                .as_ref()
                .and_then(|text| percent(text.get_ref()));
            let majority = match (part.through.get_ref().as_str(), majority) {
                ("majority", Some(majority)) => Some(majority),
                ("product", None) => None,
                _ => {
                    self.complaints.push(entry.complaint(
                        part.through.span().start,
                        "through",
                        "neither a majority with its percentage nor a product",
                        "write through = \"majority\" and majority = \"50 %\", or through = \"product\"",
                    ));
                    continue;
                }
            };
            for list in &part.lists {
                let known = self.risk.lists.iter().any(|of| of.id == *list.get_ref());
                if !known {
                    self.complaints.push(entry.complaint(
                        list.span().start,
                        "lists",
                        &format!("rules/risk/settings.toml has no list `{}`", list.get_ref()),
                        "mend the name, or add the list there",
                    ));
                }
            }
            self.risk.ownership.push(OwnershipTest {
                id: entry.id.clone(),
                lists: part
                    .lists
                    .iter()
                    .map(|list| list.get_ref().clone())
                    .collect(),
                majority,
            });
        }
        self.files.ownership = tests;
    }

    fn centres(&mut self) {
        let Some(source) = self.files.centres.clone() else {
            return;
        };
        for (line, cells) in rows(&source, &["code", "lat", "lon"], &mut self.complaints) {
            let angle = |name: &str| cells.get(name)?.parse::<f64>().ok().map(f64::to_radians);
            match (cells.get("code"), angle("lat"), angle("lon")) {
                (Some(code), Some(lat), Some(lon)) => {
                    let vector = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
                    let whole = vector.map(|part| (part * 1e6).round() as i32);
                    self.risk.centres.push(((*code).to_owned(), whole));
                }
                _ => self
                    .complaints
                    .push(crate::pack::rules::complaint::Complaint {
                        file: source.file.clone(),
                        line,
                        field: "lat, lon".to_owned(),
                        message: "latitude and longitude are not two numbers".to_owned(),
                        help: "degrees with a decimal point, south and west negative".to_owned(),
                    }),
            }
        }
    }
}
