//! How far out of the way a stop is, by the centres of countries. Only operations that every host
//! rounds alike: no sine or cosine is taken here.

use super::model::Risk;
use crate::rule::terms::{Interval, Number};

/// Mean radius of the Earth, km.
const RADIUS: f64 = 6371.0;

/// Extra way through some stops: (share of the direct way, km).
#[must_use]
pub fn detour(risk: &Risk, from: &str, stops: &[String], to: &str) -> Option<(Interval, Interval)> {
    let mut total = 0.0;
    let mut last = from;
    for stop in stops.iter().map(String::as_str).chain([to]) {
        total += distance(risk, last, stop)?;
        last = stop;
    }
    let direct = distance(risk, from, to)?;
    // Between neighbours the centres say nothing about the way.
    if direct < 200.0 {
        return None;
    }
    let extra = whole((total - direct).max(0.0))?;
    let percent = whole(((total - direct) / direct * 100.0).max(0.0))?.div(Number::from(100))?;
    let metres = extra.mul(Number::from(1000))?;
    Some((Interval::point(percent), Interval::point(metres)))
}

fn whole(value: f64) -> Option<Number> {
    Number::parse(&format!("{value:.0}")).ok()
}

/// Kilometres between the centres of two countries.
#[must_use]
pub fn distance(risk: &Risk, a: &str, b: &str) -> Option<f64> {
    if a.eq_ignore_ascii_case(b) && !a.is_empty() {
        return Some(0.0);
    }
    let of = |code: &str| {
        risk.centres
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(code))
            .map(|(_, vector)| vector.map(|part| f64::from(part) / 1e6))
    };
    let ([ax, ay, az], [bx, by, bz]) = (of(a)?, of(b)?);
    let (x, y, z) = (ax - bx, ay - by, az - bz);
    let half_chord = ((x * x + y * y + z * z).sqrt() / 2.0).min(1.0);
    Some(2.0 * RADIUS * arcsine(half_chord))
}

/// Arcsine by halving the angle, then two terms of the series: exact to a few metres on the Earth.
fn arcsine(sine: f64) -> f64 {
    const HALVINGS: u32 = 5;
    let mut x = sine;
    for _ in 0..HALVINGS {
        x /= (2.0 * (1.0 + (1.0 - x * x).max(0.0).sqrt())).sqrt();
    }
    (x + x * x * x / 6.0) * f64::from(1u32 << HALVINGS)
}

#[cfg(test)]
mod tests {
    use super::{arcsine, detour};
    use crate::risk::model::Risk;

    #[test]
    fn arcsine_is_close() {
        for step in 0..=100u32 {
            let sine = f64::from(step) / 100.0;
            assert!((arcsine(sine) - sine.asin()).abs() < 1e-5, "{sine}");
        }
    }

    #[test]
    fn a_stop_on_the_way_is_no_detour() {
        let at = |lat: f64, lon: f64| {
            let (lat, lon) = (lat.to_radians(), lon.to_radians());
            [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()].map(|v| (v * 1e6) as i32)
        };
        let risk = Risk {
            centres: vec![
                ("DE".to_owned(), at(51.0, 10.0)),
                ("KG".to_owned(), at(41.5, 74.5)),
                ("AE".to_owned(), at(24.5, 54.5)),
            ],
            ..Risk::default()
        };
        let through = |stops: &[&str]| {
            let stops: Vec<String> = stops.iter().map(|stop| (*stop).to_owned()).collect();
            detour(&risk, "DE", &stops, "KG")
        };
        let (share, metres) = through(&["AE"]).unwrap_or_else(|| unreachable!());
        let km = |of: &crate::rule::terms::Interval| {
            of.single()
                .map(|number| number.fraction())
                .unwrap_or_default()
        };
        assert_eq!(km(&share), "51/100");
        assert_eq!(km(&metres), "2524000/1");
        assert_eq!(
            through(&[]).map(|(share, _)| km(&share)),
            Some("0/1".to_owned())
        );
        assert_eq!(through(&["XX"]), None);
    }
}
