//! The situation sentence (Lagesatz) in its shapes. The target is 33 % of 1 233 households: 407 contracts.

use faserstand_lib::{
    domain::{
        amount::Amount,
        campaign::{Evaluation, Tally, Target},
        ids::{AreaId, CampaignId},
        outcome::OutcomeKind::{NotReached, OperatorCommitted, UnderReview},
        reading::{Reading, Stage},
        status::{AreaStatus, CampaignStatus, TownStatus},
        week::{Gain, Gains},
    },
    presentation::situation_words::{of_area, of_some_areas, situation, sources},
};
use jiff::civil::{Date, date};

use crate::{
    build::{CAMPAIGN, DAY, contracts, counted, on, percent, source, status},
    example::{AFTER, DEADLINE, areas, bare, came_out, plain, text, towards, town},
};

/// An area with its number, 1 and up.
fn nth(number: i64, name: &str, current: Option<Reading>) -> AreaStatus {
    AreaStatus { id: AreaId(number), ..status(name, current) }
}

fn short(number: i64, name: &str, missing: u32) -> AreaStatus {
    nth(number, name, Some(counted(407 - missing, 1233)))
}

fn gains(tenths: &[(i64, i32)]) -> Gains {
    let gain = |per_day_tenths| Gain { contracts: 0, days: 7, per_day_tenths };
    tenths.iter().map(|(area, tenths)| ((CAMPAIGN, AreaId(*area)), gain(*tenths))).collect()
}

fn said(status: &TownStatus, gains: &Gains) -> String {
    text(&situation(status, gains))
}

fn on_day(campaign: CampaignStatus, today: Date, tenths: &[(i64, i32)]) -> String {
    said(&town(campaign, today), &gains(tenths))
}

#[test]
fn state_gap_pace_and_deadline_in_one_go() {
    let campaign = areas(vec![
        nth(1, "Griesheim", Some(counted(407, 1233))),
        short(2, "Bühl", 105),
        short(3, "Rammersweier", 188),
        short(4, "Weier", 7),
    ]);
    // 105 + 188 + 7 = 300 in 15 days are 20 a day; 2.3 + 1.1 + 0.2 = 3.6 came.
    assert_eq!(
        on_day(campaign, DAY, &[(1, 99), (2, 23), (3, 11), (4, 2)]),
        "1 von 4 Ortsteilen hat 33 % erreicht, noch 15 Tage. Erreicht: Griesheim. Bis zum 25. November 2023 fehlen in 3 \
         Ortsteilen zusammen 300 Verträge. Am meisten fehlt in Rammersweier (188) und Bühl (105). Nötig sind 20 \
         Verträge am Tag, zuletzt kamen 3,6."
    );
}

#[test]
fn one_contract_in_one_area_on_the_last_days() {
    let campaign = || areas(vec![nth(1, "A", Some(counted(407, 1233))), short(2, "B", 1)]);
    assert_eq!(
        on_day(campaign(), date(2023, 11, 24), &[(2, 10)]),
        "1 von 2 Ortsteilen hat 33 % erreicht, noch 1 Tag. Erreicht: A. Bis zum 25. November 2023 fehlt in 1 Ortsteil 1 \
         Vertrag. Es geht um B. Nötig ist 1 Vertrag am Tag, zuletzt kam 1."
    );
    // On the last day there is nothing left to divide by.
    assert_eq!(
        on_day(campaign(), DEADLINE, &[(2, 10)]),
        "1 von 2 Ortsteilen hat 33 % erreicht, heute endet die Frist. Erreicht: A. Bis zum 25. November 2023 fehlt in 1 \
         Ortsteil 1 Vertrag. Es geht um B. Zuletzt kam 1 am Tag."
    );
}

#[test]
fn an_unknown_pace_is_said_to_be_unknown_and_never_0() {
    let campaign = || areas(vec![short(1, "A", 100), short(2, "B", 50)]);
    let pace = |tenths| on_day(campaign(), DAY, tenths).rsplit_once("(50). ").unwrap().1.to_owned();
    assert_eq!(pace(&[]), "Nötig sind 10 Verträge am Tag, wie viele zuletzt kamen, ist noch nicht bekannt.");
    assert_eq!(pace(&[(1, 23)]), "Nötig sind 10 Verträge am Tag, zuletzt kamen in 1 davon 2,3.");
    assert_eq!(pace(&[(1, 0), (2, 0)]), "Nötig sind 10 Verträge am Tag, zuletzt kam keiner.");
    assert_eq!(pace(&[(1, -7), (2, 0)]), "Nötig sind 10 Verträge am Tag, zuletzt wurden es 0,7 am Tag weniger.");
}

#[test]
fn unknown_gaps_and_silent_areas_are_named() {
    let campaign = areas(vec![
        short(1, "A", 100),
        nth(2, "B", Some(contracts(Amount::About(300), 1233))),
        nth(3, "C", None),
        nth(4, "D", Some(bare(55))),
    ]);
    assert_eq!(
        on_day(campaign, DAY, &[]),
        "Noch kein Ortsteil hat 33 % erreicht, noch 15 Tage. Bis zum 25. November 2023 fehlen in 1 Ortsteil 100 Verträge. Für \
         B ist der Abstand nicht genau bekannt. Am meisten fehlt in B (etwa 107) und A (100). Nötig sind 6,7 Verträge am \
         Tag, wie viele zuletzt kamen, ist noch nicht bekannt. Für C liegt keine Zahl vor. Für D ist die Zahl der Haushalte nicht \
         veröffentlicht."
    );
}

#[test]
fn what_is_only_reported_is_told_from_what_is_checked() {
    let reported = |number, name: &str| nth(number, name, Some(on(DAY, Stage::Reported, 407)));
    let one = areas(vec![nth(1, "A", Some(counted(407, 1233))), reported(2, "B"), short(3, "C", 9)]);
    assert!(on_day(one, DAY, &[]).contains(" Erreicht: A. B hat 33 % nach Meldung erreicht, geprüft ist das nicht. "));
    let two = areas(vec![reported(1, "A"), reported(2, "B"), short(3, "C", 9)]);
    assert!(on_day(two, DAY, &[]).contains(" A und B haben 33 % nach Meldung erreicht, geprüft ist das nicht. "));
    // Below the target a report is no word worth.
    let below = nth(1, "A", Some(on(DAY, Stage::Reported, 406)));
    assert!(!on_day(areas(vec![below, short(2, "B", 9)]), DAY, &[]).contains("Meldung"));
}

#[test]
fn three_that_miss_as_much_are_all_named_and_five_are_not() {
    let named = |missing: &[u32]| {
        let areas_of_it = (1..).zip(missing).map(|(number, missing)| short(number, &format!("A{number}"), *missing));
        let text = on_day(areas(areas_of_it.collect()), DAY, &[]);
        let (_, rest) = text.split_once("Am meisten fehlt in ")?;
        Some(rest.split_once(". ").unwrap().0.to_owned())
    };
    assert_eq!(named(&[9, 5, 5]).as_deref(), Some("A1 (9), A2 (5) und A3 (5)"));
    assert_eq!(named(&[9, 5, 4]).as_deref(), Some("A1 (9) und A2 (5)"));
    assert_eq!(named(&[5, 5, 5, 5, 5]), None);
}

#[test]
fn without_numbers_without_a_deadline_before_the_opening() {
    let none = || areas(vec![nth(1, "A", None), nth(2, "B", None)]);
    assert_eq!(
        on_day(none(), DAY, &[]),
        "Für 2 Ortsteile liegt noch keine Zahl vor, noch 15 Tage. Bis zum 25. November 2023 zählen Verträge."
    );
    let mut open = areas(vec![short(1, "A", 100), short(2, "B", 50)]);
    open.campaign.deadlines.clear();
    assert_eq!(
        on_day(open, DAY, &[(1, 23), (2, 23)]),
        "Noch kein Ortsteil hat 33 % erreicht. Es fehlen in 2 Ortsteilen zusammen 150 Verträge. Am meisten fehlt in A \
         (100) und B (50). Zuletzt kamen 4,6 am Tag."
    );
    assert_eq!(
        on_day(none(), date(2023, 9, 3), &[]),
        "Die Nachfragebündelung beginnt am 4. September 2023. Bis zum 25. November 2023 zählen Verträge."
    );
}

#[test]
fn after_the_deadline_the_last_numbers_are_no_result() {
    let open = areas(vec![short(1, "A", 100), nth(2, "B", Some(counted(407, 1233)))]);
    assert_eq!(
        on_day(open, AFTER, &[(1, 23)]),
        "Die Frist ist vorbei, das Ergebnis ist offen. Die Frist endete am 25. November 2023. Nach den letzten Zahlen \
         fehlten in 1 Ortsteil 100 Verträge."
    );
    let review = |area: AreaStatus| AreaStatus { outcome: came_out("X", UnderReview).outcome, ..area };
    let review = areas(vec![review(short(1, "A", 1)), review(short(2, "B", 1))]);
    assert!(
        on_day(review, AFTER, &[]).ends_with(" Nach den letzten Zahlen fehlten in 2 Ortsteilen zusammen 2 Verträge.")
    );
    // What came out is the result; the last reading is none.
    let missed = |area: AreaStatus| AreaStatus { outcome: came_out("X", NotReached).outcome, ..area };
    let missed = areas(vec![missed(short(1, "A", 100)), missed(short(2, "B", 50))]);
    assert_eq!(
        on_day(missed, AFTER, &[]),
        "Beide Ortsteile haben das Ziel verfehlt. Die Frist endete am 25. November 2023."
    );
}

#[test]
fn areas_that_count_together_miss_something_together() {
    // 200 + 300 of 2 466 households; 33 % are 814 (813.78): 314 missing, in 15 days 21 a day (20.93…).
    let mut pooled = areas(vec![nth(1, "A", Some(counted(200, 1233))), nth(2, "B", Some(counted(300, 1233)))]);
    pooled.campaign.evaluation = Evaluation::Pooled;
    assert_eq!(
        on_day(pooled, DAY, &[(1, 23), (2, 20)]),
        "Zusammen sind es 20,3 %, nötig sind 33 %, noch 15 Tage. Bis zum 25. November 2023 fehlen zusammen 314 Verträge. \
         Nötig sind 21 Verträge am Tag, zuletzt kamen 4,3."
    );
}

#[test]
fn a_town_without_a_campaign_says_so() {
    let empty = TownStatus { campaigns: Vec::new(), ..town(areas(Vec::new()), DAY) };
    assert_eq!(said(&empty, &Gains::new()), "In Offenburg läuft noch keine Nachfragebündelung.");
    assert_eq!(sources(&empty), "");
}

#[test]
fn commercial_areas_have_a_sentence_of_their_own() {
    let with = |change: fn(&mut CampaignStatus)| {
        let mut status = town(areas(vec![short(1, "A", 9)]), DAY);
        let mut other = towards(Target::OperatorDecision, (5..8).map(|n| nth(n, "G", None)).collect());
        other.campaign.id = CampaignId(2);
        other.campaign.unit = faserstand_lib::domain::campaign::Unit::Companies;
        other.campaign.deadlines.clear();
        change(&mut other);
        status.campaigns.push(other);
        let text = said(&status, &Gains::new());
        text.rsplit_once(". ").unwrap().1.to_owned()
    };
    assert_eq!(with(|_| {}), "Für 3 Ortsteile liegt noch keine Zahl vor.");
    assert_eq!(
        with(|other| other.campaign.tallies.push(Tally {
            as_of: DAY,
            reached: 1,
            of: 3,
            build_planned: None,
            source: source()
        })),
        "1 von 3 Ortsteilen hat genug Zusagen."
    );
    assert_eq!(
        with(|other| {
            for area in &mut other.areas[..2] {
                area.outcome = came_out("G", OperatorCommitted).outcome;
            }
        }),
        "2 von 3 Ortsteilen haben eine Ausbauzusage."
    );
}

#[test]
fn sources_and_sample_data_stand_behind_it() {
    let mut status = town(areas(vec![short(1, "A", 9)]), DAY);
    let line = "Stand: 10. November 2023. Betreiber: Netzgesellschaft. Quelle der Zahlen: Stadtanzeiger a94808.";
    assert_eq!(sources(&status), line);
    status.sample = true;
    assert_eq!(sources(&status), format!("{line} Beispieldaten sind erfundene Zahlen."));
}

#[test]
fn who_is_there_for_one_area_reads_that_area() {
    let mut part = areas(vec![short(1, "Bühl", 188)]);
    part.areas_in_all = 11;
    let status = town(part, DAY);
    // 188 in 15 days are 12.6 a day (12.53…).
    assert_eq!(
        text(&of_some_areas(&status, &gains(&[(1, 23)]))),
        "Bühl steht bei 17,8 %, es fehlen 188 Verträge. Nötig sind 12,6 Verträge am Tag bis 25. November 2023, zuletzt \
         kamen 2,3."
    );
    let nothing = TownStatus { campaigns: Vec::new(), ..status };
    assert_eq!(text(&of_some_areas(&nothing, &Gains::new())), "Ihre Gebiete gehören zu keiner Nachfragebündelung.");
}

#[test]
fn an_area_has_a_finished_sentence() {
    let sentence = |area: AreaStatus, today| {
        let status = areas(vec![area]);
        plain(&of_area(&status.areas[0], &status, &gains(&[(1, 23)]), today))
    };
    assert_eq!(
        sentence(short(1, "Rammersweier", 188), DAY),
        "Rammersweier steht bei 17,8 %, es fehlen 188 Verträge. Nötig sind 12,6 Verträge am Tag bis 25. November 2023, \
         zuletzt kamen 2,3. Stand: 10. November 2023, geprüft. Quelle: Stadtanzeiger a94808."
    );
    assert_eq!(
        sentence(nth(1, "Weier", Some(counted(430, 1233))), DAY),
        "Weier hat 33 % erreicht: 34,9 %. Stand: 10. November 2023, geprüft. Quelle: Stadtanzeiger a94808."
    );
    let silent = AreaStatus { not_reported_on: Some(DAY), ..nth(1, "Bühl", None) };
    assert_eq!(
        sentence(silent, DAY),
        "Für Bühl liegt keine Zahl vor. Für den 10. November 2023 wurde nichts gemeldet. Keine Meldung heißt nicht null."
    );
    assert_eq!(sentence(nth(1, "Bühl", None), DAY), "Für Bühl liegt keine Zahl vor.");
}

#[test]
fn no_sentence_says_what_will_be() {
    let campaigns = [
        areas(vec![short(1, "A", 100), short(2, "B", 1)]),
        towards(Target::Count(200), vec![short(1, "A", 300)]),
        towards(Target::Share(percent(20)), vec![short(1, "A", 300)]),
    ];
    for campaign in campaigns {
        for day in [date(2023, 9, 1), DAY, DEADLINE, AFTER] {
            let text = on_day(campaign.clone(), day, &[(1, 500)]).to_lowercase();
            for word in ["auf kurs", " reicht", "wird erreicht", "voraussichtlich", "prognose", "schaff"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}
