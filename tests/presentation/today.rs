//! The first screen in words: what is due, the table, the news.

use faserstand_lib::{
    domain::{
        campaign::{Target, Unit},
        change::Change,
        desk::{Desk, News},
        fact::{Fact, Says},
        ids::AreaId,
        lang::Lang,
        reading::{Reading, Stage},
        rollout::Rollout,
        status::{AreaStatus, CampaignStatus},
        subject::Subject,
        town_text::TownText,
        week::{Gain, Gains},
    },
    presentation::{
        bar::Bar,
        markup::Markup,
        today::view,
        today_view::{AreaRow, Column, TodayView, Urgency},
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{CAMPAIGN, DAY, counted, instant, on, rollout, source, status},
    example::{AFTER, DEADLINE, areas, bare, plain, towards, town},
};

fn desk(campaigns: Vec<CampaignStatus>, today: Date) -> Desk {
    let mut status = town(areas(Vec::new()), today);
    status.campaigns = campaigns;
    Desk {
        change: 7,
        status,
        whole: true,
        gains: Gains::new(),
        agreements: Vec::new(),
        fundings: Vec::new(),
        facilities: Vec::new(),
        rollout: complete(rollout()),
        shapes: Vec::new(),
        waiting: None,
        news: News::default(),
    }
}

/// The rollout of a town that has set the texts without which its pages may not stay.
fn complete(mut rollout: Rollout) -> Rollout {
    for kind in rollout.missing_texts() {
        let says = Says::TownText(TownText::new(kind, Lang::De, "Stadt Musterstadt").unwrap());
        rollout.facts.push(Fact { subject: Subject::Town, known_on: DAY, says });
    }
    rollout
}

fn shown(desk: &Desk) -> TodayView {
    view(desk, Markup::default(), instant("2023-11-10T08:00:00Z"))
}

fn nth(number: i64, name: &str, current: Option<Reading>) -> AreaStatus {
    AreaStatus { id: AreaId(number), ..status(name, current) }
}

/// Rows of one campaign, with a gain of 16 in 7 days in area 1.
fn rows(campaign: CampaignStatus, today: Date) -> Vec<AreaRow> {
    let mut desk = desk(vec![campaign], today);
    desk.gains.insert((CAMPAIGN, AreaId(1)), Gain { contracts: 16, days: 7, per_day_tenths: 23 });
    shown(&desk).groups.remove(0).rows
}

fn due(campaign: CampaignStatus, today: Date) -> Vec<String> {
    let view = shown(&desk(vec![campaign], today));
    let line = |due: &faserstand_lib::presentation::today_view::DueView| {
        plain(&format!("{} {}: {} ({})", due.day, due.mark, due.title, due.detail))
    };
    view.due.iter().map(line).collect()
}

#[test]
fn the_title_names_the_day_and_its_weekday() {
    assert_eq!(shown(&desk(Vec::new(), date(2023, 12, 4))).title, "Heute, Montag, 4. Dezember 2023");
}

#[test]
fn a_stale_number_a_silent_one_and_one_that_never_came_are_asked_for() {
    let silent = AreaStatus { not_reported_on: Some(DAY), ..nth(3, "Weier", None) };
    let stale = nth(1, "Fessenbach", Some(on(date(2023, 10, 27), Stage::Checked, 121)));
    let campaign = areas(vec![stale, nth(2, "Bühl", None), silent, nth(4, "A", Some(counted(302, 1233)))]);
    assert_eq!(
        due(campaign, DAY),
        [
            "Mo 11.09. überfällig: 1 erste Zahl anfordern (Bühl · Netzgesellschaft)",
            "Fr 03.11. überfällig: 1 veraltete Zahl anfordern (Fessenbach · Netzgesellschaft)",
            "Fr 10.11. heute: 1 nicht gemeldete Zahl nachfragen (Weier · Netzgesellschaft)",
            "Sa 25.11. in 15 Tagen: Frist endet: Ortsteile 2023 (2 Ortsteile unter dem Ziel · 2 ohne genauen Abstand)",
        ]
    );
}

#[test]
fn an_imprint_and_a_controller_that_are_missing_are_due_every_day_for_who_sees_the_whole_town() {
    let mut desk = desk(Vec::new(), DAY);
    assert!(shown(&desk).due.is_empty());
    desk.rollout = rollout();
    let due = shown(&desk);
    let titles: Vec<&str> = due.due.iter().map(|due| due.title.as_str()).collect();
    assert_eq!(titles, ["Impressum fehlt", "Verantwortliche Stelle fehlt"]);
    assert!(due.due.iter().all(|due| due.link.as_deref() == Some("/arbeit/stadt") && due.mark == "heute"));
    desk.whole = false;
    assert!(shown(&desk).due.is_empty(), "who is there for one area is not asked");
}

#[test]
fn more_than_three_areas_are_counted() {
    let stale = |name: &str| nth(1, name, Some(on(date(2023, 10, 27), Stage::Checked, 121)));
    let of = |names: &[&str]| due(areas(names.iter().map(|name| stale(name)).collect()), DAY).remove(0);
    assert!(of(&["A", "B", "C"]).ends_with("3 veraltete Zahlen anfordern (A, B und C · Netzgesellschaft)"));
    assert!(
        of(&["A", "B", "C", "D"]).ends_with("4 veraltete Zahlen anfordern (A, B und 2 weitere · Netzgesellschaft)")
    );
}

#[test]
fn a_deadline_is_ahead_tomorrow_today_and_then_its_result_is_overdue() {
    let fresh = |today| areas(vec![nth(1, "A", Some(on(today, Stage::Checked, 407)))]);
    let of = |today| due(fresh(today), today).remove(0);
    assert_eq!(of(date(2023, 11, 24)), "Sa 25.11. morgen: Frist endet: Ortsteile 2023 (Netzgesellschaft)");
    assert_eq!(of(DEADLINE), "Sa 25.11. heute: Frist endet: Ortsteile 2023 (Netzgesellschaft)");
    assert_eq!(of(AFTER), "Sa 25.11. überfällig: Ergebnis erfragen: Ortsteile 2023 (A · Netzgesellschaft)");
    // In another year the year stands with the day.
    assert!(of(date(2024, 1, 2)).starts_with("Sa 25.11.2023 überfällig"));
}

#[test]
fn how_much_is_late_stands_at_the_head() {
    let note = |campaigns, today| shown(&desk(campaigns, today)).due_note;
    let stale = || nth(1, "A", Some(on(date(2023, 10, 27), Stage::Checked, 121)));
    assert_eq!(note(Vec::new(), DAY), "Nichts ist fällig.");
    assert_eq!(note(vec![areas(vec![nth(1, "A", Some(counted(302, 1233)))])], DAY), "nichts überfällig");
    assert_eq!(note(vec![areas(vec![stale()])], DAY), "1 überfällig");
    assert_eq!(note(vec![areas(vec![stale()])], DEADLINE), "1 überfällig · 1 heute");
    let urgencies = shown(&desk(vec![areas(vec![stale()])], DEADLINE)).due;
    assert_eq!(urgencies.iter().map(|due| due.urgency).collect::<Vec<_>>(), [Urgency::Overdue, Urgency::Today]);
}

#[test]
fn a_row_has_every_number_of_its_area() {
    let row = rows(areas(vec![nth(1, "Rammersweier", Some(counted(219, 1233)))]), DAY).remove(0);
    // 407 − 219 = 188 in 15 days: 12.6 a day, more than 2.3.
    let texts = [&row.quota, &row.week, &row.contracts, &row.of, &row.missing, &row.needed, &row.pace, &row.as_of];
    assert_eq!(texts.map(|text| plain(text)), ["17,8 %", "+16", "219", " / 407", "188", "12,6", "2,3", "10.11."]);
    assert_eq!((row.behind, row.stale.as_deref(), row.state.key.as_str()), (true, None, "below"));
    // 17.76 % on a track up to 50 % is 35.52 %, its mark 33 ÷ 50 = 66 %.
    assert_eq!(row.bar, Bar { certain: 3552, open: 3552, mark: Some(6600) });
}

#[test]
fn what_is_not_known_is_a_dash_and_never_0() {
    let unknown = rows(areas(vec![nth(2, "Bühl", None)]), DAY).remove(0);
    let texts = |row: &AreaRow| {
        [&row.quota, &row.week, &row.contracts, &row.missing, &row.needed, &row.pace].map(|text| plain(text))
    };
    assert_eq!(texts(&unknown), ["–"; 6]);
    assert_eq!((unknown.as_of.as_str(), unknown.of.as_str(), unknown.behind), ("noch keine Zahl", "", false));
    let silent = AreaStatus { not_reported_on: Some(DAY), ..nth(2, "Bühl", None) };
    assert_eq!(rows(areas(vec![silent]), DAY)[0].as_of, "nicht gemeldet, 10.11.");
    let no_base = rows(areas(vec![nth(2, "Bühl", Some(bare(55)))]), DAY).remove(0);
    assert_eq!(texts(&no_base), ["–", "–", "55", "–", "–", "–"]);
    // A reached target misses nothing, and that is known.
    let reached = rows(areas(vec![nth(2, "Weier", Some(counted(430, 1233)))]), DAY).remove(0);
    assert_eq!(texts(&reached), ["34,9 %", "–", "430", "0", "–", "–"]);
    for column in [Column::Quota, Column::Week, Column::Missing, Column::Needed, Column::AsOf] {
        assert_eq!(unknown.order[column as usize], None, "{column:?}");
    }
}

#[test]
fn a_stale_number_says_how_old_it_is() {
    let stale = nth(2, "Fessenbach", Some(on(date(2023, 10, 24), Stage::Checked, 121)));
    let row = &rows(areas(vec![stale]), DAY)[0];
    assert_eq!((row.as_of.as_str(), row.stale.as_deref()), ("24.10.", Some("17 Tage")));
}

#[test]
fn rows_are_put_in_order_by_numbers_and_names_by_letters() {
    let campaign = areas(vec![
        AreaStatus { place: Some(1), ..nth(1, "Zunsweier", Some(counted(300, 1233))) },
        AreaStatus { place: Some(2), ..nth(2, "Bühl", Some(counted(200, 1233))) },
        nth(3, "Äcker", None),
    ]);
    let rows = rows(campaign, DAY);
    let order = |column: Column| rows.iter().map(|row| row.order[column as usize]).collect::<Vec<_>>();
    assert_eq!(order(Column::Area), [Some(2), Some(1), Some(0)]);
    assert_eq!(order(Column::Quota), [Some(3), Some(2), None]);
    assert_eq!(order(Column::Missing), [Some(107), Some(207), None]);
    assert_eq!(order(Column::Week), [Some(16), None, None]);
}

#[test]
fn a_group_says_what_counts_until_when() {
    let title = |campaign, today| plain(&shown(&desk(vec![campaign], today)).groups[0].title);
    let one = || vec![nth(1, "A", None)];
    let share = "Ortsteile · 33 % der Haushalte je Ortsteil · ";
    assert_eq!(title(areas(one()), DAY), format!("{share}Frist 25.11.2023, noch 15 Tage"));
    assert_eq!(title(areas(one()), date(2023, 11, 24)), format!("{share}Frist 25.11.2023, noch 1 Tag"));
    assert_eq!(title(areas(one()), DEADLINE), format!("{share}Frist 25.11.2023, letzter Tag"));
    assert_eq!(title(areas(one()), AFTER), format!("{share}Frist 25.11.2023, abgelaufen"));
    assert_eq!(title(areas(one()), date(2023, 9, 3)), format!("{share}Beginn 04.09.2023"));
    let mut decides = towards(Target::OperatorDecision, one());
    decides.campaign.unit = Unit::Companies;
    decides.campaign.deadlines.clear();
    assert_eq!(title(decides, DAY), "Ortsteile · kein Ziel genannt, Netzgesellschaft entscheidet");
}

#[test]
fn where_the_operator_decides_nothing_is_missing() {
    let decides = towards(Target::OperatorDecision, vec![nth(1, "Gewerbegebiet 1", Some(counted(14, 31)))]);
    let row = rows(decides, DAY).remove(0);
    assert_eq!((row.missing.as_str(), row.needed.as_str(), row.of.as_str()), ("–", "–", " von 31"));
    // 45.2 % on a track up to 50 %, and no line.
    assert_eq!((row.bar.certain, row.bar.mark), (9032, None));
}

#[test]
fn news_have_a_heading_for_the_first_visit_and_for_later_ones() {
    let news = |since: Option<&str>, in_all| {
        let change = Change {
            who: "Bearbeitung 1".to_owned(),
            at: instant("2023-11-10T07:46:00Z"),
            what: "reading".to_owned(),
            which: "griesheim 2023-11-10".to_owned(),
            old: None,
            new: None,
            why: Some("doppelt gezählt".to_owned()),
        };
        let changes = if in_all > 0 { vec![(7, change)] } else { Vec::new() };
        let news = News { since: since.map(instant), changes, in_all };
        shown(&Desk { news, ..desk(Vec::new(), DAY) }).news
    };
    let heads = |since, in_all| {
        let news = news(since, in_all);
        (news.title, news.note)
    };
    let head = |title: &str, note: &str| (title.to_owned(), note.to_owned());
    // The 8th was a Wednesday; the 3rd is a week ago and has its date.
    assert_eq!(heads(Some("2023-11-08T13:05:00Z"), 1), head("Neu seit Mittwoch, 14:05 Uhr", "Ihr letzter Besuch"));
    assert_eq!(heads(Some("2023-11-03T13:05:00Z"), 0), head("Neu seit 3. November 2023, 14:05 Uhr", ""));
    assert_eq!(heads(Some("2023-11-10T07:05:00Z"), 80), head("Neu seit heute, 08:05 Uhr", "die letzten 1 von 80"));
    assert_eq!(heads(None, 1), head("Zuletzt geändert", ""));
    let table = |since, in_all| news(since, in_all).table.into_string();
    let told = table(None, 1);
    for words in ["heute 08:46", "Bearbeitung 1", "Griesheim", "doppelt gezählt"] {
        assert!(told.contains(words), "{words} in {told}");
    }
    assert_eq!(table(None, 0), "<p class=\"empty\">Noch ist nichts geändert.</p>");
    let since = Some("2023-11-08T13:05:00Z");
    assert!(table(since, 0).contains("Seit Ihrem letzten Besuch hat sich nichts geändert."));
}

#[test]
fn what_is_copied_is_the_sentence_with_its_sources() {
    let campaign = areas(vec![nth(1, "A", Some(counted(302, 1233)))]);
    let text = plain(&shown(&desk(vec![campaign], DAY)).situation.text());
    assert!(text.starts_with("A hat 33 % noch nicht erreicht, noch 15 Tage. "), "{text}");
    assert!(text.ends_with(&format!(" Quelle der Zahlen: {}.", source().name)), "{text}");
    assert!(!text.contains("  "), "{text}");
}
