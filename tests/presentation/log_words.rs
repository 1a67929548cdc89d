//! The change log in words.

use faserstand_lib::{
    domain::{
        agreement::{Agreement, AgreementKind},
        area::Slug,
        change::{Change, LogPage, LogTally},
        edit::{EditForm, EditKind, Field},
        ids::OperatorId,
        operator::Operator,
        outcome::OutcomeKind,
        rollout::Rollout,
        when::When,
    },
    presentation::log_words::{LogWords, page as told_page},
};
use jiff::civil::date;
use serde::Serialize;

use crate::{
    build::{self, DAY, GRIESHEIM},
    example::plain,
};

fn json<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// An entry of 10 November, 11:30 in Berlin.
fn change(what: &str, which: &str, old: Option<String>, new: Option<String>) -> Change {
    Change {
        who: "Bearbeitung 1".to_owned(),
        at: build::instant("2023-11-10T10:30:00Z"),
        what: what.to_owned(),
        which: which.to_owned(),
        old,
        new,
        why: None,
    }
}

fn rollout() -> Rollout {
    let operator =
        Operator { id: OperatorId(7), slug: Slug::of_name("Netz GmbH").unwrap(), name: "Netz GmbH".to_owned() };
    Rollout { operators: vec![operator], ..build::rollout() }
}

fn page(changes: Vec<Change>, now: &str) -> LogWords {
    let mut entries: Vec<(i64, Change)> = (1..).zip(changes).collect();
    entries.reverse();
    told_page(&LogPage { entries, more: false, tallies: Vec::new(), rollout: rollout() }, build::instant(now))
}

/// The cells of one entry, read three days later.
fn told(change: Change) -> Vec<String> {
    let page = page(vec![change], "2023-11-13T10:00:00Z");
    page.table.lines[0].cells.iter().map(|cell| plain(cell)).collect()
}

#[test]
fn a_moved_deadline_says_from_which_day_to_which_and_why() {
    let (old, new) = (build::deadline(date(2023, 11, 25), DAY), build::deadline(date(2023, 12, 31), DAY));
    let moved =
        Change { why: Some("Verlängert".to_owned()), ..change("deadline", "ortsteile-2023", json(&old), json(&new)) };
    let expected =
        ["Fr 11:30", "Bearbeitung 1", "Frist", "Ortsteile 2023", "25.11.2023", "31.12.2023", "Verlängert", "1"];
    assert_eq!(told(moved), expected);
}

#[test]
fn a_number_names_its_day_and_stage_and_a_correction_is_called_one() {
    let first = build::record(1, build::counted(302, 1_233));
    let entry = change("reading", "griesheim 2023-11-10", None, json(&first));
    assert_eq!(told(entry)[2..6], ["Zahl 10.11.2023, geprüft", "Griesheim", "–", "302"]);
    let later = build::correction(2, 1, "2023-11-12T08:00:00Z", "doppelt", build::counted(298, 1_233));
    let entry = change("reading", "griesheim 2023-11-10", json(&first), json(&later));
    assert_eq!(told(entry)[2..6], ["Berichtigung 10.11.2023, geprüft", "Griesheim", "302", "298"]);
}

#[test]
fn outcomes_bases_and_agreements_are_told_in_a_few_words() {
    let (old, new) = (build::outcome(OutcomeKind::Reached, DAY), build::outcome(OutcomeKind::NotReached, DAY));
    let entry = change("outcome", "griesheim", json(&old), json(&new));
    assert_eq!(told(entry)[4..6], ["Ziel erreicht, 10.11.2023", "Ziel verfehlt, 10.11.2023"]);
    let entry = change("base", "griesheim", None, json(&build::households(1_240).unwrap()));
    assert_eq!(told(entry)[2..6], ["Grundlage", "Griesheim", "–", "1.240 Haushalte"]);
    let agreement = Agreement {
        kind: AgreementKind::Supply,
        partner: OperatorId(7),
        areas: vec![GRIESHEIM],
        signed: When::Month(2023, 6),
        ..build::agreement()
    };
    let entry = change("agreement", "griesheim", None, json(&agreement));
    assert_eq!(told(entry)[5], "Lieferung mit Netz GmbH, Juni 2023");
}

#[test]
fn a_choice_names_both_versions() {
    let fields = vec![(Field::Day, "15.1.2024".to_owned()), (Field::Source, "Anruf".to_owned())];
    let mine = EditForm { kind: EditKind::Deadline, fields };
    let theirs = build::deadline(date(2024, 1, 31), DAY);
    let entry = change("choice", "griesheim", json(&theirs), json(&mine));
    assert_eq!(told(entry)[2..6], ["Auswahl aus zwei Fassungen", "Griesheim", "31.01.2024", "15.1.2024"]);
}

#[test]
fn an_account_is_told_without_its_password() {
    let new = Some(r#"{"role":"editor","area":null,"disabled":false}"#.to_owned());
    assert_eq!(
        told(change("account", "Bearbeitung 2", None, new))[2..6],
        ["Konto", "Bearbeitung 2", "–", "Bearbeitung"]
    );
    let new = Some(r#"{"password":"new"}"#.to_owned());
    assert_eq!(told(change("account", "Bearbeitung 2", None, new))[5], "neues Passwort");
}

#[test]
fn what_is_not_known_is_a_dash_and_never_a_guess() {
    // An entry outlives what it tells of, and what it says.
    let entry = change("deadline", "verschwunden", Some("{".to_owned()), Some("{}".to_owned()));
    assert_eq!(told(entry)[2..6], ["Frist", "verschwunden", "–", "–"]);
    assert_eq!(
        told(change("something", "griesheim", None, Some("1".to_owned())))[2..6],
        ["something", "Griesheim", "–", "–"]
    );
}

#[test]
fn an_area_is_a_link_to_its_screen_and_a_campaign_is_none() {
    let entries = vec![change("outcome", "griesheim", None, None), change("deadline", "ortsteile-2023", None, None)];
    let page = page(entries, "2023-11-13T10:00:00Z");
    let links: Vec<_> = page.table.lines.iter().map(|line| line.link.clone()).collect();
    assert_eq!(links, [None, Some((3, "/arbeit/gebiete/griesheim".to_owned()))]);
}

#[test]
fn the_kinds_are_counted_and_the_next_page_begins_where_this_one_ends() {
    let tally = |what: &str, entries| LogTally { what: what.to_owned(), entries, newest: 1 };
    let tallies = vec![tally("deadline", 3), tally("reading", 19)];
    let entries =
        vec![(22, change("outcome", "griesheim", None, None)), (7, change("outcome", "griesheim", None, None))];
    let now = build::instant("2023-11-13T10:00:00Z");
    let whole =
        told_page(&LogPage { entries: entries.clone(), more: true, tallies: tallies.clone(), rollout: rollout() }, now);
    let kinds: Vec<(Option<&str>, &str)> =
        whole.kinds.iter().map(|(key, label)| (key.as_deref(), label.as_str())).collect();
    assert_eq!(kinds, [(None, "Alle 22"), (Some("deadline"), "Fristen 3"), (Some("reading"), "Zahlen 19")]);
    assert_eq!(whole.before, Some(7));
    assert_eq!(told_page(&LogPage { entries, more: false, tallies, rollout: rollout() }, now).before, None);
}
