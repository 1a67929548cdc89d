//! One area's screen: what stands where, and what who only reads does not get.

use faserstand_lib::{
    domain::{
        account::Scope,
        change::LogTally,
        edit::{EditForm, EditKind, Field, SubjectRecord, read_in_area},
        outcome::OutcomeKind,
        phase::{Dates, Phase, PhaseKind},
        reading::Stage,
        rollout::Rollout,
        subject::Subject,
        when::When,
    },
    presentation::{
        record_rival,
        record_view::{self, PanelView, Screen},
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{self, CAMPAIGN, DAY, GRIESHEIM, WEIER},
    example::plain,
};

/// Griesheim: 241 on 3 November, 302 on the tenth, corrected to 298 on the twelfth; three deadlines.
fn rollout() -> Rollout {
    let earlier = build::record(1, build::on(date(2023, 11, 3), Stage::Checked, 241));
    let second = build::record(2, build::counted(302, 1_233));
    let correction = build::correction(3, 2, "2023-11-12T08:00:00Z", "doppelt gezählt", build::counted(298, 1_233));
    let mut rollout = build::rollout();
    rollout.campaigns[0].deadlines = build::offenburg_deadlines();
    rollout.bases = vec![(GRIESHEIM, build::households(1_233).unwrap())];
    rollout.readings = vec![earlier, second, correction];
    rollout
}

fn record(rollout: Rollout, today: Date, editable: bool) -> SubjectRecord {
    let subject = Subject::Area(rollout.areas.get(GRIESHEIM).unwrap().slug.clone());
    let tallies = vec![LogTally { what: "deadline".to_owned(), entries: 2, newest: 7 }];
    SubjectRecord { rollout, subject, today, seen: 7, tallies, editable, scope: Scope::Everything }
}

fn view(today: Date) -> Screen {
    record_view::of(&record(rollout(), today, true)).unwrap()
}

fn panel<'a>(view: &'a Screen, key: &str) -> &'a PanelView {
    view.panels.iter().find(|panel| panel.key == key).unwrap()
}

/// The rows of a panel: look and first cells.
fn rows(panel: &PanelView, cells: usize) -> Vec<(String, String)> {
    let text = |line: &faserstand_lib::presentation::table::Line| plain(&line.cells[..cells].join(" | "));
    panel.table.lines.iter().map(|line| (line.look.clone(), text(line))).collect()
}

fn expected(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(look, text)| ((*look).to_owned(), (*text).to_owned())).collect()
}

const LATER: Date = date(2023, 11, 24);

#[test]
fn every_deadline_stays_with_the_time_in_which_it_held() {
    let newest_first = [
        ("now", "31.12.2023 | seit 24.11.2023"),
        ("old", "25.11.2023 | 10.11.2023 bis 24.11.2023"),
        ("old", "26.11.2023 | 04.09.2023 bis 10.11.2023"),
    ];
    assert_eq!(rows(panel(&view(LATER), "fristen"), 2), expected(&newest_first));
    // On the tenth nobody knew of the end of the year.
    let known = [("now", "25.11.2023 | seit 10.11.2023"), ("old", "26.11.2023 | 04.09.2023 bis 10.11.2023")];
    assert_eq!(rows(panel(&view(DAY), "fristen"), 2), expected(&known));
}

#[test]
fn a_replaced_reading_stays_visible_and_cannot_be_corrected_again() {
    let view = view(LATER);
    let readings = panel(&view, "meldungen");
    // 298 of 1 233 are 24.17 %, 302 are 24.49 %, 241 are 19.55 % (19.546).
    let shown = [
        ("", "10.11.2023 | 298 | 24,2 % | geprüft"),
        ("old", "10.11.2023 | 302 | 24,5 % | geprüft"),
        ("", "03.11.2023 | 241 | 19,5 % | geprüft"),
    ];
    assert_eq!(rows(readings, 4), expected(&shown));
    assert!(readings.table.lines[1].cells[4].ends_with("ersetzt am 12.11.2023: doppelt gezählt"));
    let of = |line: usize| {
        let edit = readings.table.lines[line].edit.as_ref()?;
        edit.fields.iter().find(|(field, _)| *field == Field::Reading).map(|(_, id)| id.clone())
    };
    assert_eq!((of(0), of(1), of(2)), (Some("3".to_owned()), None, Some("1".to_owned())));
}

#[test]
fn the_button_on_top_corrects_the_number_that_the_public_sees() {
    let view = view(LATER);
    let action = view.actions.iter().find(|action| action.key == "b").unwrap();
    let text = |field| action.edit.fields.iter().find(|(of, _)| *of == field).map(|(_, text)| text.as_str());
    assert_eq!(
        (text(Field::Reading), text(Field::Value), text(Field::Day)),
        (Some("3"), Some("298"), Some("10.11.2023"))
    );
    // The reason and the source are for who corrects to say.
    assert_eq!((text(Field::Reason), text(Field::Source)), (None, None));
    assert_eq!(view.actions.iter().filter(|action| action.primary).count(), 1);
}

#[test]
fn who_only_reads_gets_no_form_and_no_button() {
    let view = record_view::of(&record(rollout(), LATER, false)).unwrap();
    assert!(view.forms.is_empty() && view.actions.is_empty());
    let buttons = |panel: &PanelView| panel.add.is_some() || panel.table.lines.iter().any(|line| line.edit.is_some());
    assert!(!view.panels.iter().any(buttons));
    // The control: an editor has both.
    let editor = self::view(LATER);
    assert!(editor.panels.iter().any(buttons) && editor.forms.len() == 11);
}

#[test]
fn what_came_out_is_three_separate_answers() {
    let all_open = [
        ("open", "Ziel erreicht | noch offen"),
        ("open", "Ausbau zugesagt | nicht bekannt"),
        ("open", "Netz gebaut | nicht bekannt"),
    ];
    assert_eq!(rows(panel(&view(LATER), "ergebnis"), 2), expected(&all_open));
    let mut rollout = rollout();
    rollout.outcomes = vec![
        build::outcome(OutcomeKind::NotReached, date(2023, 11, 15)),
        build::outcome(OutcomeKind::BuiltAlthoughMissed, date(2023, 11, 20)),
    ];
    rollout.phases = vec![Phase {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind: PhaseKind::Construction,
        planned: Dates::default(),
        actual: Dates { start: Some(When::Day(date(2023, 11, 22))), end: None },
        known_on: date(2023, 11, 22),
        source: build::source(),
    }];
    let view = record_view::of(&record(rollout, LATER, true)).unwrap();
    let answers = [
        ("no", "Ziel erreicht | nein | 20.11.2023"),
        ("yes", "Ausbau zugesagt | ja, trotz verfehltem Ziel | 20.11.2023"),
        ("open", "Netz gebaut | im Bau | 22.11.2023"),
    ];
    assert_eq!(rows(panel(&view, "ergebnis"), 3), expected(&answers));
    assert_eq!(panel(&view, "ergebnis").remark, format!("Öffentlich steht: „{}“", view.headline));
}

#[test]
fn the_key_facts_are_those_of_the_day() {
    let facts = |today| -> Vec<String> {
        let facts = view(today).facts.into_iter();
        facts.map(|fact| plain(&format!("{}: {} ({})", fact.name, fact.value, fact.detail))).collect()
    };
    // 33 % of 1 233 are 406.89, so 407 are needed; on the tenth 302 were counted.
    let counted = "geprüft: 302 (24,5 % von 1.233, 10.11.)".to_owned();
    let on_the_tenth = facts(DAY);
    assert_eq!(on_the_tenth[0], counted);
    assert_eq!(on_the_tenth[1], "Ziel: 407 (33 %, aufgerundet)");
    assert!(on_the_tenth[2].starts_with("fehlen: 105 ("), "{}", on_the_tenth[2]);
    assert_eq!(on_the_tenth[3], "Frist: 25.11.2023 (noch 15 Tage, 2. Fassung)");
    assert_eq!(facts(LATER)[3], "Frist: 31.12.2023 (noch 37 Tage, 3. Fassung)");
}

#[test]
fn a_page_knows_the_newest_change_that_is_in_it() {
    assert_eq!(view(LATER).view().seen, 7);
}

#[test]
fn what_stands_in_a_form_at_first_is_read_back_as_it_is_stored() {
    let mut rollout = rollout();
    rollout.phases = vec![Phase {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind: PhaseKind::Construction,
        planned: Dates { start: Some(When::Month(2024, 7)), end: Some(When::Years(2025, 2026)) },
        actual: Dates { start: Some(When::Day(date(2023, 11, 22))), end: None },
        known_on: date(2023, 11, 22),
        source: build::source(),
    }];
    let view = record_view::of(&record(rollout.clone(), LATER, true)).unwrap();
    let lines = &panel(&view, "phasen").table.lines;
    let edit = lines.iter().filter_map(|line| line.edit.as_ref()).find(|edit| edit.title == "Phase: Bau").unwrap();
    let mut fields = edit.fields.clone();
    fields.push((Field::Reason, "neu".to_owned()));
    let read = read_in_area(&EditForm { kind: EditKind::Phase, fields }, &view.context).unwrap();
    let expected = Phase { known_on: LATER, ..rollout.phases[0].clone() };
    assert_eq!(read.addition, faserstand_lib::domain::edit::Addition::Phase(expected));
}

#[test]
fn neighbours_are_those_of_the_list_that_the_reader_may_see() {
    let name = |neighbour: Option<(String, String)>| neighbour.map(|(_, name)| name);
    let view = view(LATER);
    assert_eq!((name(view.before), name(view.after)), (None, Some("Weier".to_owned())));
    let own = SubjectRecord { scope: Scope::Within(GRIESHEIM), ..record(rollout(), LATER, false) };
    let own = record_view::of(&own).unwrap();
    assert_eq!((own.before, own.after), (None, None));
    let list = |scope| record_view::list(&rollout().known_on(LATER), scope, LATER);
    assert_eq!(list(Scope::Everything)[0].table.lines.len(), 2);
    let weier = list(Scope::Within(WEIER));
    assert_eq!(weier.len(), 1);
    assert_eq!(weier[0].table.lines[0].link, Some((0, "/arbeit/gebiete/weier".to_owned())));
}

#[test]
fn another_persons_change_stands_beside_what_was_typed() {
    let deadline = build::deadline(date(2024, 1, 31), LATER);
    let change = faserstand_lib::domain::change::Change {
        who: "Bearbeitung 2".to_owned(),
        at: build::instant("2023-11-24T07:46:00Z"),
        what: "deadline".to_owned(),
        which: "ortsteile-2023".to_owned(),
        old: None,
        new: serde_json::to_string(&deadline).ok(),
        why: Some("Verlängert".to_owned()),
    };
    let now = build::instant("2023-11-24T08:00:00Z");
    let form = |kind| EditForm { kind, fields: vec![(Field::Day, "15.1.2024".to_owned())] };
    let record = record(rollout(), LATER, true);
    let rival = record_rival::view(8, &change, &form(EditKind::Deadline), &record, now).unwrap();
    assert_eq!(rival.heading, "Bearbeitung 2 hat hier etwas eingetragen (heute 08:46)");
    // The day differs, the reason was not typed.
    let day = "<tr class=\"differs\"><th scope=\"row\">Neue Frist</th><td>31.01.2024</td><td>15.1.2024</td></tr>";
    let reason = "<th scope=\"row\">Grund</th><td>Verlängert</td><td>–</td>";
    assert!(rival.rows.as_str().contains(day) && rival.rows.as_str().contains(reason), "{:?}", rival.rows);
    assert!(record_rival::view(8, &change, &form(EditKind::Outcome), &record, now).is_none());
}

#[test]
fn a_rival_that_corrected_the_same_reading_takes_its_place() {
    // Reading 2 was corrected by reading 3.
    let record = record(rollout(), LATER, true);
    let change = |of: &str| faserstand_lib::domain::change::Change {
        who: "Bearbeitung 2".to_owned(),
        at: build::instant("2023-11-24T07:46:00Z"),
        what: "reading".to_owned(),
        which: format!("griesheim {of}"),
        old: None,
        new: serde_json::to_string(&rollout().readings[2]).ok(),
        why: None,
    };
    let rival = |reading: &str| {
        let form = EditForm { kind: EditKind::Correction, fields: vec![(Field::Reading, reading.to_owned())] };
        let now = build::instant("2023-11-24T08:00:00Z");
        record_rival::view(8, &change("2023-11-10"), &form, &record, now).unwrap().reading
    };
    assert_eq!(rival("2").as_deref(), Some("3"));
    // Another reading of the area still holds and is corrected as meant.
    assert_eq!(rival("1"), None);
}

#[test]
fn every_text_is_escaped_and_every_button_finds_its_form() {
    let mut rollout = rollout();
    rollout.campaigns[0].deadlines[2].reason = Some("<script>alert(1)</script> & \"so\"".to_owned());
    let view = record_view::of(&record(rollout, LATER, true)).unwrap().view();
    assert!(view.page.as_str().contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;"));
    assert!(!view.page.as_str().contains("<script"));
    let last = view.edits.len() - 1;
    assert!(view.page.as_str().contains(&format!("data-edit=\"{last}\"")));
    assert!(!view.page.as_str().contains(&format!("data-edit=\"{}\"", last + 1)));
    assert!(view.edits.iter().all(|edit| view.forms.iter().any(|form| form.kind == edit.kind)));
}
