//! Any text as a name: words in order, on letter boundaries, without overlap, Latin when read.
#![no_main]

use exportcheck::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let name = String::from_utf8_lossy(bytes);
    let _ = text::needs_readings(&name);
    let pieces = text::pieces(&name, None);
    let mut end = 0;
    let mut covered = vec![false; name.len()];
    for piece in &pieces {
        let (from, to) = (piece.start as usize, piece.end as usize);
        assert!(
            end <= from && from < to,
            "{from}..{to} after {end} in {name:?}"
        );
        assert!(
            name.get(from..to).is_some(),
            "{from}..{to} cuts a letter of {name:?}"
        );
        assert!(
            piece
                .latin
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()),
            "{:?} of {name:?}",
            piece.latin
        );
        covered[from..to].fill(true);
        end = to;
    }
    for (at, char) in name.char_indices() {
        assert!(
            !char.is_ascii_alphanumeric() || covered[at],
            "{char:?} at {at} of {name:?} is in no word"
        );
    }
});
