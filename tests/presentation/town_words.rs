//! A town in words: its sentence before, on and after the deadline, the lead, the sources.

use faserstand_lib::{
    domain::{
        amount::Amount,
        area::AreaKind,
        campaign::{Evaluation, Target},
        outcome::OutcomeKind::{
            self, BuiltAlthoughMissed, NoFinalCommitment, NotReached, OperatorCommitted, OperatorWithdrew, Reached,
            Stopped, UnderReview,
        },
        status::{AreaStatus, CampaignStatus},
    },
    presentation::{
        lang::Lang,
        span::Span,
        town_words::{headline, lead, source_line},
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{DAY, counted, on, percent, stated, status},
    example::{AFTER, DEADLINE, areas, bare, came_out, estimated, plain, text, towards, town},
};

fn said(campaign: CampaignStatus, today: Date) -> String {
    plain(&headline(&town(campaign, today), Lang::De))
}

fn led(campaign: CampaignStatus) -> String {
    text(&lead(&town(campaign, DAY), Lang::De))
}

fn short(name: &str) -> AreaStatus {
    status(name, Some(counted(302, 1233)))
}

fn reached(name: &str) -> AreaStatus {
    status(name, Some(counted(407, 1233)))
}

fn outcomes(kinds: &[OutcomeKind]) -> String {
    said(areas(kinds.iter().map(|kind| came_out("Weier", *kind)).collect()), AFTER)
}

fn pooled(areas_of_it: Vec<AreaStatus>) -> CampaignStatus {
    let mut status = areas(areas_of_it);
    status.campaign.evaluation = Evaluation::Pooled;
    status
}

#[test]
fn none_one_and_many_areas_have_reached_the_target() {
    assert_eq!(said(areas(vec![short("A"), short("B")]), DAY), "Noch kein Ortsteil hat 33 % erreicht, noch 15 Tage.");
    assert_eq!(
        said(areas(vec![reached("A"), short("B")]), date(2023, 11, 24)),
        "1 von 2 Ortsteilen hat 33 % erreicht, noch 1 Tag."
    );
    assert_eq!(
        said(areas(vec![reached("A"), reached("B")]), DEADLINE),
        "2 von 2 Ortsteilen haben 33 % erreicht, heute endet die Frist."
    );
    assert_eq!(
        said(areas(vec![status("A", None), status("B", None)]), DAY),
        "Für 2 Ortsteile liegt noch keine Zahl vor, noch 15 Tage."
    );
}

#[test]
fn a_campaign_in_one_area_names_it() {
    assert_eq!(said(areas(vec![status("Weier", None)]), DAY), "Für Weier liegt noch keine Zahl vor, noch 15 Tage.");
    assert_eq!(said(areas(vec![short("Weier")]), DAY), "Weier hat 33 % noch nicht erreicht, noch 15 Tage.");
    assert_eq!(said(areas(vec![reached("Weier")]), DAY), "Weier hat 33 % erreicht, noch 15 Tage.");
    assert_eq!(said(areas(vec![came_out("Weier", NotReached)]), AFTER), "Weier hat das Ziel verfehlt.");
}

#[test]
fn kinds_of_areas_keep_their_gender() {
    let of_kind = |kind| {
        let area = |name| AreaStatus { kind, ..short(name) };
        said(areas(vec![area("A"), area("B")]), DAY)
    };
    assert!(of_kind(AreaKind::Municipality).starts_with("Noch keine Gemeinde hat"));
    assert!(of_kind(AreaKind::CommercialArea).starts_with("Noch kein Gewerbegebiet hat"));
    let no_promise = |kind| {
        let area = |name| AreaStatus { kind, ..came_out(name, NoFinalCommitment) };
        said(areas(vec![area("A"), area("B")]), AFTER)
    };
    assert_eq!(no_promise(AreaKind::District), "Bisher gibt es für keinen Ortsteil eine Ausbauzusage.");
    assert_eq!(no_promise(AreaKind::CommercialArea), "Bisher gibt es für kein Gewerbegebiet eine Ausbauzusage.");
}

#[test]
fn an_outcome_that_all_share_is_said_of_all() {
    assert_eq!(outcomes(&[NotReached; 11]), "Alle elf Ortsteile haben das Ziel verfehlt.");
    assert_eq!(outcomes(&[Reached; 2]), "Beide Ortsteile haben das Ziel erreicht.");
    assert_eq!(outcomes(&[Stopped; 11]), "In allen elf Ortsteilen ist die Kampagne eingestellt.");
    assert_eq!(outcomes(&[OperatorWithdrew; 2]), "In beiden Ortsteilen baut der Betreiber nicht.");
    assert_eq!(outcomes(&[UnderReview; 11]), "Die Frist ist vorbei, das Ergebnis ist offen.");
    assert_eq!(outcomes(&[OperatorCommitted; 11]), "In allen elf Ortsteilen ist der Ausbau zugesagt.");
}

#[test]
fn mixed_outcomes_are_counted() {
    assert_eq!(
        outcomes(&[OperatorCommitted, BuiltAlthoughMissed, NotReached]),
        "In 2 von 3 Ortsteilen ist der Ausbau zugesagt und 1 hat das Ziel verfehlt."
    );
    assert_eq!(
        outcomes(&[NotReached, NotReached, UnderReview]),
        "2 von 3 Ortsteilen haben das Ziel verfehlt und in 1 ist das Ergebnis offen."
    );
}

#[test]
fn after_the_deadline_no_reading_is_taken_for_an_outcome() {
    assert_eq!(said(areas(vec![reached("A"), reached("B")]), AFTER), "Die Frist ist vorbei, das Ergebnis ist offen.");
}

#[test]
fn areas_that_count_together_have_one_quota_and_one_gap() {
    // 203 + 72 = 275 of 1 233 are 22.3 %; 407 are needed, 132 are missing.
    let both = || pooled(vec![status("A", Some(counted(203, 833))), status("B", Some(counted(72, 400)))]);
    assert_eq!(said(both(), DAY), "Zusammen sind es 22,3 %, nötig sind 33 %, noch 15 Tage.");
    assert_eq!(
        led(both()),
        "Ziel ist ein Vertrag in 33 % von allen Haushalten zusammen. Bis zum 25. November 2023 fehlen zusammen 132 Verträge."
    );
    let open = pooled(vec![short("A"), status("B", Some(bare(72)))]);
    assert_eq!(said(open, DAY), "Zusammen lässt sich die Quote nicht ausrechnen, noch 15 Tage.");
}

const GOAL: &str = "Ziel ist ein Vertrag in 33 % der Haushalte jedes Ortsteils. Bis zum 25. November 2023";

#[test]
fn the_lead_adds_only_exact_gaps_and_names_the_others() {
    let about = |name| status(name, Some(crate::build::stated_of(Amount::Exact(percent(24)), 1233)));
    assert_eq!(
        led(areas(vec![short("A"), short("B"), about("C"), about("D")])),
        format!(
            "{GOAL} fehlen in 2 Ortsteilen zusammen 210 Verträge. In 2 weiteren ist der Abstand nicht genau bekannt."
        )
    );
    assert_eq!(
        led(areas(vec![short("A"), about("C")])),
        format!("{GOAL} fehlen in 1 Ortsteil 105 Verträge. Für C ist der Abstand nicht genau bekannt.")
    );
    assert_eq!(
        led(areas(vec![about("C"), about("D")])),
        format!("{GOAL} zählen Verträge. In 2 Ortsteilen ist der Abstand nicht genau bekannt.")
    );
    assert!(led(towards(Target::OperatorDecision, vec![short("A"), bare_area()])).ends_with("zählen Verträge."));
}

fn bare_area() -> AreaStatus {
    status("Windschläg", Some(bare(72)))
}

#[test]
fn what_has_no_number_or_no_base_has_its_own_sentence() {
    assert_eq!(
        led(areas(vec![short("A"), status("Bühl", None), bare_area()])),
        format!(
            "{GOAL} fehlen in 1 Ortsteil 105 Verträge. Für Bühl liegt keine Zahl vor. \
             Für Windschläg ist die Zahl der Haushalte nicht veröffentlicht."
        )
    );
    let stated = status("Windschläg", Some(stated(Amount::Exact(percent(24)))));
    let guessed = status("A", Some(estimated(288, 914)));
    assert!(led(areas(vec![guessed, stated])).ends_with(" Für Windschläg gibt es keine Schätzung der Haushalte."));
}

#[test]
fn the_source_line_says_the_days_and_the_estimates() {
    let line = |areas_of_it| Span::words(&source_line(&town(areas(areas_of_it), AFTER), Lang::De).unwrap());
    let end = "Betreiber: Netzgesellschaft. Quelle der Zahlen: Stadtanzeiger a94808.";
    assert_eq!(line(vec![short("A"), short("B")]), format!("Stand: 10. November 2023. {end}"));
    let later = status("B", Some(on(date(2023, 11, 24), faserstand_lib::domain::reading::Stage::Checked, 320)));
    assert_eq!(line(vec![short("A"), later]), format!("Stände vom 10. bis 24. November 2023. {end}"));
    let guessed = status("A", Some(estimated(288, 914)));
    assert_eq!(line(vec![guessed]), format!("Stand: 10. November 2023. {end} Die Zahl der Haushalte ist geschätzt."));
    assert_eq!(source_line(&town(areas(vec![status("A", None)]), DAY), Lang::De), None);
}
