//! Tables as they are pasted.

#![allow(clippy::expect_used)]

use super::{Readable, Value, recognise};
use crate::rule::model::Kind;
use crate::rule::terms::Units;
use proptest::prelude::*;
use std::sync::LazyLock;

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    Units::parse(include_str!("../../../rules/units.tsv")).expect("the table of units is good")
});

fn kinds() -> Vec<(&'static str, Kind, &'static [&'static str])> {
    let quantity = |unit: &str| Kind::Quantity {
        unit: unit.to_owned(),
    };
    let options = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    vec![
        (
            "resolution",
            quantity("bit"),
            &["Resolution", "Auflösung", "ADC resolution", "bits"],
        ),
        (
            "sample_rate",
            quantity("MSa/s"),
            &["Sample rate", "Sampling rate", "Abtastrate"],
        ),
        (
            "pixel_pitch",
            quantity("µm"),
            &["Pixel pitch", "Pixel size"],
        ),
        (
            "spot_resolution",
            quantity("µm"),
            &["Resolution", "Optical resolution"],
        ),
        (
            "bias_stability",
            quantity("°/h"),
            &["Bias stability", "Bias drift"],
        ),
        ("drift", quantity("°/h"), &["Drift", "Bias drift"]),
        (
            "output_power",
            quantity("W"),
            &["Output power", "Average power", "Ausgangsleistung"],
        ),
        (
            "temperature_max",
            quantity("°C"),
            &["Operating temperature max", "Highest rated temperature"],
        ),
        (
            "temperature_min",
            quantity("°C"),
            &["Operating temperature min", "Lowest rated temperature"],
        ),
        ("pixels_horizontal", quantity("px"), &["Array size"]),
        ("pixels_vertical", quantity("px"), &["Lines"]),
        ("hfov", quantity("°"), &["Field of view"]),
        ("vfov", quantity("°"), &["VFOV"]),
        (
            "accuracy_1988",
            quantity("µm"),
            &["Positioning accuracy, ISO 230-2:1988"],
        ),
        (
            "accuracy_2006",
            quantity("µm"),
            &[
                "Positioning accuracy, ISO 230-2:2006",
                "Unidirectional repeatability",
            ],
        ),
        ("frame_rate", quantity("Hz"), &["Frame rate", "Bildrate"]),
        (
            "refresh_max",
            quantity("Hz"),
            &["Highest refresh rate", "Refresh rate"],
        ),
        ("has_shutter", Kind::Flag, &["Shutter", "Verschluss"]),
        (
            "detector_type",
            Kind::Choice(options(&["microbolometer", "photon"])),
            &["Detector type", "Sensor"],
        ),
        (
            "bands",
            Kind::Set(options(&["visible", "lwir"])),
            &["Spectral bands"],
        ),
    ]
}

fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let kinds = kinds();
    let options: &[(&str, &[&str])] = &[
        ("microbolometer", &["Uncooled microbolometer"]),
        ("photon", &["Photon detector"]),
    ];
    let bands: &[(&str, &[&str])] = &[
        ("visible", &["Visible"]),
        ("lwir", &["Long-wave infrared", "LWIR"]),
    ];
    let attributes: Vec<Readable<'_>> = kinds
        .iter()
        .map(|(id, kind, names)| Readable {
            id,
            kind,
            names: names.to_vec(),
            options: match *id {
                "detector_type" => options,
                "bands" => bands,
                _ => &[],
            }
            .iter()
            .map(|(id, labels)| (*id, labels.to_vec()))
            .collect(),
        })
        .collect();
    let all = recognise(&attributes, &UNITS, text);
    let found = all.found.into_iter().map(|reading| {
        let value = match reading.value {
            Value::One(value) => value,
            Value::Many(values) => values.join("+"),
        };
        format!("{} {} = {value}", reading.line, reading.attribute)
    });
    let unread = all
        .unread
        .into_iter()
        .map(|unread| format!("{} {}", unread.line, unread.reason));
    (found.collect(), unread.collect())
}

#[test]
fn lines_are_read() {
    for (line, found) in [
        ("ADC resolution\t12 bits", "1 resolution = 12 bits"),
        ("Resolution (bits)  14", "1 resolution = 14 bits"),
        ("Resolution [µm]\t3,5", "1 spot_resolution = 3,5 µm"),
        ("Resolution: 12 bit", "1 resolution = 12 bit"),
        ("Auflösung 14 Bit", "1 resolution = 14 Bit"),
        ("Resolution | 14 | bit", "1 resolution = 14 bit"),
        ("Sample rate; 1,3 GSa/s", "1 sample_rate = 1,3 GSa/s"),
        ("Max. sampling rate  1.3 GSPS", "1 sample_rate = 1.3 GSPS"),
        ("Sample rate in MS/s\t250", "1 sample_rate = 250 MS/s"),
        ("Abtastrate, MSa/s\t250", "1 sample_rate = 250 MSa/s"),
        (
            "Sample rate (per channel)  250 MSPS",
            "1 sample_rate = 250 MSPS",
        ),
        ("Output power\t36 dBm @ 25 °C", "1 output_power = 36 dBm"),
        ("Maximum output power: 3.5 W (CW)", "1 output_power = 3.5 W"),
        ("Frame rate 9 Hz / 30 Hz", "1 frame_rate = 9 Hz to 30 Hz"),
        ("Frame rate  <9 Hz", "1 frame_rate = <9 Hz"),
        (
            "Frame rate\t9 Hz\t30 Hz\t60 Hz",
            "1 frame_rate = 9 Hz to 60 Hz",
        ),
        (
            "Pixel pitch  12 µm  Frame rate  60 Hz",
            "1 pixel_pitch = 12 µm; 1 frame_rate = 60 Hz",
        ),
        (
            "Operating temperature\t-40 to 85 °C",
            "1 temperature_min = -40 °C; 1 temperature_max = 85 °C",
        ),
        ("Operating temperature\t85 °C", ""),
        (
            "Max. operating temperature\t85 °C",
            "1 temperature_max = 85 °C",
        ),
        ("Betriebstemperatur\t85 °C", ""),
        (
            "Array size\t640 × 512",
            "1 pixels_horizontal = 640; 1 pixels_vertical = 512",
        ),
        (
            "Array size\t640 x 512 pixels",
            "1 pixels_horizontal = 640 pixels; 1 pixels_vertical = 512 pixels",
        ),
        ("Field of view: 45° × 37°", "1 hfov = 45°; 1 vfov = 37°"),
        ("Field of view: 45 x 37°", "1 hfov = 45 °; 1 vfov = 37°"),
        ("Resolution\t640 × 512", ""),
        ("Positioning accuracy\t5 µm", ""),
        (
            "Positioning accuracy ISO 230-2:2006\t5 µm",
            "1 accuracy_2006 = 5 µm",
        ),
        (
            "Unidirectional repeatability (UR): 5 µm",
            "1 accuracy_2006 = 5 µm",
        ),
        ("Output power\tmin\t3 W", "1 output_power = min 3 W"),
        (
            "Output power\tmin\t3 W\tmax\t5 W",
            "1 output_power = 3 W to 5 W",
        ),
        ("Output power\ttyp.\t3 W", "1 output_power = 3 W"),
        ("Refresh rate\t9 Hz / 30 Hz", "1 refresh_max = 30 Hz"),
        ("Refresh rate\t<= 9 Hz", "1 refresh_max = <= 9 Hz"),
        ("Shutter: yes", "1 has_shutter = yes"),
        ("Verschluss\tnein", "1 has_shutter = no"),
        ("Shutter\toptional", ""),
        (
            "Sensor\tUncooled VOx microbolometer",
            "1 detector_type = microbolometer",
        ),
        ("Sensor\tphoton microbolometer", ""),
        ("Spectral bands\tvisible, LWIR", "1 bands = visible+lwir"),
        ("Bias drift\t5 °/h", ""),
        ("Drift\t5 °/h", "1 drift = 5 °/h"),
        ("Weight\t5 kg", ""),
        ("Frame rate accuracy\t5 Hz", ""),
        ("Frame rate accuracy 5 Hz", ""),
        ("Output power (peak)\t5 kW", ""),
        ("Output power (1)\t5 kW", "1 output_power = 5 kW"),
        (
            "Temperature range, operating\t-10...60 °C",
            "1 temperature_min = -10 °C; 1 temperature_max = 60 °C",
        ),
        ("Sample rate\t5 kg", ""),
        ("Sample rate\t5", ""),
        ("Resolution\t3", "1 resolution = 3"),
    ] {
        assert_eq!(read(line).0.join("; "), found, "{line}");
    }
}

#[test]
fn tables_with_columns_are_read() {
    let text = "Parameter\tMin\tTyp\tMax\tUnit\nResolution\t14\t14\t14\tBits\nSample rate\t10\t\t250\tMSa/s\nOutput power\t\t2\t3,5\tW\nFrame rate\t\t\t60\tHz\n\nNonsense\t1\t2\t3\tV";
    let (found, unread) = read(text);
    assert_eq!(
        found,
        [
            "2 resolution = 14 Bits",
            "3 sample_rate = 10 MSa/s to 250 MSa/s",
            "4 output_power = 2 W to 3,5 W",
            "5 frame_rate = 60 Hz",
        ]
    );
    assert_eq!(unread, ["7 no-attribute"]);
}

#[test]
fn what_is_not_sure_is_not_read() {
    let (found, unread) = read(
        "Bias drift\t5 °/h\nFrame rate\t9 Hz\nFrame rate\t30 Hz\nSample rate\tfast\nHeading\n-----\n",
    );
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(
        unread,
        [
            "1 ambiguous",
            "2 twice",
            "3 twice",
            "4 no-value",
            "5 no-attribute"
        ]
    );
}

proptest! {
    #[test]
    fn any_text_is_read(text in "(.{0,60}\n){0,6}") {
        let _ = read(&text);
    }

    #[test]
    fn texts_near_tables_are_read(text in "(Resolution|Frame rate|Bias)[\t:| ][0-9 .,/()a-zA-Z@-]{0,20}") {
        let _ = read(&text);
    }
}
