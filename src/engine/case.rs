//! Whole cases and their records.

use super::{Engine, EngineError, no_rules, parse, print};
use crate::assess;
use crate::case::Case;
use crate::finding::Assessment;
use crate::record;
use crate::screen::report::Policy;
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseRequest {
    case: Case,
    #[serde(default)]
    policy: Policy,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordRequest {
    case: Json,
    #[serde(default)]
    policy: Option<Json>,
    made_at: String,
}

impl Engine {
    /// `{"case":Case,"policy":Policy}` or a case alone -> [`crate::finding::Assessment`].
    ///
    /// # Errors
    /// `no-rules`, `bad-request`.
    pub fn assess(&mut self, request: &str) -> Result<String, EngineError> {
        let (case, policy) = case_of(request)?;
        print(&self.assessment(&case, &policy)?)
    }

    fn assessment(&mut self, case: &Case, policy: &Policy) -> Result<Assessment, EngineError> {
        let rules = self.rules.as_ref().ok_or_else(no_rules)?;
        Ok(assess::assess(rules, self.screener.as_mut(), case, policy))
    }

    /// `{"case","policy","made_at"}` -> the record as canonical JSON text (RFC 8785).
    ///
    /// # Errors
    /// `no-rules`, `bad-request`, and what [`record::make()`] refuses.
    pub fn record(&mut self, request: &str) -> Result<String, EngineError> {
        let of: RecordRequest = parse("request", request)?;
        let open = self.opened()?;
        Ok(record::make(
            &of.case,
            &of.policy.unwrap_or_else(|| Json::Object(Map::new())),
            &of.made_at,
            &open,
            |case, policy| self.again(case, policy),
        )?)
    }

    /// Checks the bytes of a record -> [`record::Verification`].
    ///
    /// # Errors
    /// `no-rules`.
    pub fn verify_record(&mut self, bytes: &[u8]) -> Result<String, EngineError> {
        let open = self.opened()?;
        print(&record::verify(bytes, &open, |case, policy| {
            self.again(case, policy)
        }))
    }

    /// What decides an assessment besides the case.
    fn opened(&self) -> Result<record::Open<'static>, EngineError> {
        let rules = self.rules()?;
        let lists = self.screener.as_ref().map(|screener| {
            let manifest = &screener.pack().manifest;
            let lists: Vec<Json> = manifest
                .lists
                .iter()
                .map(|list| json!({"id": list.id, "published": list.published}))
                .collect();
            json!({"digest": manifest.digest, "starter": manifest.starter, "lists": lists})
        });
        Ok(record::Open {
            engine: env!("CARGO_PKG_VERSION"),
            packs: json!({
                "rules": {"version": rules.version, "digest": rules.digest},
                "lists": lists,
            }),
        })
    }

    /// Assesses what a record holds.
    fn again(&mut self, case: &Json, policy: &Json) -> Result<Json, record::Refused> {
        let refused = |error: EngineError| record::Refused {
            code: error.code,
            message: error.message,
            help: error.help,
        };
        let request = json!({"case": case, "policy": policy}).to_string();
        let (case, policy) = case_of(&request).map_err(refused)?;
        let assessment = self.assessment(&case, &policy).map_err(refused)?;
        serde_json::to_value(assessment).map_err(|error| record::Refused {
            code: "not-recordable".to_owned(),
            message: error.to_string(),
            help: "report this".to_owned(),
        })
    }
}

/// A case, alone or with the policy of its screening.
fn case_of(request: &str) -> Result<(Case, Policy), EngineError> {
    let json: Json = parse("case", request)?;
    let (case, policy) = if json.get("case").is_some_and(Json::is_object) {
        let of: CaseRequest = parse("request", request)?;
        (of.case, of.policy)
    } else {
        (parse("case", request)?, Policy::default())
    };
    if case.format != crate::case::FORMAT {
        return Err(EngineError::new(
            "bad-request",
            &format!("the case has format {}", case.format),
            &format!("this version reads format {}", crate::case::FORMAT),
        ));
    }
    Ok((case, policy))
}

impl From<record::Refused> for EngineError {
    fn from(refused: record::Refused) -> EngineError {
        EngineError {
            code: refused.code,
            message: refused.message,
            help: refused.help,
        }
    }
}
