//! What the town publishes.

use faserstand_lib::{
    domain::{
        amount::Amount,
        outcome::{Outcome, OutcomeKind},
        reading::{Reading, Stage, Value},
        rollout::Rollout,
        when::When,
    },
    exchange::{
        geojson::features,
        public::{areas_geojson, readings_csv},
        readings::read,
    },
};
use jiff::civil::{Date, date};
use serde_json::{Value as Json, json};

use super::rollout::{BUEHL, WEIER, households, reading, record, share, town, with_readings};

const TODAY: Date = date(2023, 11, 20);

fn csv(rollout: &Rollout) -> String {
    String::from_utf8(readings_csv(rollout).unwrap()).unwrap()
}

fn geojson(rollout: &Rollout) -> Json {
    serde_json::from_slice(&areas_geojson(rollout, TODAY).unwrap()).unwrap()
}

fn properties<'a>(collection: &'a Json, slug: &str) -> &'a Json {
    let features = collection["features"].as_array().unwrap();
    &features.iter().find(|feature| feature["properties"]["slug"] == slug).unwrap()["properties"]
}

#[test]
fn the_table_opens_well_in_a_german_excel() {
    let expected = "\u{feff}Gebiet;Art;Kampagne;Netzbetreiber;Stand;Stufe;Verträge;Quote in %;Genauigkeit;Basis;\
        Basis-Einheit;Basis geschätzt;Basis-Quelle;Quelle;Anmerkung;Beispieldaten;ersetzt\r\n\
        Bühl;Ortsteil;Ortsteile 2023;\"'=Netz; \"\"GmbH\"\"\";2023-11-10;geprüft;3300;33,0;genau;10000;Haushalte;ja;\
        Zensus 2022 (Einwohner ÷ 2,02);Stadtanzeiger;;nein;Korrektur am 2023-11-12: einmal doppelt\r\n\
        Bühl;Ortsteil;Ortsteile 2023;\"'=Netz; \"\"GmbH\"\"\";2023-11-10;geprüft;3299;32,9;genau;10000;Haushalte;ja;\
        Zensus 2022 (Einwohner ÷ 2,02);Stadtanzeiger;;nein;\r\n\
        Weier;Ortsteil;Ortsteile 2023;\"'=Netz; \"\"GmbH\"\"\";2023-11-10;gemeldet;100 bis 150;10,0 bis 15,0;Bereich;1000;\
        Haushalte;ja;Zensus 2022 (Einwohner ÷ 2,02);Stadtanzeiger;\"'=HYPERLINK(\"\"x\"\"); 50 %\";ja;\r\n\
        Weier;Ortsteil;Ortsteile 2023;\"'=Netz; \"\"GmbH\"\"\";2023-11-10;netto;;unter 15,5;weniger als;;;;;\
        Stadtanzeiger;;nein;\r\n\
        Gewerbegebiet West;Gewerbegebiet;Gewerbe;\"'=Netz; \"\"GmbH\"\"\";2023-11-10;gemeldet;nicht gemeldet;;\
        nicht gemeldet;;;;;Stadtanzeiger;;nein;\r\n";
    assert_eq!(csv(&with_readings()), expected);
}

#[test]
fn a_town_without_readings_publishes_its_headings() {
    assert_eq!(csv(&town()).lines().count(), 1);
}

#[test]
fn the_published_table_is_read_back() {
    let rollout = with_readings();
    let file = read(&readings_csv(&rollout).unwrap()).unwrap();
    // The replaced reading in row 2 is left out.
    let held: Vec<&Reading> = rollout.readings[1..].iter().map(|record| &record.reading).collect();
    assert_eq!(file.rows.len(), held.len());
    for (row, reading) in file.rows.iter().zip(held) {
        assert_eq!((row.as_of, row.stage, row.value), (reading.as_of, reading.stage, reading.value()));
        assert_eq!((row.source.as_deref(), &row.note), (Some("Stadtanzeiger"), &reading.note));
        assert_eq!(row.sample, reading.sample);
    }
    assert_eq!(file.rows[0].area, "Bühl");
}

#[test]
fn every_exactness_survives_the_way_out_and_in() {
    let counts =
        [Amount::Exact(7), Amount::About(300), Amount::AtLeast(301), Amount::LessThan(301), Amount::Range(1, 2)];
    let shares = [Amount::Exact(share(2455)), Amount::About(share(1500)), Amount::Range(share(1), share(10_000))];
    let values: Vec<Value> =
        counts.into_iter().map(Value::Contracts).chain(shares.into_iter().map(Value::Percent)).collect();
    let readings = (1..).zip(&values);
    let readings =
        readings.map(|(id, value)| record(id, 1, BUEHL, reading(Stage::Net, *value, households(1233)))).collect();
    let file = read(csv(&Rollout { readings, ..town() }).as_bytes()).unwrap();
    assert_eq!(file.rows.iter().map(|row| row.value).collect::<Vec<_>>(), values);
}

#[test]
fn every_sample_row_says_so() {
    let mut rollout = with_readings();
    rollout.readings.iter_mut().for_each(|record| record.reading.sample = true);
    let table = csv(&rollout);
    assert!(table.lines().skip(1).all(|row| row.contains(";ja;")), "{table}");
    assert!(table.starts_with("\u{feff}Gebiet;") && table.contains(";Beispieldaten;"));
}

#[test]
fn no_text_of_a_person_begins_a_formula() {
    let mut rollout = with_readings();
    for (record, text) in rollout.readings.iter_mut().zip(["=cmd|' /C calc'!A0", "@x", "+1", "-1", "\t=1"]) {
        record.reading.note = Some(text.to_owned());
        record.reading.source.name = format!("a,{text}");
    }
    for cell in csv(&rollout).lines().skip(1).flat_map(|row| row.split([';', ','])) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

#[test]
fn every_area_is_published_with_its_shape_and_figures() {
    let collection = geojson(&with_readings());
    assert_eq!(collection["type"], "FeatureCollection");
    assert_eq!((&collection["town"], &collection["today"]), (&json!("Offenburg"), &json!("2023-11-20")));
    assert_eq!((&collection["as_of"], &collection["sample"]), (&json!("2023-11-10"), &json!(false)));
    assert_eq!(collection["attribution"], "GeoBasis-DE; eigene Zeichnung");
    assert_eq!(collection["features"].as_array().unwrap().len(), 4);
    let expected = json!({
        "slug": "buehl", "name": "Bühl", "kind": "district",
        "schematic": true, "outline_note": "schematisch, keine amtliche Grenze", "outline_source": "eigene Zeichnung",
        "campaign": "Ortsteile 2023", "operator": "=Netz; \"GmbH\"", "deadline": null,
        "target": "share", "target_percent": 33.0, "target_contracts": null,
        "state": "close", "state_of": "progress", "extended": false, "not_reported_on": null,
        "contracts": 3299, "contracts_upper": null, "percent": 32.9, "percent_upper": null, "exactness": "exact",
        "base": 10_000, "base_unit": "households", "base_estimated": true, "base_estimated_by": "Einwohner ÷ 2,02",
        "base_source": "Zensus 2022", "as_of": "2023-11-10", "stage": "checked", "source": "Stadtanzeiger",
        "note": null, "sample": false,
    });
    assert_eq!(*properties(&collection, "buehl"), expected);
}

#[test]
fn what_is_not_known_is_null_and_never_zero() {
    let collection = geojson(&with_readings());
    let west = properties(&collection, "gewerbegebiet-west");
    assert_eq!((&west["contracts"], &west["percent"], &west["base"]), (&Json::Null, &Json::Null, &Json::Null));
    assert_eq!((&west["exactness"], &west["state"]), (&json!("not_reported"), &json!("not_reported")));
    assert_eq!((&west["target"], &west["not_reported_on"]), (&json!("operator_decision"), &json!("2023-11-10")));
    let weier = properties(&collection, "weier");
    assert_eq!((&weier["percent"], &weier["exactness"]), (&json!(15.5), &json!("less_than")));
    let features = collection["features"].as_array().unwrap();
    assert!(features.iter().any(|feature| feature["geometry"].is_null()));
    // The municipality takes part in no campaign.
    assert_eq!(properties(&collection, "offenburg").get("campaign"), None);
}

#[test]
fn a_range_has_two_ends_and_sample_data_says_so() {
    let mut rollout = with_readings();
    rollout.readings.retain(|record| record.id.0 == 3);
    let collection = geojson(&rollout);
    let weier = properties(&collection, "weier");
    assert_eq!((&weier["contracts"], &weier["contracts_upper"]), (&json!(100), &json!(150)));
    assert_eq!((&weier["percent"], &weier["percent_upper"]), (&json!(10.0), &json!(15.0)));
    assert_eq!((&weier["sample"], &collection["sample"]), (&json!(true), &json!(true)));
    assert!(collection["sample_note"].as_str().unwrap().contains("Beispieldaten"));
}

#[test]
fn an_outcome_takes_the_place_of_the_progress() {
    let mut rollout = with_readings();
    rollout.outcomes.push(Outcome {
        campaign: rollout.campaigns[0].id,
        area: Some(WEIER),
        kind: OutcomeKind::BuiltAlthoughMissed,
        when: When::Day(TODAY),
        known_on: TODAY,
        note: None,
        source: super::rollout::source("Gemeinderat"),
    });
    let collection = geojson(&rollout);
    let weier = properties(&collection, "weier");
    assert_eq!((&weier["state"], &weier["state_of"]), (&json!("built_although_missed"), &json!("outcome")));
}

#[test]
fn published_shapes_turn_as_the_standard_says_and_are_read_back() {
    let mut collection = geojson(&with_readings());
    let drawn = collection["features"].as_array_mut().unwrap();
    drawn.retain(|feature| !feature["geometry"].is_null());
    let ring: Vec<(f64, f64)> = serde_json::from_value(drawn[1]["geometry"]["coordinates"][0][0].clone()).unwrap();
    // Counter-clockwise: the sum over the edges (shoelace) is positive.
    let turn: f64 = ring.windows(2).map(|edge| edge[0].0 * edge[1].1 - edge[1].0 * edge[0].1).sum();
    assert!(turn > 0.0);
    assert_eq!(features(collection.to_string().as_bytes()).unwrap().len(), 2);
}
