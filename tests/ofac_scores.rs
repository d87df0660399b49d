//! The OFAC mode against scores of the public sanctions search.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use exportcheck::screen::ofac::{Asked, score};
use std::path::Path;

/// Kept under what is reached (0.933, 0.957, 0.976, 0.402), so that only a real change fails.
const EQUAL: f64 = 0.92;
const WITHIN_ONE: f64 = 0.94;
const WITHIN_THREE: f64 = 0.97;
const MEAN_ERROR: f64 = 0.45;
/// Rows without a score were not shown by the search at 80.
const SHOWN_FROM: i64 = 80;

#[test]
fn scores_of_the_public_search() {
    let path = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/cases/names/ofac-search-scores.csv"
    ));
    let Ok(text) = std::fs::read_to_string(path) else {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{} is not here",
            path.display()
        );
        eprintln!("SKIPPED: scores_of_the_public_search: ../shared is not here");
        return;
    };
    let (mut errors, mut shown) = (Vec::new(), Vec::new());
    for line in text.lines().skip(1) {
        let (query, listed, theirs) = fields(line);
        let ours = score(&query, &listed) / 10_000;
        if theirs >= 0 {
            errors.push((ours - theirs).abs());
        } else if ours >= SHOWN_FROM {
            shown.push(line.to_owned());
        }
    }
    let share =
        |most: i64| errors.iter().filter(|e| **e <= most).count() as f64 / errors.len() as f64;
    let mean = errors.iter().sum::<i64>() as f64 / errors.len() as f64;
    println!(
        "{} scores: equal {:.3}, within 1 {:.3}, within 3 {:.3}, mean error {mean:.3}",
        errors.len(),
        share(0),
        share(1),
        share(3)
    );
    assert!(errors.len() > 100, "only {} scores read", errors.len());
    assert!(
        share(0) >= EQUAL
            && share(1) >= WITHIN_ONE
            && share(3) >= WITHIN_THREE
            && mean <= MEAN_ERROR
    );
    assert_eq!(
        shown,
        Vec::<String>::new(),
        "found, but the public search does not find it"
    );
}

#[test]
fn invented_pairs() {
    let cases = [
        (
            "Order and extra listed words cost nothing",
            "ADA BRONTE",
            "BRONTE, Ada Caroline",
            100,
        ),
        ("Case is ignored", "ada bronte", "BRONTE, Ada", 100),
        ("Hyphens part words", "ZEM-LAREN", "LAREN, Zem", 100),
        ("Apostrophes do not", "O'HARROW", "OHARROW LLC", 100),
        (
            "A query word without a partner counts nothing",
            "BRONTE FISK",
            "HALLUND, Bronte",
            50,
        ),
        ("Two letters are left out", "BRONTE QX", "KOLM, Bronte", 100),
        ("unless there is nothing else", "QX", "BRONTE QX", 100),
        (
            "Another first letter: the words do not pair",
            "TOLVA",
            "DOLVA",
            0,
        ),
        (
            "but the strings do once another word has found it",
            "TOLVA MIR",
            "DOLVA, Mir",
            92,
        ),
        (
            "Half the letters differ: still a pair",
            "MERTON",
            "MERAXY",
            77,
        ),
        ("More than half: nothing", "MERTON", "MEPPXY", 0),
        (
            "Whole strings, five first letters",
            "KARLOVTAN",
            "KARLOVUST",
            93,
        ),
        ("A mean is rounded up", "MARTIN", "MARTEN", 94),
        ("Nothing asked", "", "BRONTE", 0),
        ("Nothing listed", "BRONTE", "", 0),
        ("Other script", "Бронте", "BRONTE", 0),
        ("The same script", "Бронте", "БРОНТЕ Ада", 100),
    ];
    for (why, query, listed, expected) in cases {
        assert_eq!(
            score(query, listed),
            expected * 10_000,
            "{why}: {query} ~ {listed}"
        );
        assert_eq!(
            Asked::new(query).score(listed),
            score(query, listed),
            "{why}"
        );
    }
}

#[test]
fn any_text_scores_whole_points_from_0_to_100() {
    let texts = [
        "",
        " ",
        "-",
        ",,",
        "'",
        "ß",
        "ŉ",
        "İstanbul",
        "a\u{301}",
        "漢字",
        "A-A-A",
        "\u{0}",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ];
    for left in texts {
        for right in texts {
            let points = score(left, right);
            assert!(
                (0..=1_000_000).contains(&points) && points % 10_000 == 0,
                "{left:?} ~ {right:?}: {points}"
            );
        }
        let has_word = left.chars().any(char::is_alphanumeric);
        assert_eq!(
            score(left, left),
            if has_word { 1_000_000 } else { 0 },
            "{left:?}"
        );
    }
}

#[cfg(feature = "compile")]
mod screening {
    use exportcheck::date::PartialDate;
    use exportcheck::pack::manifest::{ListInfo, Manifest};
    use exportcheck::pack::parties::OpenOptions;
    use exportcheck::pack::write::{Draft, write};
    use exportcheck::party::{Name, NameKind, Party, PartyKind};
    use exportcheck::screen::Screener;
    use exportcheck::screen::ofac::score;
    use exportcheck::screen::report::{Mode, Policy, Query};

    const LISTED: [&[&str]; 5] = [
        &["BRONTE, Ada Caroline", "WINTERGREEN, Ada"],
        &["BRONTESAURIER HEAVY INDUSTRIES"],
        &["BRANDT, Adalbert"],
        &["KOLM TRADING LLC"],
        &["BRUNTI, Edo"],
    ];

    #[test]
    fn finds_every_name_that_scores_enough_and_says_why() {
        let mut screener = screener();
        for least in [1.0, 0.8, 0.6, 0.0] {
            for text in ["BRONTE ADA", "ADA BRONTE", "BRONTI", "KOLM", "ZZZ"] {
                let hits = screener.hits(&asked(text), &policy(least));
                let best =
                    |names: &[&str]| names.iter().map(|name| score(text, name)).max().unwrap();
                let expected = LISTED
                    .iter()
                    .filter(|names| best(names) > 0 && best(names) as f64 / 1e6 >= least)
                    .count();
                assert_eq!(hits.len(), expected, "{text} at {least}");
                for hit in hits {
                    assert_eq!(hit.score, score(text, &hit.name) as f64 / 1e6, "{text}");
                    assert_eq!(hit.name_score, hit.score, "{text}");
                    let why: Vec<_> = hit
                        .why
                        .iter()
                        .map(|r| (r.code, r.points, r.query.as_str(), r.listed.as_str()))
                        .collect();
                    assert_eq!(why, [("ofac-score", hit.score, text, hit.name.as_str())]);
                    assert!(
                        !hit.alignment.query.is_empty() && !hit.alignment.listed.is_empty(),
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn only_the_name_counts() {
        let mut screener = screener();
        let plain = asked("BRONTE ADA");
        let full = Query {
            kind: Some(PartyKind::Vessel),
            country: Some("FR".to_owned()),
            dob: Some("1970".parse::<PartialDate>().unwrap()),
            id: Some("P1234567".to_owned()),
            address: Some("12 Lane, Town".to_owned()),
            ..plain.clone()
        };
        let scores = |hits: Vec<exportcheck::screen::report::Hit>| {
            hits.iter()
                .map(|h| (h.reference.clone(), h.score, h.why.clone()))
                .collect::<Vec<_>>()
        };
        let alone = scores(screener.hits(&plain, &policy(0.5)));
        assert!(!alone.is_empty());
        assert_eq!(scores(screener.hits(&full, &policy(0.5))), alone);
    }

    #[test]
    fn the_limit_keeps_the_best() {
        let mut screener = screener();
        let all = screener.hits(&asked("BRONTE ADA"), &policy(0.0));
        let one = screener.hits(
            &asked("BRONTE ADA"),
            &Policy {
                limit: 1,
                ..policy(0.0)
            },
        );
        assert!(all.len() > 1);
        assert_eq!(one.first(), all.first());
        assert_eq!(one.len(), 1);
        assert!(all.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    fn asked(name: &str) -> Query {
        Query {
            name: name.to_owned(),
            ..Query::default()
        }
    }

    fn policy(min_score: f64) -> Policy {
        Policy {
            min_score,
            mode: Mode::Ofac,
            ..Policy::default()
        }
    }

    fn screener() -> Screener {
        let named = |(kind, text): (NameKind, &&str)| Name {
            text: (*text).to_owned(),
            kind,
        };
        let kinds = [NameKind::Primary, NameKind::Alias];
        let party = |(at, names): (usize, &&[&str])| Party {
            list: "invented".to_owned(),
            reference: at.to_string(),
            kind: PartyKind::Person,
            names: kinds.into_iter().zip(names.iter()).map(named).collect(),
            ..Party::default()
        };
        let list = ListInfo {
            id: "invented".to_owned(),
            ..ListInfo::default()
        };
        let draft = Draft {
            manifest: Manifest {
                lists: vec![list],
                ..Manifest::default()
            },
            parties: LISTED.iter().enumerate().map(party).collect(),
            tests: Vec::new(),
        };
        Screener::open(&write(draft, None).unwrap(), &OpenOptions::default(), None).unwrap()
    }
}

/// `query,"LAST, First",score`, with or without quotes.
fn fields(line: &str) -> (String, String, i64) {
    let mut out = vec![String::new()];
    let mut quoted = false;
    for c in line.trim_end().chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(String::new()),
            _ => out.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(out.len(), 3, "{line}");
    (out[0].clone(), out[1].clone(), out[2].parse().unwrap())
}
