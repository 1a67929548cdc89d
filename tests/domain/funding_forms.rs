//! The forms of an application: what is read, and what is wrong.

use faserstand_lib::domain::{
    edit::{Addition, Edit, EditForm, EditKind, Faults, Field, read},
    fact::{Fact, Says},
    funding::{DeadlineKind, Funding, Leg, LegState, Mark, MilestoneKind, Part},
    import::{FormProblem, Problem},
    rollout::Rollout,
    subject::Subject,
    when::When,
};
use jiff::civil::date;

use crate::{
    build::{DAY, percent, rollout},
    funding_example::{application, cents, euros, granted, requested, with_share},
};

fn subject() -> Subject {
    "foerderung/schulnetz".parse().unwrap()
}

/// A town in which one application of 1.350.000 is known, with these legs.
fn town<const N: usize>(legs: [Leg; N]) -> Rollout {
    let of = application("Schulnetz", Some(euros(1_350_000))).application;
    let says = [Says::Application(Box::new(of))].into_iter().chain(legs.map(|leg| Says::Leg(Box::new(leg))));
    let facts = says.map(|says| Fact { subject: subject(), known_on: DAY, says });
    Rollout { facts: facts.collect(), ..rollout() }
}

fn form(kind: EditKind, fields: &[(Field, &str)]) -> EditForm {
    EditForm { kind, fields: fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect() }
}

fn said(edit: Edit) -> (Subject, Says, Option<String>) {
    let Addition::Fact(subject, says) = edit.addition else { panic!("no fact") };
    (subject, says, edit.reason)
}

fn read_leg(town: &Rollout, fields: &[(Field, &str)]) -> Result<Leg, Faults> {
    let source = [(Field::Source, "Bescheid")];
    let all: Vec<_> = fields.iter().chain(&source).copied().collect();
    let (_, says, _) = said(read(&form(EditKind::Leg, &all), town, &subject(), DAY)?);
    let Says::Leg(leg) = says else { panic!("{says:?}") };
    Ok(*leg)
}

fn wrong(read: Result<Leg, Faults>) -> Faults {
    read.unwrap_err()
}

#[test]
fn an_application_is_made_with_what_is_known_and_its_amounts_are_not_public() {
    let typed = [
        (Field::Name, "Innenstadt: fehlende Gebäude"),
        (Field::Applicant, "Breitband Ortenau GmbH & Co. KG"),
        (Field::Model, "viability_gap"),
        (Field::Directive, "Gigabit-Richtlinie"),
        (Field::Version, "2.0"),
        (Field::Total, "4.800.000,01 €"),
        (Field::Areas, "Griesheim, weier"),
        (Field::AmountsPublic, "no"),
        (Field::Source, "Antrag"),
    ];
    let edit = read(&form(EditKind::Application, &typed), &rollout(), &Subject::Town, DAY).unwrap();
    let (subject, says, reason) = said(edit);
    assert_eq!(subject.to_string(), "foerderung/innenstadt-fehlende-gebaeude");
    let Says::Application(made) = says else { panic!("{says:?}") };
    assert_eq!((made.total, made.amounts_public, reason), (Some(cents(480_000_001)), false, None));
    assert_eq!(made.areas.iter().map(|slug| slug.as_str()).collect::<Vec<_>>(), ["griesheim", "weier"]);
    assert_eq!(made.directive.unwrap().version.as_deref(), Some("2.0"));
    assert_eq!(made.gis_conditions, None);
}

#[test]
fn what_is_wrong_with_an_application_is_said_field_by_field() {
    let typed = [
        (Field::Name, "Schulnetz"),
        (Field::Model, "unknown"),
        (Field::Version, "2.0"),
        (Field::Total, "1,350"),
        (Field::Areas, "Griesheim, Atlantis"),
        (Field::Facilities, "Lehranstalt"),
    ];
    let faults = read(&form(EditKind::Application, &typed), &town([]), &Subject::Town, DAY).unwrap_err();
    let expected: [(Field, Problem); 7] = [
        (Field::Name, FormProblem::NameTaken { text: "Schulnetz".to_owned() }.into()),
        (Field::Directive, FormProblem::Missing.into()),
        (Field::Total, FormProblem::UnclearMoney { text: "1,350".to_owned() }.into()),
        (Field::Areas, FormProblem::NoSuchArea { text: "Atlantis".to_owned() }.into()),
        (Field::Facilities, FormProblem::NoSuchFacility { text: "Lehranstalt".to_owned() }.into()),
        (Field::AmountsPublic, FormProblem::Missing.into()),
        (Field::Source, FormProblem::Missing.into()),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn a_leg_is_read_to_the_cent() {
    let leg = read_leg(
        &town([]),
        &[
            (Field::Part, "federal"),
            (Field::State, "preliminary_grant"),
            (Field::Since, "9.11.2023"),
            (Field::Share, "50 %"),
            (Field::Requested, "700.000"),
            (Field::Preliminary, "675.000,05 €"),
        ],
    );
    let leg = leg.unwrap();
    assert_eq!((leg.part(), leg.state()), (Part::Federal, LegState::PreliminaryGrant));
    let fields = leg.fields();
    assert_eq!((fields.share, fields.preliminary), (Some(percent(50)), Some(cents(67_500_005))));
    assert_eq!((fields.finally, fields.paid), (None, None));
    assert_eq!(fields.since, Some(When::Day(date(2023, 11, 9))));
}

#[test]
fn a_step_that_does_not_follow_needs_a_reason() {
    let town = town([requested(Part::State, LegState::Submitted, euros(540_000))]);
    let finally = [(Field::Part, "state"), (Field::State, "final_grant"), (Field::Final, "540.000")];
    let step = FormProblem::StepNeedsReason { part: Part::State, from: LegState::Submitted, to: LegState::FinalGrant };
    assert_eq!(wrong(read_leg(&town, &finally)), [(Field::Reason, step.into())]);
    let reasoned: Vec<_> = finally.into_iter().chain([(Field::Reason, "Nur ein Bescheid")]).collect();
    assert_eq!(read_leg(&town, &reasoned).unwrap().state(), LegState::FinalGrant);
    // A leg of which nothing is known can be anywhere.
    let federal = [(Field::Part, "federal"), (Field::State, "final_grant"), (Field::Final, "540.000")];
    assert!(read_leg(&town, &federal).is_ok());
    // A reason alone makes no impossible state.
    let own = [(Field::Part, "own"), (Field::State, "rejected"), (Field::Reason, "x")];
    assert_eq!(wrong(read_leg(&town, &own)), [(Field::State, FormProblem::StateNotOfPart.into())]);
}

#[test]
fn shares_of_more_than_the_whole_are_refused_with_their_sum() {
    let town = town([
        with_share(Part::Federal, LegState::Submitted, percent(70)),
        with_share(Part::Own, LegState::Draft, percent(10)),
    ]);
    let state = |share: &'static str| [(Field::Part, "state"), (Field::State, "draft"), (Field::Share, share)];
    assert!(read_leg(&town, &state("20")).is_ok());
    // 70 + 10 + 20,01
    let too_much = FormProblem::SharesTooLarge { sum: 10_001 };
    assert_eq!(wrong(read_leg(&town, &state("20,01 %"))), [(Field::Share, too_much.into())]);
    let unclear = FormProblem::NotAShare { text: "20,005".to_owned() };
    assert_eq!(wrong(read_leg(&town, &state("20,005"))), [(Field::Share, unclear.into())]);
}

#[test]
fn no_leg_and_no_grants_together_are_more_than_the_total() {
    let town = town([granted(Part::Federal, euros(675_000))]);
    let total = euros(1_350_000);
    let state = |amount: &'static str| {
        [(Field::Part, "state"), (Field::State, "preliminary_grant"), (Field::Preliminary, amount)]
    };
    assert!(read_leg(&town, &state("675.000")).is_ok());
    let together = FormProblem::GrantsTooLarge { total, granted: cents(135_000_001) };
    assert_eq!(wrong(read_leg(&town, &state("675.000,01"))), [(Field::Preliminary, together.into())]);
    let alone = FormProblem::MoreThanTotal { total };
    assert_eq!(wrong(read_leg(&town, &state("1.350.000,01"))), [(Field::Preliminary, alone.into())]);
    let paid: Vec<_> = state("600.000").into_iter().chain([(Field::Paid, "600.000,01")]).collect();
    assert_eq!(wrong(read_leg(&town, &paid)), [(Field::Paid, FormProblem::PaidMoreThanGranted.into())]);
}

#[test]
fn the_total_is_not_lowered_below_what_is_granted() {
    let town = town([granted(Part::Federal, euros(675_000))]);
    let typed = |total| {
        [
            (Field::Name, "Schulnetz"),
            (Field::Model, "unknown"),
            (Field::Total, total),
            (Field::AmountsPublic, "no"),
            (Field::Source, "Antrag"),
        ]
    };
    let read = |total| read(&form(EditKind::Application, &typed(total)), &town, &subject(), DAY);
    assert!(read("675.000").is_ok());
    let wrong = FormProblem::GrantsTooLarge { total: cents(67_499_999), granted: euros(675_000) };
    assert_eq!(read("674.999,99").unwrap_err(), [(Field::Total, wrong.into())]);
}

#[test]
fn what_has_not_happened_is_not_recorded_as_done() {
    let ahead = |day| Problem::from(FormProblem::StillAhead { day, today: DAY });
    let day = date(2023, 11, 11);
    let leg = [(Field::Part, "federal"), (Field::State, "submitted"), (Field::Since, "11.11.2023")];
    assert_eq!(wrong(read_leg(&town([]), &leg)), [(Field::Since, ahead(day))]);
    let source = (Field::Source, "Brief");
    let milestone = [
        (Field::Kind, "submitted"),
        (Field::Part, "whole"),
        (Field::Mark, "by_dates"),
        (Field::Actual, "11.11.2023"),
        source,
    ];
    let faults = read(&form(EditKind::Milestone, &milestone), &town([]), &subject(), DAY).unwrap_err();
    assert_eq!(faults, [(Field::Actual, ahead(day))]);
}

#[test]
fn a_market_survey_of_less_than_two_months_needs_a_reason() {
    let survey = |town: &Rollout, kind: &str, day: &str, reason: &str| {
        let fields = [
            (Field::Kind, kind),
            (Field::Part, "whole"),
            (Field::Mark, "by_dates"),
            (Field::Actual, day),
            (Field::Reason, reason),
            (Field::Source, "Bekanntmachung"),
        ];
        read(&form(EditKind::Milestone, &fields), town, &subject(), DAY)
    };
    let mut town = town([]);
    let (subject, says, _) = said(survey(&town, "market_survey_opened", "1.9.2023", "").unwrap());
    town.facts.push(Fact { subject, known_on: DAY, says });
    let short = FormProblem::SurveyTooShort { closes: date(2023, 11, 1) };
    let early = survey(&town, "market_survey_closed", "31.10.2023", "");
    assert_eq!(early.unwrap_err(), [(Field::Reason, short.into())]);
    assert!(survey(&town, "market_survey_closed", "31.10.2023", "Feiertag").is_ok());
    assert!(survey(&town, "market_survey_closed", "1.11.2023", "").is_ok());
}

#[test]
fn a_milestone_a_deadline_and_a_document_are_read() {
    let town = town([]);
    let read_as = |kind, fields: &[(Field, &str)]| said(read(&form(kind, fields), &town, &subject(), DAY).unwrap()).1;
    let source = (Field::Source, "Brief");
    let says = read_as(
        EditKind::Milestone,
        &[(Field::Kind, "tender_opened"), (Field::Part, "federal"), (Field::Mark, "running"), source],
    );
    let Says::Milestone(milestone) = says else { panic!("{says:?}") };
    assert_eq!((milestone.kind, milestone.part), (MilestoneKind::TenderOpened, Some(Part::Federal)));
    assert_eq!(milestone.mark, Some(Mark::Running));

    let says = read_as(
        EditKind::FundingDeadline,
        &[(Field::Kind, "supplement"), (Field::Part, "state"), (Field::Day, "6.12."), source],
    );
    let Says::FundingDeadline(deadline) = says else { panic!("{says:?}") };
    assert_eq!((deadline.kind, deadline.day), (DeadlineKind::Supplement, date(2023, 12, 6)));

    let says = read_as(
        EditKind::FundingDocument,
        &[(Field::Part, "whole"), (Field::Name, "Bescheid"), (Field::Link, "https://o.de/b.pdf"), source],
    );
    let Says::FundingDocument(document) = says else { panic!("{says:?}") };
    assert_eq!((document.link.as_str(), document.part), ("https://o.de/b.pdf", None));
}

#[test]
fn what_is_missing_of_a_milestone_a_deadline_and_a_document_is_said() {
    let town = town([]);
    let faults = |kind, fields: &[(Field, &str)]| read(&form(kind, fields), &town, &subject(), DAY).unwrap_err();
    let missing =
        |fields: &[Field]| fields.iter().map(|field| (*field, FormProblem::Missing.into())).collect::<Faults>();
    let nothing = [(Field::Kind, "submitted"), (Field::Part, "whole"), (Field::Mark, "by_dates")];
    assert_eq!(faults(EditKind::Milestone, &nothing), missing(&[Field::Planned, Field::Source]));
    let other = [(Field::Kind, "other"), (Field::Part, "state"), (Field::Day, "6.12."), (Field::Source, "x")];
    assert_eq!(faults(EditKind::FundingDeadline, &other), missing(&[Field::Task]));
    assert_eq!(
        faults(EditKind::FundingDocument, &[]),
        missing(&[Field::Name, Field::Part, Field::Link, Field::Source])
    );
    let link = [(Field::Part, "whole"), (Field::Name, "x"), (Field::Link, "javascript:alert(1)"), (Field::Source, "x")];
    let no_link = FormProblem::NotALink { text: "javascript:alert(1)".to_owned() };
    assert_eq!(faults(EditKind::FundingDocument, &link), [(Field::Link, no_link.into())]);
}

#[test]
fn what_holds_is_what_was_said_last_of_the_same_thing() {
    let submitted = requested(Part::State, LegState::Submitted, euros(540_000));
    let mut town = town([submitted.clone(), granted(Part::Federal, euros(675_000))]);
    let funding = Funding::of(&town, &subject()).unwrap();
    assert_eq!(funding.own_at_worst(), Some(euros(675_000)));
    assert_eq!(funding.leg(Part::State), Some(&submitted));
    let replaced: Vec<bool> = town.facts.iter().map(|fact| town.facts[1].says.replaces(&fact.says)).collect();
    assert_eq!(replaced, [false, true, false]);
    // What a later day tells is not known yet.
    let refused = Says::Leg(Box::new(requested(Part::State, LegState::Rejected, euros(540_000))));
    town.facts.push(Fact { subject: subject(), known_on: date(2023, 11, 11), says: refused });
    let known = town.clone().known_on(DAY);
    assert_eq!(Funding::of(&known, &subject()).unwrap().state(Part::State), Some(LegState::Submitted));
    assert_eq!(Funding::all(&town)[0].state(Part::State), Some(LegState::Rejected));
}

#[test]
fn remarks_are_kept_with_their_day_and_told_once() {
    let mut town = town([]);
    let mut add = |note: Option<&str>, known_on| {
        let mut of = application("Schulnetz", None).application;
        of.note = note.map(str::to_owned);
        town.facts.push(Fact { subject: subject(), known_on, says: Says::Application(Box::new(of)) });
    };
    add(Some("Beantragt."), DAY);
    add(Some("Beantragt."), date(2023, 12, 1));
    add(None, date(2024, 1, 1));
    add(Some("Vier von 33 bewilligt."), date(2024, 8, 14));
    let remarks = Funding::remarks(&town, &subject());
    let said: Vec<_> = remarks.iter().map(|remark| (remark.known_on, remark.text.as_str())).collect();
    assert_eq!(said, [(DAY, "Beantragt."), (date(2024, 8, 14), "Vier von 33 bewilligt.")]);
    // To the public the last one alone: it corrects those before.
    let held = |town: &Rollout| Funding::of(town, &subject()).unwrap().remark(town).map(|remark| remark.text);
    assert_eq!(held(&town).as_deref(), Some("Vier von 33 bewilligt."));
    let says = Says::Application(Box::new(application("Schulnetz", None).application));
    town.facts.push(Fact { subject: subject(), known_on: date(2024, 9, 1), says });
    assert_eq!(held(&town), None, "one that was taken out is gone");
}
