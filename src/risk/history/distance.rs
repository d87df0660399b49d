//! How much longer a route is than the direct one. Sine and arc are written out: the functions of
//! a platform differ in the last digit, and the same rows must give the same text everywhere.

use serde::{Deserialize, Serialize};

/// Where a country lies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

const EARTH_KM: f64 = 6371.0;

impl Place {
    /// Great-circle distance in kilometres.
    pub(super) fn km(self, other: Place) -> f64 {
        let half = |degrees: f64| {
            let sine = sine(degrees.to_radians() / 2.0);
            sine * sine
        };
        let across = half(other.lat - self.lat)
            + cosine(self.lat.to_radians())
                * cosine(other.lat.to_radians())
                * half(other.lon - self.lon);
        2.0 * EARTH_KM * arc_sine(across.clamp(0.0, 1.0).sqrt())
    }
}

/// What a place on the way costs: percent and kilometres more than direct.
pub(super) fn detour(from: Place, via: Place, to: Place) -> Option<(f64, f64)> {
    let direct = from.km(to);
    let extra = from.km(via) + via.km(to) - direct;
    (direct >= 1.0).then_some((extra / direct * 100.0, extra))
}

/// Taylor series; good to 12 digits in the range of coordinates.
fn sine(angle: f64) -> f64 {
    let turned = angle - (angle / std::f64::consts::TAU).round() * std::f64::consts::TAU;
    let (mut term, mut sum) = (turned, turned);
    for step in 1..16 {
        let step = f64::from(step) * 2.0;
        term = -term * turned * turned / (step * (step + 1.0));
        sum += term;
    }
    sum
}

fn cosine(angle: f64) -> f64 {
    sine(angle + std::f64::consts::FRAC_PI_2)
}

/// Newton steps on the series above; square roots are exact everywhere.
fn arc_sine(of: f64) -> f64 {
    if of > 0.75 {
        return std::f64::consts::FRAC_PI_2 - 2.0 * arc_sine(((1.0 - of) / 2.0).max(0.0).sqrt());
    }
    let mut angle = of;
    for _ in 0..8 {
        angle -= (sine(angle) - of) / cosine(angle);
    }
    angle
}

#[cfg(test)]
mod tests {
    use super::{Place, arc_sine, cosine, detour, sine};

    #[test]
    fn series_agree_with_the_library() {
        for step in -200..=200 {
            let angle = f64::from(step) / 60.0;
            assert!((sine(angle) - angle.sin()).abs() < 1e-9, "{angle}");
            assert!((cosine(angle) - angle.cos()).abs() < 1e-9, "{angle}");
        }
        for step in 0..=100 {
            let of = f64::from(step) / 100.0;
            assert!((arc_sine(of) - of.asin()).abs() < 1e-9, "{of}");
        }
    }

    #[test]
    fn distances_are_those_of_an_atlas() {
        let (berlin, dubai, bishkek) = (
            Place {
                lat: 52.5,
                lon: 13.4,
            },
            Place {
                lat: 25.3,
                lon: 55.3,
            },
            Place {
                lat: 42.9,
                lon: 74.6,
            },
        );
        assert!((berlin.km(dubai) - 4630.0).abs() < 40.0);
        assert!((berlin.km(bishkek) - 4560.0).abs() < 60.0);
        let (percent, extra) = detour(berlin, dubai, bishkek).unwrap_or_default();
        assert!(percent > 50.0 && extra > 2000.0, "{percent} {extra}");
        assert_eq!(detour(berlin, dubai, berlin), None);
    }
}
