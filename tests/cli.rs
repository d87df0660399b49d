//! The command line, driven as a script drives it.
#![cfg(feature = "compile")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

struct Done {
    code: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str], input: &[u8]) -> Done {
    let mut child = Command::new(env!("CARGO_BIN_EXE_exportcheck"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A command that refuses its arguments does not read its input.
    let _ = stdin.write_all(input);
    drop(stdin);
    let done = child.wait_with_output().unwrap();
    Done {
        code: done.status.code().unwrap_or(-1),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn starter(name: &str) -> String {
    let pack = folder(name).join("parties.ecp").display().to_string();
    let done = run(
        &[
            "compile",
            "lists",
            "--from",
            "lists/starter.tsv",
            "--out",
            &pack,
        ],
        b"",
    );
    assert_eq!(done.code, 0, "{}", done.err);
    pack
}

#[test]
fn screen_reads_tables_of_many_shapes() {
    let pack = starter("screen");
    // (input, per row: query and the list of its best hit, `-` for none or `!` for a refused row)
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("Loongson Technology\n", &[("Loongson Technology", "us-el")]),
        (
            "name\nLoongson Technology\n",
            &[("Loongson Technology", "us-el")],
        ),
        (
            "\u{feff}name\r\nLoongson Technology\r\n\r\n",
            &[("Loongson Technology", "us-el")],
        ),
        (
            "country;name\nCN;Loongson Technology\n",
            &[("Loongson Technology", "us-el")],
        ),
        (
            "Loongson Technology\torganisation\tCN\n",
            &[("Loongson Technology", "us-el")],
        ),
        (
            "Loongson Technology,LegalEntity,China\n",
            &[("Loongson Technology", "us-el")],
        ),
        (
            "\"Huawei Device (Shenzhen) Co., Ltd.\",company\n",
            &[("Huawei Device (Shenzhen) Co., Ltd.", "us-el")],
        ),
        (
            "Huawei Device (Shenzhen) Co., Ltd.\n",
            &[("Huawei Device (Shenzhen) Co., Ltd.", "us-el")],
        ),
        (
            "Qzvxk Wbbgh\nLoongson Technology",
            &[("Qzvxk Wbbgh", "-"), ("Loongson Technology", "us-el")],
        ),
        (
            "A,spaceship\nLoongson Technology\n",
            &[("A", "!"), ("Loongson Technology", "us-el")],
        ),
        ("A,person,XQ\n", &[("A", "!")]),
        ("A,person,DE,1951-13\n", &[("A", "!")]),
        (",person\n", &[("", "!")]),
        ("A,person,DE,1951,1,2,3\n", &[("A", "!")]),
    ];
    for (input, rows) in cases {
        let done = run(&["screen", "--parties", &pack], input.as_bytes());
        let answers: Vec<Value> = done
            .out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(
            answers.len(),
            rows.len(),
            "{input}: {} {}",
            done.out,
            done.err
        );
        for (answer, (query, list)) in answers.iter().zip(*rows) {
            assert_eq!(answer["query"], *query, "{input}");
            match *list {
                "!" => assert_eq!(answer["error"]["code"], "bad-row", "{input}"),
                "-" => assert_eq!(answer["hits"].as_array().unwrap().len(), 0, "{input}"),
                list => assert_eq!(answer["hits"][0]["list"], list, "{input}"),
            }
        }
        let bad = rows.iter().any(|(_, list)| *list == "!");
        assert_eq!(done.code, if bad { 2 } else { 0 }, "{input}");
        assert_eq!(
            done.err.lines().count(),
            usize::from(bad),
            "{input}: {}",
            done.err
        );
    }
}

#[test]
fn a_hit_has_score_list_reference_name_and_reasons() {
    let pack = starter("hit");
    let done = run(
        &[
            "screen",
            "--parties",
            &pack,
            "--limit",
            "1",
            "--min-score",
            "0.9",
        ],
        b"Loongson Technology\n",
    );
    let answer: Value = serde_json::from_str(&done.out).unwrap();
    let hit = &answer["hits"][0];
    assert_eq!(answer["hits"].as_array().unwrap().len(), 1);
    assert_eq!(
        (hit["score"].as_f64(), hit["name"].as_str()),
        (Some(1.0), Some("Loongson Technology"))
    );
    assert!(hit["ref"].is_string() && !hit["why"].as_array().unwrap().is_empty());
}

#[test]
fn compare_scores_pairs() {
    let done = run(
        &["compare"],
        "Person\tJohn Smith\tSmith, John\nVESSEL\tAurora\tZenith\nLegalEntity\t华为\tHuawei\n"
            .as_bytes(),
    );
    assert_eq!(done.code, 0, "{}", done.err);
    let scores: Vec<f64> = done
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["score"]
                .as_f64()
                .unwrap()
        })
        .collect();
    assert!(
        scores[0] > 0.95 && scores[1] < 0.5 && scores[2] > 0.8,
        "{scores:?}"
    );
    for bad in [
        "Robot\tA\tB\n",
        "Person\tA\n",
        "Person\tA\t\n",
        "Person\tA\tB\tC\n",
    ] {
        let done = run(&["compare"], bad.as_bytes());
        assert_eq!(
            (done.code, done.err.lines().count()),
            (2, 1),
            "{bad}: {}",
            done.err
        );
        assert!(done.out.contains("bad-row"), "{}", done.out);
    }
}

#[test]
fn bad_arguments_and_files_are_refused_in_one_line() {
    let pack = starter("refused");
    let here = folder("refused-files");
    let out = here.join("out.ecp").display().to_string();
    let short = here.join("short.ecp").display().to_string();
    fs::write(&short, &fs::read(&pack).unwrap()[..100]).unwrap();
    for (arguments, says) in [
        (vec!["screen", "--parties", "nowhere.ecp"], "nowhere.ecp"),
        (
            vec!["screen", "--parties", "lists/starter.tsv"],
            "pack-not-a-pack",
        ),
        (vec!["screen", "--parties", &short], "pack-too-short"),
        (
            vec!["screen", "--parties", &pack, "--min-score", "7"],
            "--min-score",
        ),
        (
            vec!["screen", "--parties", &pack, "--scripts", "Cargo.toml"],
            "Cargo.toml",
        ),
        (
            vec!["compile", "lists", "--from", "nowhere", "--out", &out],
            "nowhere",
        ),
        (
            vec!["compile", "lists", "--from", "Cargo.toml", "--out", &out],
            "no-lists",
        ),
        (
            vec![
                "compile",
                "lists",
                "--from",
                "lists/starter.tsv",
                "--retrieved",
                "yesterday",
                "--out",
                &out,
            ],
            "bad-date",
        ),
        (
            vec![
                "compile",
                "lists",
                "--from",
                "lists/starter.tsv",
                "--sign",
                "Cargo.toml",
                "--out",
                &out,
            ],
            "bad-key",
        ),
    ] {
        let done = run(&arguments, b"A\n");
        assert_eq!(done.code, 2, "{arguments:?}: {}", done.err);
        assert_eq!(done.err.lines().count(), 1, "{arguments:?}: {}", done.err);
        assert!(done.err.contains(says), "{arguments:?}: {}", done.err);
        assert_eq!(done.out, "", "{arguments:?}");
    }
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_list_may_come_on_standard_input() {
    let out = folder("stdin").join("p.ecp").display().to_string();
    let done = run(
        &["compile", "lists", "--from", "-", "--out", &out],
        ROWS.as_bytes(),
    );
    assert_eq!(done.code, 0, "{}", done.err);
    let found = run(&["screen", "--parties", &out], b"Example One\n");
    assert!(found.out.contains("un-sc"), "{}", found.out);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let pack = starter("pipe");
    let mut child = Command::new(env!("CARGO_BIN_EXE_exportcheck"))
        .args(["screen", "--parties", &pack])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child
        .stdin
        .take()
        .unwrap()
        .write_all("Loongson Technology\n".repeat(500).as_bytes());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr.len()), (Some(0), 0));
}

const ROWS: &str =
    "list,reference,kind,name\nun-sc,1,person,Example One\nun-sc,2,person,Example Two\n";

/// A server that gives one scripted answer per connection and tells what it was asked.
fn serve(answers: Vec<Vec<u8>>) -> (String, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/list.csv", listener.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        let mut asked = Vec::new();
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            let mut byte = [0];
            while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
                request.push(byte[0]);
            }
            asked.push(String::from_utf8(request).unwrap().to_lowercase());
            let _ = stream.write_all(&answer);
        }
        asked
    });
    (address, asked)
}

fn answer(status: &str, headers: &str, length: usize, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )
    .into_bytes()
}

fn update(out: &Path, address: &str) -> Done {
    let catalogue = out.join("catalogue.toml");
    let text = format!(
        "[[list]]\nid='un-sc'\ntitle={{en='T',de='T'}}\npublisher='P'\njurisdiction='un'\nurl='https://example.org/'\nterms='T'\n\
         measure='blocked'\ncitation='C'\neffect={{en='E',de='E'}}\nstale_after_days=7\n\
         download=[{{url='{address}',file='list.csv',format='plain-csv'}}]\n"
    );
    fs::create_dir_all(out).unwrap();
    fs::write(&catalogue, text).unwrap();
    let (out, catalogue) = (out.display().to_string(), catalogue.display().to_string());
    run(
        &[
            "update",
            "--out",
            &out,
            "--catalogue",
            &catalogue,
            "--timeout",
            "2",
        ],
        b"",
    )
}

#[test]
fn update_stores_resumes_and_never_replaces_a_good_file_by_a_bad_one() {
    let whole = |etag: &str, body: &str| {
        answer("200 OK", &format!("ETag: \"{etag}\"\r\n"), body.len(), body)
    };
    let (head, tail) = ROWS.split_at(40);
    let cut = answer("200 OK", "ETag: \"a\"\r\n", ROWS.len(), head);
    let rest = answer(
        "206 Partial Content",
        &format!(
            "ETag: \"a\"\r\nContent-Range: bytes 40-{}/{}\r\n",
            ROWS.len() - 1,
            ROWS.len()
        ),
        tail.len(),
        tail,
    );
    let page = "<!DOCTYPE html><html>maintenance</html>";
    let newer = ROWS.replace("Two", "Three");
    // (what, answers, file there before, exit code, file there after, what the last request must hold)
    type Case<'a> = (&'a str, Vec<Vec<u8>>, &'a str, i32, &'a str, &'a str);
    let cases: Vec<Case<'_>> = vec![
        (
            "whole",
            vec![whole("a", ROWS)],
            "",
            0,
            ROWS,
            "get /list.csv",
        ),
        (
            "resumed after a cut",
            vec![cut.clone(), rest],
            "",
            0,
            ROWS,
            "range: bytes=40-",
        ),
        (
            "changed after a cut",
            vec![cut, whole("b", &newer)],
            "",
            0,
            &newer,
            "if-range: \"a\"",
        ),
        (
            "not found",
            vec![answer("404 Not Found", "", 2, "no")],
            ROWS,
            1,
            ROWS,
            "",
        ),
        ("a web page", vec![whole("a", page)], ROWS, 1, ROWS, ""),
        (
            "another format",
            vec![whole("a", "a,b\n1,2\n")],
            ROWS,
            1,
            ROWS,
            "",
        ),
        ("empty", vec![whole("a", "")], ROWS, 1, ROWS, ""),
    ];
    for (what, answers, before, code, after, asked_for) in cases {
        let out = folder(&format!("update-{}", what.replace(' ', "-")));
        if !before.is_empty() {
            fs::write(out.join("list.csv"), before).unwrap();
        }
        let (address, asked) = serve(answers);
        let done = update(&out, &address);
        assert_eq!(done.code, code, "{what}: {}", done.err);
        assert_eq!(
            fs::read_to_string(out.join("list.csv")).unwrap(),
            after,
            "{what}"
        );
        let asked = asked.join().unwrap();
        assert!(
            asked.last().unwrap().contains(asked_for),
            "{what}: {asked:?}"
        );
    }
}

#[test]
fn update_asks_whether_the_file_changed_and_keeps_its_day() {
    let out = folder("update-again");
    let (address, asked) = serve(vec![
        answer("200 OK", "ETag: \"a\"\r\n", ROWS.len(), ROWS),
        answer("304 Not Modified", "", 0, ""),
    ]);
    for _ in 0..2 {
        let done = update(&out, &address);
        assert_eq!(done.code, 0, "{}", done.err);
    }
    assert!(asked.join().unwrap()[1].contains("if-none-match: \"a\""));
    let log: Value = serde_json::from_slice(&fs::read(out.join("update.json")).unwrap()).unwrap();
    let file = &log["files"]["list.csv"];
    assert_eq!(file["bytes"], ROWS.len());
    assert_eq!(
        (
            file["sha256"].as_str().unwrap().len(),
            file["retrieved"].as_str().unwrap().len()
        ),
        (64, 10)
    );
    // The compiler takes the day from there.
    let pack = out.join("p.ecp").display().to_string();
    let list = out.join("list.csv").display().to_string();
    let done = run(&["compile", "lists", "--from", &list, "--out", &pack], b"");
    assert_eq!(done.code, 0, "{}", done.err);
}

#[test]
fn update_without_network_says_so() {
    let out = folder("update-offline");
    let unused = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let done = update(&out, &format!("http://{unused}/list.csv"));
    assert_eq!(done.code, 1);
    assert!(
        done.err.contains("is there a network connection?"),
        "{}",
        done.err
    );
}

#[test]
fn texts_are_packed_for_their_reader() {
    let pack = folder("text").join("text.ecp").display().to_string();
    let fixture = |name: &str| format!("tests/fixtures/text/{name}");
    let (eu, us) = (fixture("eu.json"), fixture("us.xml"));
    let arguments = ["compile", "text", "--eu", &eu, "--us", &us, "--out", &pack];
    let done = run(
        &[&arguments[..], &["--us-version", "2020-06"]].concat(),
        b"",
    );
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.err.contains("eu: Regulation (EU) 2021/821"),
        "{}",
        done.err
    );
    assert!(done.err.contains("© European Union"), "{}", done.err);
    assert!(fs::read(&pack).unwrap().starts_with(b"ECPACK\r\n"));
    for (arguments, code) in [
        (&["--eu", us.as_str()][..], "error[eu-text]: "),
        (
            &["--us", eu.as_str(), "--us-version", "2020"],
            "error[us-text]: ",
        ),
        (&["--us", us.as_str()], "error[bad-date]: "),
        (&[], "error[no-text]: "),
    ] {
        let done = run(
            &[&["compile", "text", "--out", &pack], arguments].concat(),
            b"",
        );
        assert_eq!(done.code, 2, "{}", done.err);
        assert!(done.err.starts_with(code), "{}", done.err);
        assert_eq!(done.err.trim_end().lines().count(), 1, "{}", done.err);
    }
}
