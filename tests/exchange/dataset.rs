//! The built-in data set keeps to its sources and says what is estimated, schematic or a sample.

use std::collections::BTreeSet;

use faserstand_lib::{
    domain::{
        amount::Amount,
        area::{Area, AreaKind},
        calendar::berlin_day,
        campaign::{Campaign, Target, Unit},
        ids::AreaId,
        outcome::OutcomeKind,
        phase::{PhaseKind, PhaseState},
        progress::Progress,
        reading::{Reading, Stage, Value},
        rollout::Rollout,
        share::Share,
        status::{AreaStatus, State},
        when::When,
    },
    exchange::dataset::offenburg,
};
use geo::{Area as _, BooleanOps, Contains, Distance, Euclidean, Line, LinesIter, MultiPolygon};
use jiff::civil::{Date, Weekday, date};
use serde::Serialize;

/// The districts in the order of their ids, 2 to 12.
const DISTRICTS: [&str; 11] = [
    "bohlsbach",
    "buehl",
    "elgersweier",
    "fessenbach",
    "griesheim",
    "rammersweier",
    "waltersweier",
    "weier",
    "windschlaeg",
    "zell-weierbach",
    "zunsweier",
];
const OPENING: Date = date(2023, 9, 4);
const PRESS: Date = date(2023, 11, 10);
/// About a metre, in degrees.
const A_METRE: f64 = 1e-5;

fn town() -> Rollout {
    offenburg().unwrap()
}

fn area<'a>(town: &'a Rollout, slug: &str) -> &'a Area {
    town.areas.by_slug(slug).unwrap()
}

fn districts_campaign(town: &Rollout) -> &Campaign {
    town.campaigns.iter().find(|campaign| campaign.unit == Unit::Households).unwrap()
}

fn commercial_campaign(town: &Rollout) -> &Campaign {
    town.campaigns.iter().find(|campaign| campaign.unit == Unit::Companies).unwrap()
}

fn readings<'a>(town: &'a Rollout, slug: &str) -> Vec<&'a Reading> {
    town.readings_of(districts_campaign(town).id, area(town, slug).id)
}

fn outline(town: &Rollout, area: AreaId) -> &MultiPolygon<f64> {
    &town.shapes.iter().find(|shape| shape.area == area).unwrap().outline
}

fn cells(town: &Rollout) -> Vec<(&Area, &MultiPolygon<f64>)> {
    let schematic = town.areas.iter().filter(|area| area.schematic);
    schematic.map(|area| (area, outline(town, area.id))).collect()
}

/// The areas of the districts' campaign on the day of the newspaper report, in the order of the ranking.
fn ranking() -> Vec<AreaStatus> {
    let status = town().known_on(PRESS).town_status(PRESS);
    status.campaigns.into_iter().find(|status| status.campaign.unit == Unit::Households).unwrap().areas
}

// Areas

#[test]
fn areas_are_numbered_municipality_districts_inner_city_commercial_areas() {
    let town = town();
    let slugs: Vec<&str> = town.areas.iter().map(|area| area.slug.as_str()).collect();
    let commercial: Vec<String> = (1..=8).map(|number| format!("gewerbegebiet-{number}")).collect();
    let expected = ["offenburg"].into_iter().chain(DISTRICTS).chain(["kernstadt"]);
    assert_eq!(slugs, expected.chain(commercial.iter().map(String::as_str)).collect::<Vec<_>>());
    assert!(town.areas.iter().map(|area| area.id.0).eq(1..=21));
}

#[test]
fn every_area_lies_in_the_municipality() {
    let town = town();
    assert_eq!(town.municipality().unwrap().slug.as_str(), "offenburg");
    let parents: BTreeSet<_> = town.areas.iter().skip(1).map(|area| area.parent).collect();
    assert_eq!(parents, [Some(AreaId(1))].into());
}

#[test]
fn the_outline_is_true_and_every_cell_in_it_is_marked_schematic() {
    let town = town();
    let outline = outline(&town, AreaId(1));
    // As many sides as the source has points: none was added where cells meet it.
    assert_eq!(outline.lines_iter().count(), 57);
    assert!(!area(&town, "offenburg").schematic);
    assert_eq!(cells(&town).len(), 12);
    for (cell, _) in cells(&town) {
        assert_eq!(cell.kind, AreaKind::District);
        assert!(cell.schematic, "{}", cell.slug);
        assert!(cell.source.name.contains("© GeoBasis-DE / BKG"), "{}", cell.slug);
    }
}

#[test]
fn commercial_areas_have_neither_a_shape_nor_a_published_name() {
    let town = town();
    let commercial: Vec<_> = town.areas.iter().filter(|area| area.kind == AreaKind::CommercialArea).collect();
    assert_eq!(commercial.len(), 8);
    for area in commercial {
        assert!(area.name.starts_with("Gewerbegebiet "), "{}", area.name);
        assert!(town.shapes.iter().all(|shape| shape.area != area.id), "{}", area.name);
    }
}

#[test]
fn the_cells_fill_the_outline() {
    let town = town();
    let whole = outline(&town, AreaId(1)).unsigned_area();
    let filled: f64 = cells(&town).iter().map(|(_, cell)| cell.unsigned_area()).sum();
    // The borders of cells meet the outline between two of its points, less than a metre beside it.
    assert!((whole - filled).abs() < whole * 1e-4, "{filled} of {whole}");
}

#[test]
fn no_two_cells_overlap() {
    let town = town();
    let cells = cells(&town);
    for (index, (one, first)) in cells.iter().enumerate() {
        for (other, second) in &cells[index + 1..] {
            assert!(first.intersection(*second).unsigned_area() < 1e-12, "{} and {}", one.slug, other.slug);
        }
    }
}

#[test]
fn every_border_of_a_cell_is_a_neighbours_border_or_the_outline() {
    let town = town();
    let borders: Vec<Line> = cells(&town).iter().flat_map(|(_, cell)| cell.lines_iter()).collect();
    let around: Vec<Line> = outline(&town, AreaId(1)).lines_iter().collect();
    let on_outline = |border: &Line| {
        around.iter().any(|line| {
            [border.start_point(), border.end_point()].iter().all(|end| Euclidean.distance(end, line) < A_METRE)
        })
    };
    let shared = |border: &Line| borders.contains(&Line::new(border.end, border.start));
    for border in &borders {
        assert!(shared(border) != on_outline(border), "{border:?}");
    }
}

#[test]
fn buehl_has_two_parts() {
    let town = town();
    let buehl = outline(&town, area(&town, "buehl").id);
    assert_eq!(buehl.0.len(), 2);
    assert!(!buehl.0[0].contains(&buehl.0[1]));
}

#[test]
fn coordinates_have_five_decimals() {
    for shape in town().shapes {
        for line in shape.outline.lines_iter() {
            for degrees in [line.start.x, line.start.y] {
                assert!((degrees * 1e5 - (degrees * 1e5).round()).abs() < 1e-6, "{degrees}");
            }
        }
    }
}

// Bases

#[test]
fn a_base_is_the_population_by_2_02_rounded_half_up_with_formula_date_and_source() {
    let town = town();
    // Area, households worked out by hand, population as the formula writes it, date of the population.
    let by_hand = [
        ("bohlsbach", 1253, "2.532", Some("2022")),            // 1253.47
        ("buehl", 549, "1.109", None),                         // 549.01
        ("elgersweier", 1312, "2.650", None),                  // 1311.88
        ("fessenbach", 670, "1.353", Some("2018-08-11")),      // 669.80
        ("griesheim", 914, "1.847", None),                     // 914.36
        ("rammersweier", 1346, "2.718", Some("2019-12-31")),   // 1345.54
        ("waltersweier", 539, "1.088", Some("2018")),          // 538.61
        ("weier", 817, "1.650", None),                         // 816.83
        ("zell-weierbach", 1747, "3.529", Some("2016-12-21")), // 1747.03
        ("zunsweier", 1549, "3.128", Some("2023-12-31")),      // 1548.51
    ];
    assert_eq!(town.bases.len(), by_hand.len());
    for (slug, households, population, as_of) in by_hand {
        let base = town.base_of(area(&town, slug).id, Unit::Households).unwrap();
        assert_eq!(base.count, households, "{slug}");
        assert_eq!(base.as_of, as_of.map(|text| text.parse::<When>().unwrap()), "{slug}");
        let formula = base.estimated_by.as_deref().unwrap();
        assert!(formula.starts_with(&format!("{population} Einwohner")), "{formula}");
        assert!(formula.ends_with(" ÷ 2,02 Personen je Wohnung (Zensus 2022: 62.220 ÷ 30.765), gerundet"), "{formula}");
        assert_eq!(formula.contains("(ohne Datum"), as_of.is_none(), "{formula}");
    }
}

#[test]
fn where_no_population_is_published_there_is_no_base() {
    let town = town();
    for slug in ["windschlaeg", "kernstadt", "gewerbegebiet-1"] {
        let id = area(&town, slug).id;
        assert!(town.bases.iter().all(|(of, _)| *of != id), "{slug}");
    }
}

// Sample readings

#[test]
fn every_reading_is_marked_as_a_sample() {
    for record in town().readings {
        assert!(record.reading.sample);
        assert_eq!(record.reading.source.name, "Beispieldaten");
    }
}

#[test]
fn readings_run_from_the_opening_over_fridays_to_the_day_of_the_press_report() {
    let days: BTreeSet<Date> = town().readings.iter().map(|record| record.reading.as_of).collect();
    assert_eq!(days.len(), 11);
    assert_eq!((days.first(), days.last()), (Some(&OPENING), Some(&PRESS)));
    assert!(days.iter().skip(1).all(|day| day.weekday() == Weekday::Friday));
}

#[test]
fn a_reading_is_recorded_at_six_in_the_evening_of_its_day() {
    let town = town();
    for record in &town.readings {
        assert_eq!(berlin_day(record.recorded_at), record.reading.as_of);
    }
    // Summer time until the end of October, winter time after it.
    assert_eq!(town.readings[0].recorded_at.to_string(), "2023-09-04T16:00:00Z");
    assert_eq!(town.readings.last().unwrap().recorded_at.to_string(), "2023-11-10T17:00:00Z");
}

#[test]
fn no_area_ever_reaches_33_percent() {
    let third = Share::from_basis_points(3300).unwrap();
    for record in town().readings {
        if let Some(quota) = record.reading.quota() {
            assert!(!quota.certain_quota().reaches(third), "{record:?}");
        }
    }
}

#[test]
fn contracts_never_fall_and_begin_with_none() {
    let town = town();
    for slug in DISTRICTS.iter().filter(|slug| **slug != "waltersweier") {
        let counts: Vec<u32> = readings(&town, slug).iter().map(|r| r.contracts().unwrap().certain(0)).collect();
        assert_eq!(counts[0], 0, "{slug}");
        assert!(counts.is_sorted(), "{slug}: {counts:?}");
    }
}

#[test]
fn griesheim_leads_before_weier_on_the_day_of_the_press_report_and_both_are_close() {
    let ranking = ranking();
    let third = Target::Share(Share::from_basis_points(3300).unwrap());
    for (place, slug) in [(1, "griesheim"), (2, "weier")] {
        let area = &ranking[place - 1];
        assert_eq!((area.slug.as_str(), area.place), (slug, Some(place as u32)));
        assert_eq!(area.state(third), State::Running(Progress::Close));
    }
    assert!(ranking[2..].iter().all(|area| area.state(third) != State::Running(Progress::Close)));
}

#[test]
fn buehl_and_rammersweier_alone_are_below_15_percent_on_the_day_of_the_press_report() {
    let fifteen = Share::from_basis_points(1500).unwrap();
    let below = |area: &AreaStatus| area.quota().is_some_and(|quota| !quota.certain_quota().reaches(fifteen));
    let below: BTreeSet<String> =
        ranking().iter().filter(|area| below(area)).map(|area| area.slug.to_string()).collect();
    assert_eq!(below, ["buehl".to_owned(), "rammersweier".to_owned()].into());
}

#[test]
fn waltersweier_is_never_reported_and_is_not_zero() {
    let town = town();
    let readings = readings(&town, "waltersweier");
    assert_eq!(readings.len(), 11);
    assert!(readings.iter().all(|reading| reading.value() == Value::NotReported));
}

#[test]
fn windschlaeg_has_a_count_but_no_quota() {
    let town = town();
    let last = *readings(&town, "windschlaeg").last().unwrap();
    assert_eq!((last.contracts(), last.quota()), (Some(Amount::Exact(171)), None));
}

#[test]
fn zunsweiers_last_two_weeks_are_only_reported_and_everything_else_is_checked() {
    let town = town();
    for slug in DISTRICTS.iter().filter(|slug| **slug != "waltersweier") {
        for reading in readings(&town, slug) {
            let reported = *slug == "zunsweier" && reading.as_of >= date(2023, 11, 3);
            assert_eq!(reading.stage, if reported { Stage::Reported } else { Stage::Checked }, "{slug}");
        }
    }
}

#[test]
fn elgersweier_misses_one_week() {
    let town = town();
    let days: Vec<Date> = readings(&town, "elgersweier").iter().map(|reading| reading.as_of).collect();
    assert_eq!(days.len(), 10);
    assert!(!days.contains(&date(2023, 10, 13)));
}

// What could be known when

#[test]
fn before_the_opening_only_the_decision_the_right_of_way_and_the_commercial_campaign_are_known() {
    let town = town().known_on(date(2023, 6, 30));
    assert_eq!(town.campaigns.len(), 1);
    assert_eq!(town.campaigns[0].unit, Unit::Companies);
    assert_eq!((town.decisions().count(), town.agreements.len(), town.measures.len()), (1, 1, 0));
    assert_eq!((town.events.len(), town.outcomes.len(), town.readings.len()), (0, 0, 0));
}

#[test]
fn at_the_opening_the_deadline_is_26_november_and_eleven_evenings_are_announced() {
    let town = town().known_on(OPENING);
    assert_eq!(districts_campaign(&town).deadline().unwrap().day, date(2023, 11, 26));
    let evenings: BTreeSet<_> = town.measures.iter().map(|measure| measure.areas.clone()).collect();
    assert_eq!(evenings.len(), 11);
}

#[test]
fn on_10_november_2023_nothing_that_came_later_is_known() {
    let town = town().known_on(PRESS);
    let campaign = districts_campaign(&town);
    assert_eq!(campaign.deadline().unwrap().day, date(2023, 11, 25));
    assert!(!campaign.is_extended());
    assert!(commercial_campaign(&town).tallies.is_empty());
    assert!(town.outcomes.is_empty());
    assert_eq!(town.agreements.len(), 1);
    let last = town.events.iter().map(|event| event.when.last_day()).max();
    assert_eq!((town.events.len(), last), (2, Some(PRESS)));
}

#[test]
fn on_15_january_2024_the_deadline_is_extended_the_result_open_and_3_of_8_commercial_areas_reached() {
    let today = date(2024, 1, 15);
    let town = town().known_on(today);
    let campaign = districts_campaign(&town);
    assert_eq!(campaign.deadline().unwrap().day, date(2023, 12, 31));
    assert!(campaign.is_extended());
    let tally = commercial_campaign(&town).tallies.last().unwrap();
    assert_eq!((tally.reached, tally.of), (3, 8));
    assert_eq!(town.outcomes.iter().map(|outcome| outcome.kind).collect::<Vec<_>>(), [OutcomeKind::UnderReview]);
    let report = town.area_report("weier", today).unwrap();
    let bundling = report.phases.iter().find(|phase| phase.kind == PhaseKind::DemandAggregation).unwrap();
    assert_eq!(bundling.state(today), PhaseState::Done);
}

#[test]
fn from_august_2024_there_is_no_final_commitment() {
    let town = town().known_on(date(2024, 8, 1));
    assert_eq!(town.outcomes.last().unwrap().kind, OutcomeKind::NoFinalCommitment);
}

#[test]
fn on_21_november_2026_the_inner_city_has_the_fact_of_its_other_operator() {
    let town = town().known_on(date(2026, 11, 21));
    let inner_city = area(&town, "kernstadt").id;
    assert!(town.events.iter().any(|event| event.areas == [inner_city] && event.text.starts_with("Die Telekom ")));
}

#[test]
fn no_outcome_says_more_than_the_sources() {
    let kinds: Vec<_> = town().outcomes.iter().map(|outcome| (outcome.kind, outcome.area)).collect();
    assert_eq!(kinds, [(OutcomeKind::UnderReview, None), (OutcomeKind::NoFinalCommitment, None)]);
}

// Sources and sentences

#[test]
fn every_record_names_its_source() {
    let town = town();
    let campaigns = || town.campaigns.iter();
    let names = (town.areas.iter().map(|area| &area.source))
        .chain(town.bases.iter().map(|(_, base)| &base.source))
        .chain(campaigns().map(|campaign| &campaign.source))
        .chain(campaigns().flat_map(|campaign| &campaign.deadlines).map(|deadline| &deadline.source))
        .chain(campaigns().flat_map(|campaign| &campaign.tallies).map(|tally| &tally.source))
        .chain(town.readings.iter().map(|record| &record.reading.source))
        .chain(town.outcomes.iter().map(|outcome| &outcome.source))
        .chain(town.phases.iter().map(|phase| &phase.source))
        .chain(town.measures.iter().map(|measure| &measure.source))
        .chain(town.agreements.iter().map(|agreement| &agreement.source))
        .chain(town.decisions().map(|decision| &decision.source))
        .chain(town.events.iter().map(|event| &event.source));
    for source in names {
        assert!(!source.name.trim().is_empty());
    }
}

#[test]
fn texts_are_whole_sober_sentences_that_name_no_person() {
    let town = town();
    let reasons = town.campaigns.iter().flat_map(|campaign| &campaign.deadlines).filter_map(|d| d.reason.as_ref());
    let texts = (town.events.iter().map(|event| &event.text))
        .chain(town.decisions().map(|decision| &decision.text))
        .chain(town.outcomes.iter().filter_map(|outcome| outcome.note.as_ref()))
        .chain(town.measures.iter().filter_map(|measure| measure.note.as_ref()))
        .chain(town.agreements.iter().filter_map(|agreement| agreement.note.as_ref()))
        .chain(reasons);
    for text in texts {
        assert!(text.ends_with('.') && !text.contains('!') && !text.contains('–'), "{text}");
        // Offices and forms of address are what a person's name would stand beside.
        for title in ["Herr ", "Frau ", "Dr. ", "meister", "vorsteher", "leiter", "Minister", "Abgeordnet"] {
            assert!(!text.contains(title), "{text}");
        }
    }
}

#[test]
fn every_field_of_the_facts_arrives() {
    let town = town();
    let file: toml::Table = include_str!("../../data/offenburg/facts.toml").parse().unwrap();
    assert_arrived(&file, "operators", &town.operators);
    assert_arrived(&file, "campaigns", &town.campaigns);
    assert_arrived(&file, "outcomes", &town.outcomes);
    assert_arrived(&file, "phases", &town.phases);
    assert_arrived(&file, "measures", &town.measures);
    assert_arrived(&file, "agreements", &town.agreements);
    assert_arrived(&file, "decisions", &town.decisions().collect::<Vec<_>>());
    assert_arrived(&file, "events", &town.events);
}

/// A misspelt optional field would be passed over without a word: each field must come out again.
fn assert_arrived<T: Serialize>(file: &toml::Table, section: &str, records: &[T]) {
    let entries = file[section].as_array().unwrap();
    assert_eq!(entries.len(), records.len(), "{section}");
    for (entry, record) in entries.iter().zip(records) {
        let record = toml::Value::try_from(record).unwrap();
        assert_fields_arrived(section, entry, &record);
    }
}

fn assert_fields_arrived(field: &str, written: &toml::Value, arrived: &toml::Value) {
    match (written, arrived) {
        (toml::Value::Table(written), toml::Value::Table(arrived)) => {
            for (name, value) in written {
                assert_fields_arrived(name, value, arrived.get(name).unwrap_or(&toml::Value::Boolean(false)));
            }
        }
        (toml::Value::Array(written), toml::Value::Array(arrived)) if field != "areas" => {
            assert_eq!(written.len(), arrived.len(), "{field}");
            written.iter().zip(arrived).for_each(|(written, arrived)| assert_fields_arrived(field, written, arrived));
        }
        // Names became numbers.
        (_, arrived) if ["source", "areas", "operator", "partner", "campaign"].contains(&field) => {
            assert!(!arrived.is_bool(), "{field} is lost");
        }
        (written, arrived) => assert_eq!(written, arrived, "{field}"),
    }
}
