//! JSON that comes from outside the engine: manifests, queries, policies. What is accepted survives
//! being written and read again.
#![no_main]

use exportcheck::pack::manifest::Manifest;
use exportcheck::screen::report::{Policy, Query};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(manifest) = serde_json::from_slice::<Manifest>(bytes) {
        let text = serde_json::to_vec(&manifest).expect("a manifest can be written");
        let again: Manifest = serde_json::from_slice(&text).expect("and read again");
        assert_eq!(manifest, again);
    }
    if let Ok(query) = serde_json::from_slice::<Query>(bytes) {
        let text = serde_json::to_vec(&query).expect("a query can be written");
        serde_json::from_slice::<Query>(&text).expect("and read again");
    }
    if let Ok(policy) = serde_json::from_slice::<Policy>(bytes) {
        let text = serde_json::to_vec(&policy).expect("a policy can be written");
        serde_json::from_slice::<Policy>(&text).expect("and read again");
    }
});
