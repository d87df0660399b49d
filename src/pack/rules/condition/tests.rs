//! Conditions as the trees they stand for.

use super::*;

fn shown(text: &str) -> String {
    match parse(text) {
        Ok(expr) => show(&expr),
        Err((at, message)) => format!("{at}: {message}"),
    }
}

fn show(expr: &Expr) -> String {
    let list = |parts: &[Expr]| parts.iter().map(show).collect::<Vec<_>>().join(" ");
    let names = |names: &[Name]| {
        names
            .iter()
            .map(|n| n.text.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    match expr {
        Expr::Always => "always".to_owned(),
        Expr::Flag(name) => name.text.clone(),
        Expr::Compare(left, op, right) => format!("({op} {} {})", arith(left), arith(right)),
        Expr::Is(name, options) => format!("(is {} {})", name.text, names(options)),
        Expr::Has {
            attribute,
            all,
            options,
        } => format!(
            "(has-{} {} {})",
            if *all { "all" } else { "any" },
            attribute.text,
            names(options)
        ),
        Expr::Specified(code) => format!("(specified {})", code.text),
        Expr::Not(part) => format!("(not {})", show(part)),
        Expr::All(parts) => format!("(and {})", list(parts)),
        Expr::Any(parts) => format!("(or {})", list(parts)),
        Expr::AtLeast(count, parts) => format!("(at-least {count} {})", list(parts)),
        Expr::Cited(part, cite) => format!("{}@{cite}", show(part)),
    }
}

fn arith(term: &Arith) -> String {
    match term {
        Arith::Number { number, unit, .. } => format!("{number}{unit}"),
        Arith::Attribute(name) => name.text.clone(),
        Arith::Join(join, left, right) => format!("({join} {} {})", arith(left), arith(right)),
        Arith::Abs(part) => format!("(abs {})", arith(part)),
    }
}

#[test]
fn conditions_read_as_trees() {
    for (text, tree) in [
        (
            "resolution >= 8 bit and resolution < 10 bit and sample_rate > 1.3 GSa/s",
            "(and (>= resolution 8bit) (< resolution 10bit) (> sample_rate 1.3GSa/s))",
        ),
        ("8 bit <= x < 10 bit", "(and (<= 8bit x) (< x 10bit))"),
        ("a or b and not c", "(or a (and b (not c)))"),
        ("(a or b) and c", "(and (or a b) c)"),
        ("(x + y) * 2 > 5e3 Gy/s", "(> (* (+ x y) 2) 5e3Gy/s)"),
        ("x > 2 * y", "(> x (* 2 y))"),
        ("x - 5 > -55 °C", "(> (- x 5) -55°C)"),
        ("kind in {a, b-c}", "(is kind a b-c)"),
        ("kind is not other", "(not (is kind other))"),
        ("s has any of {a, b}", "(has-any s a b)"),
        (
            "s has all of {a, b} and s has c",
            "(and (has-all s a b) (has-all s c))",
        ),
        ("at least 2 of (a, b, x > 1)", "(at-least 2 a b (> x 1))"),
        ("specified_by(\"3A001.a.5\")", "(specified 3A001.a.5)"),
        (
            "(x > 12.7e6 m) [a.1] and y [a.2]",
            "(and (> x 12.7e6m)@a.1 y@a.2)",
        ),
        ("x > 12.7e6 m [a.1] and y", "(and (> x 12.7e6m)@a.1 y)"),
        ("k > 5 W/(m·K) or z", "(or (> k 5W/(m·K)) z)"),
        ("f >= 5e13 1/cm2", "(>= f 5e131/cm2)"),
        (
            "max(x, y) <= 1.7 µm + l / 1000",
            "(<= (max x y) (+ 1.7µm (/ l 1000)))",
        ),
        ("all(a, any(b, c))", "(and a (or b c))"),
        ("always", "always"),
        ("a b", "2: an operator such as `and` is missing before this"),
        (
            "x > ",
            "4: an attribute or a number with unit is missing here",
        ),
        (
            "x > 5 and",
            "9: an attribute or a number with unit is missing here",
        ),
        ("5 W", "3: a comparison such as `>= 8 bit` is missing"),
    ] {
        assert_eq!(shown(text), tree, "{text}");
    }
}
