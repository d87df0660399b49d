//! The boundary to JavaScript: strings and bytes, nothing else. See [`crate::engine`].

use crate::engine::{self, EngineError};
use wasm_bindgen::prelude::*;

/// The engine for JavaScript. Arguments and results are JSON texts; an error is thrown as an
/// `Error` whose message is `{"code","message","help"}`.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine(engine::Engine);

#[wasm_bindgen]
impl Engine {
    /// An engine without packs.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// See [`engine::Engine::open`].
    pub fn open(&mut self, bytes: &[u8], options: &str) -> Result<String, JsError> {
        self.0.open(bytes, options).map_err(thrown)
    }

    /// See [`engine::Engine::open_scripts`].
    pub fn open_scripts(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        self.0.open_scripts(bytes).map_err(thrown)
    }

    /// See [`engine::Engine::manifest`].
    pub fn manifest(&self) -> Result<String, JsError> {
        self.0.manifest().map_err(thrown)
    }

    /// See [`engine::Engine::screen`].
    pub fn screen(&mut self, request: &str) -> Result<String, JsError> {
        self.0.screen(request).map_err(thrown)
    }

    /// See [`engine::Engine::screen_batch`].
    pub fn screen_batch(&mut self, request: &str) -> Result<String, JsError> {
        self.0.screen_batch(request).map_err(thrown)
    }

    /// See [`engine::Engine::party`].
    pub fn party(&self, list: &str, reference: &str) -> Result<String, JsError> {
        self.0.party(list, reference).map_err(thrown)
    }

    /// See [`engine::Engine::compare`].
    pub fn compare(&self, request: &str) -> Result<String, JsError> {
        self.0.compare(request).map_err(thrown)
    }

    /// See [`engine::Engine::open_text`].
    pub fn open_text(&mut self, bytes: &[u8]) -> Result<String, JsError> {
        self.0.open_text(bytes).map_err(thrown)
    }

    /// See [`engine::Engine::text`].
    pub fn text(&self, list: &str, entry: &str) -> Result<String, JsError> {
        self.0.text(list, entry).map_err(thrown)
    }

    /// See [`engine::Engine::open_rules`].
    pub fn open_rules(&mut self, bytes: &[u8], options: &str) -> Result<String, JsError> {
        self.0.open_rules(bytes, options).map_err(thrown)
    }

    /// See [`engine::Engine::texts`].
    pub fn texts(&self, language: &str) -> Result<String, JsError> {
        self.0.texts(language).map_err(thrown)
    }

    /// See [`engine::Engine::coverage`].
    pub fn coverage(&self) -> Result<String, JsError> {
        self.0.coverage().map_err(thrown)
    }

    /// See [`engine::Engine::classify`].
    pub fn classify(&self, request: &str) -> Result<String, JsError> {
        self.0.classify(request).map_err(thrown)
    }

    /// See [`engine::Engine::family`].
    pub fn family(&self, request: &str) -> Result<String, JsError> {
        self.0.family(request).map_err(thrown)
    }

    /// See [`engine::Engine::find`].
    pub fn find(&self, request: &str) -> Result<String, JsError> {
        self.0.find(request).map_err(thrown)
    }

    /// See [`engine::Engine::recognise`].
    pub fn recognise(&self, request: &str) -> Result<String, JsError> {
        self.0.recognise(request).map_err(thrown)
    }

    /// See [`engine::Engine::license`].
    pub fn license(&self, request: &str) -> Result<String, JsError> {
        self.0.license(request).map_err(thrown)
    }

    /// See [`engine::Engine::license_map`].
    pub fn license_map(&self, request: &str) -> Result<String, JsError> {
        self.0.license_map(request).map_err(thrown)
    }

    /// See [`engine::Engine::bom`].
    pub fn bom(&self, request: &str) -> Result<String, JsError> {
        self.0.bom(request).map_err(thrown)
    }

    /// See [`engine::Engine::licensing_texts`].
    pub fn licensing_texts(&self, language: &str) -> Result<String, JsError> {
        self.0.licensing_texts(language).map_err(thrown)
    }

    /// See [`engine::Engine::assess`].
    pub fn assess(&mut self, request: &str) -> Result<String, JsError> {
        self.0.assess(request).map_err(thrown)
    }

    /// See [`engine::Engine::record`].
    pub fn record(&mut self, request: &str) -> Result<String, JsError> {
        self.0.record(request).map_err(thrown)
    }

    /// See [`engine::Engine::verify_record`].
    pub fn verify_record(&mut self, bytes: &[u8]) -> Result<String, JsError> {
        self.0.verify_record(bytes).map_err(thrown)
    }

    /// See [`engine::Engine::history`].
    pub fn history(&self, request: &str) -> Result<String, JsError> {
        self.0.history(request).map_err(thrown)
    }

    /// See [`engine::Engine::risk_texts`].
    pub fn risk_texts(&self, language: &str) -> Result<String, JsError> {
        self.0.risk_texts(language).map_err(thrown)
    }
}

/// Version of the engine.
#[wasm_bindgen]
#[must_use]
#[allow(unreachable_pub, reason = "reached from JavaScript")]
pub fn engine_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn thrown(error: EngineError) -> JsError {
    JsError::new(&error.json())
}
