//! Funding in words and sentences.

use faserstand_lib::{
    domain::{
        funding::{DeadlineKind, Funding, FundingDeadline, Leg, LegFields, LegState, MilestoneKind, Part, Warning},
        money::Cents,
    },
    presentation::{
        funding_sentences::{public, situation},
        funding_words::{days_left, leg_state, milestone, warning},
        lang::Lang,
        money::{euros, typed},
        span::Span,
    },
};
use jiff::civil::{Date, date};

use crate::funding_example::{
    application, cents, deadline, euros as whole, fields, granted, leg, of, requested, schools,
};

const TODAY: Date = date(2023, 12, 4);

fn said(all: &[Funding]) -> String {
    let spans = situation(all, TODAY);
    let words: Vec<String> = spans.iter().map(|span| Span::text(span).replace('\u{a0}', " ")).collect();
    words.join(" ")
}

fn told(federal: Leg, state: Leg) -> String {
    public(&of(None, [federal, state]), Lang::De)
}

#[test]
fn money_has_points_and_cents_only_where_there_are_any() {
    assert_eq!(euros(cents(135_000_050), Lang::De), "1.350.000,50\u{a0}€");
    assert_eq!(euros(cents(5), Lang::De), "0,05\u{a0}€");
    assert_eq!(euros(Cents::NOTHING, Lang::De), "0\u{a0}€");
    assert_eq!(typed(cents(100_000_000_000_000 / 100)), "10.000.000.000");
}

#[test]
fn the_situation_says_the_next_deadline_what_is_granted_and_what_stays() {
    let mut schools = schools();
    let task = Some("Kostenplan nachreichen".to_owned());
    schools
        .take_deadline(FundingDeadline { task, ..deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6)) });
    assert_eq!(
        said(&[schools]),
        "Nächste Frist: Mittwoch, 6. Dezember 2023 (Schulnetz, Land, Kostenplan nachreichen, in 2 Tagen). Bewilligt sind \
         675.000 € vom Bund und noch nichts vom Land. Der Eigenanteil beträgt nach heutigem Stand 135.000 €. Wird nichts \
         weiter bewilligt, steigt er auf höchstens 675.000 €."
    );
}

#[test]
fn the_situation_says_what_it_does_not_know() {
    assert_eq!(said(&[]), "Noch ist kein Förderantrag erfasst.");
    let unknown = of(None, [leg(Part::Federal, LegState::Submitted), leg(Part::State, LegState::Submitted)]);
    assert_eq!(
        said(std::slice::from_ref(&unknown)),
        "Keine offene Frist. Bewilligt sind weder vom Bund noch vom Land Mittel. Der Eigenanteil ist nicht bekannt: Es \
         sind keine Gesamtkosten erfasst."
    );
    assert!(said(&[unknown, schools()]).ends_with("Ohne Angabe der Kosten und nicht mitgezählt: 1 Antrag."));
    let no_request = of(Some(whole(1_000)), [leg(Part::State, LegState::Submitted)]);
    assert!(said(&[no_request]).ends_with("Wird nichts weiter bewilligt, beträgt der Eigenanteil 1.000 €."));
    let decided = of(Some(whole(1_000)), [granted(Part::Federal, whole(500))]);
    assert!(said(&[decided]).ends_with("vom Land. Der Eigenanteil beträgt 500 €."));
}

#[test]
fn a_deadline_that_has_passed_is_called_so() {
    let mut funding = application("Beratung", None);
    funding.take_deadline(deadline(Part::Federal, DeadlineKind::ProofOfUse, date(2023, 12, 1)));
    let overdue = "Überfällige Frist: Freitag, 1. Dezember 2023 (Beratung, Bund, Verwendungsnachweis vorlegen, seit 3 Tagen \
                   überfällig).";
    assert!(said(&[funding]).starts_with(overdue));
}

#[test]
fn the_public_is_told_in_one_plain_sentence_how_each_application_stands() {
    use LegState::{Draft, Dropped, NotEligible, NotRequested, Rejected, Submitted, SupplementAsked, Withdrawn};
    let yes = || granted(Part::Federal, whole(675_000));
    let of_state = |state| leg(Part::State, state);
    let sentences = [
        (
            yes(),
            of_state(Submitted),
            "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden.",
        ),
        (
            yes(),
            of_state(SupplementAsked),
            "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden.",
        ),
        (yes(), of_state(Rejected), "Der Bund hat vorläufig bewilligt, das Land hat abgelehnt."),
        (yes(), of_state(NotRequested), "Der Bund hat vorläufig bewilligt, beim Land ist noch nichts beantragt."),
        (yes(), of_state(Draft), "Der Bund hat vorläufig bewilligt, beim Land wird ein Antrag vorbereitet."),
        (yes(), of_state(Withdrawn), "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag zurückgezogen."),
        (
            yes(),
            of_state(NotEligible),
            "Der Bund hat vorläufig bewilligt, das Land kann dieses Vorhaben nicht fördern.",
        ),
        (yes(), of_state(Dropped), "Der Bund hat vorläufig bewilligt."),
        (yes(), granted(Part::State, whole(540_000)), "Bund und Land haben vorläufig bewilligt."),
        (
            leg(Part::Federal, Submitted),
            of_state(SupplementAsked),
            "Bei Bund und Land ist Förderung beantragt, bewilligt ist bisher nichts.",
        ),
        (leg(Part::Federal, Rejected), of_state(Rejected), "Bund und Land haben abgelehnt."),
        (leg(Part::Federal, NotRequested), of_state(NotRequested), "Bei Bund und Land ist noch nichts beantragt."),
    ];
    for (federal, state, sentence) in sentences {
        assert_eq!(told(federal, state), sentence);
    }
    let nothing = "Ob dafür Förderung beantragt ist, ist nicht veröffentlicht.";
    assert_eq!(public(&application("Schulnetz", None), Lang::De), nothing);
    // What the budget holds is no matter of the two.
    assert_eq!(public(&of(None, [leg(Part::Own, LegState::Budgeted)]), Lang::De), nothing);
}

#[test]
fn the_public_is_told_the_same_in_english_and_french() {
    use LegState::{NotRequested, Rejected, Submitted};
    let told = |legs: [Leg; 2], lang| {
        let mut funding = of(Some(whole(1_350_000)), legs);
        funding.application.amounts_public = true;
        public(&funding, lang).replace(['\u{a0}', '\u{202f}'], " ")
    };
    let granted = || granted(Part::Federal, whole(675_000));
    let open = || [granted(), leg(Part::State, Submitted)];
    assert_eq!(
        told(open(), Lang::En),
        "The federal government has made a provisional grant of €675,000; the state has not yet decided on the application."
    );
    assert_eq!(
        told(open(), Lang::Fr),
        "L’État fédéral a accordé une subvention provisoire de 675 000 € ; le Land n’a pas encore statué sur la demande."
    );
    let both = || [granted(), self::granted(Part::State, whole(540_000))];
    assert_eq!(
        told(both(), Lang::En),
        "The federal government and the state have each made a provisional grant: €675,000 from the federal government and \
         €540,000 from the state."
    );
    assert_eq!(
        told(both(), Lang::Fr),
        "L’État fédéral et le Land ont chacun accordé une subvention provisoire : 675 000 € de l’État fédéral et 540 000 € du \
         Land."
    );
    let refused = || [leg(Part::Federal, Rejected), leg(Part::State, NotRequested)];
    assert_eq!(
        told(refused(), Lang::En),
        "The federal government has refused funding; nothing has been requested from the state yet."
    );
    assert_eq!(
        told(refused(), Lang::Fr),
        "L’État fédéral a refusé la subvention ; aucune demande n’a encore été adressée au Land."
    );
}

#[test]
fn the_public_sees_amounts_only_where_the_editor_says_so() {
    let mut funding = of(
        Some(whole(1_350_000)),
        [granted(Part::Federal, cents(67_500_050)), requested(Part::State, LegState::Submitted, whole(540_000))],
    );
    assert_eq!(
        public(&funding, Lang::De),
        "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden."
    );
    funding.application.amounts_public = true;
    assert_eq!(
        public(&funding, Lang::De),
        "Der Bund hat vorläufig 675.000,50\u{a0}€ bewilligt, beim Land ist der Antrag noch nicht entschieden."
    );
    funding.take_leg(granted(Part::State, whole(540_000)));
    assert_eq!(
        public(&funding, Lang::De),
        "Bund und Land haben vorläufig bewilligt, der Bund 675.000,50\u{a0}€ und das Land 540.000\u{a0}€."
    );
    let finally = LegFields { finally: Some(whole(600_000)), ..fields(Part::Federal, LegState::FinalGrant) };
    funding.take_leg(Leg::new(finally).unwrap());
    assert_eq!(
        public(&funding, Lang::De),
        "Der Bund hat endgültig 600.000\u{a0}€ bewilligt, das Land hat vorläufig 540.000\u{a0}€ bewilligt."
    );
}

#[test]
fn warnings_name_the_worst_case() {
    let said: Vec<String> = schools().warnings(TODAY).iter().map(warning).collect();
    assert_eq!(said, ["Bund ja, Land offen: Eigenanteil kann auf 675.000\u{a0}€ steigen"]);
    let refused = Warning::OneRefused { gives: Part::Federal, refuses: Part::State, at_worst: None };
    assert_eq!(warning(&refused), "Bund ja, Land nein");
    assert_eq!(warning(&Warning::Soon { count: 2, days: 11 }), "2 Fristen in 11 Tagen");
    assert_eq!(warning(&Warning::Soon { count: 1, days: 1 }), "1 Frist in 1 Tag");
    assert_eq!(warning(&Warning::Soon { count: 1, days: 0 }), "1 Frist heute");
    assert_eq!(warning(&Warning::Overdue(2)), "2 Fristen überfällig");
}

#[test]
fn states_and_milestones_have_their_words() {
    assert_eq!(leg_state(LegState::NotRequested, Part::State), "nicht beantragt");
    assert_eq!(leg_state(LegState::NotRequested, Part::Own), "nicht eingeplant");
    assert_eq!([0, 2, -1].map(days_left), ["heute", "in 2 Tagen", "seit 1 Tag überfällig"]);
    let words: Vec<_> = MilestoneKind::ALL.map(|kind| milestone(kind, Lang::De)).into();
    assert_eq!(words.len(), words.iter().collect::<std::collections::BTreeSet<_>>().len());
}
