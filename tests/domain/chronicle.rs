//! The timeline of the whole rollout: strands, areas, past and ahead.

use faserstand_lib::domain::{
    agreement::{Agreement, AgreementKind},
    area::{AreaKind, AreaTree},
    build_progress::{BuildFigures, BuildProgress},
    campaign::{Campaign, Unit},
    facility::{
        Details, FacilityKind,
        plan::{self, Step, StepParts, StepState},
    },
    fact::{Fact, Says},
    funding::{Leg, LegFields, LegState, Milestone, MilestoneKind, Part},
    ids::{AgreementId, AreaId, CampaignId, OperatorId},
    operator::Operator,
    phase::{Dates, Phase, PhaseKind},
    profile::Profile,
    rollout::Rollout,
    subject::Subject,
    timeline::{Entry, Filter, Happening, Strand, parted},
    when::When,
    withdrawal::{Withdrawable, Withdrawal},
};
use jiff::civil::{Date, date};

use crate::build::{self, CAMPAIGN, GRIESHEIM, TOWN, area, campaign, districts, source};
use crate::funding_example;

const PARK: AreaId = AreaId(9);
const COMMERCIAL: CampaignId = CampaignId(2);
const TODAY: Date = date(2024, 6, 1);

fn said(subject: Subject, says: Says) -> Fact {
    Fact { subject, known_on: date(2024, 1, 1), says }
}

fn park() -> Subject {
    Subject::Area("gewerbepark".to_owned().try_into().unwrap())
}

/// A town with a commercial area of which an agreement ends, a build is planned in one district and counted in another.
fn town() -> Rollout {
    let mut areas = districts();
    areas.push(area(PARK, "Gewerbepark", AreaKind::CommercialArea, Some(TOWN)));
    let letter = Agreement {
        id: AgreementId(1),
        kind: AgreementKind::LetterOfIntent,
        areas: vec![PARK],
        ends_on: Some(date(2024, 6, 30)),
        ..build::agreement()
    };
    let wrong = Agreement { id: AgreementId(2), ends_on: Some(date(2024, 7, 31)), ..letter.clone() };
    let commercial = Campaign {
        id: COMMERCIAL,
        unit: Unit::Companies,
        areas: vec![PARK],
        opened_on: Some(date(2023, 10, 1)),
        ..campaign()
    };
    let phase = Phase {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind: PhaseKind::Construction,
        planned: Dates { start: Some(When::Years(2024, 2024)), end: Some(When::Month(2025, 6)) },
        actual: Dates::default(),
        known_on: date(2024, 1, 1),
        source: source(),
    };
    let figures = BuildFigures { base: Some(120), passed: Some(80), ..BuildFigures::default() };
    let counted = BuildProgress::new(date(2024, 5, 1), Unit::Buildings, figures, source()).unwrap();
    let profile = Profile {
        build_planned: Some(When::Years(2025, 2025)),
        reaches_into: Vec::new(),
        note: None,
        as_of: date(2024, 1, 1),
        source: source(),
    };
    let of = Withdrawable::Agreement(AgreementId(2));
    let withdrawal = Withdrawal { of, from: date(2024, 1, 1), reason: "doppelt erfasst".to_owned() };
    Rollout {
        areas: AreaTree::new(areas).unwrap(),
        operators: vec![Operator {
            id: OperatorId(1),
            slug: "netz".to_owned().try_into().unwrap(),
            name: "Netz GmbH".to_owned(),
        }],
        campaigns: vec![campaign(), commercial],
        agreements: vec![letter, wrong],
        phases: vec![phase],
        facts: vec![
            said(Subject::Area("weier".to_owned().try_into().unwrap()), Says::Progress(counted)),
            said(park(), Says::Profile(profile)),
            said(Subject::Town, Says::Withdrawal(withdrawal)),
        ],
        ..Rollout::default()
    }
}

fn told(entries: &[Entry]) -> Vec<String> {
    let short = |what: &Happening| match what {
        Happening::Opened { .. } => "opened".to_owned(),
        Happening::Agreed { kind, .. } => format!("agreed {kind:?}"),
        Happening::AgreementEnds { kind, .. } => format!("ends {kind:?}"),
        Happening::Planned { kind, end, .. } => format!("planned {kind:?}{}", if *end { " end" } else { "" }),
        Happening::Counted { figures, .. } => format!("counted {}", figures.passed.unwrap()),
        other => format!("{other:?}"),
    };
    entries.iter().map(|entry| format!("{} {}", entry.when, short(&entry.what))).collect()
}

#[test]
fn what_happened_stands_newest_first_and_what_comes_next_first() {
    let parts = parted(town().chronicle(), Filter::default(), TODAY);
    let past = ["2024-05-01 counted 80", "2023-10-01 opened", "2023-09-04 opened", "2023-06-16 agreed LetterOfIntent"];
    assert_eq!(told(&parts.past), past);
    let ahead = [
        "2024-06-30 ends LetterOfIntent",
        "2024 planned Construction",
        "2025-06 planned Construction end",
        "2025 planned Construction",
    ];
    assert_eq!(told(&parts.ahead), ahead, "what was taken back ends nowhere");
}

#[test]
fn the_steps_of_a_grant_are_told_once_and_a_refusal_too() {
    let subject = || Subject::Application("schulnetz".to_owned().try_into().unwrap());
    let application = funding_example::application("Schulnetz", None).application;
    let leg = |part, state, day| {
        let fields = LegFields { since: Some(When::Day(day)), ..funding_example::fields(part, state) };
        said(subject(), Says::Leg(Box::new(Leg::new(fields).unwrap())))
    };
    let milestone = |kind, part, planned: Option<Date>, actual: Option<Date>| {
        let (planned, actual) = (planned.map(When::Day), actual.map(When::Day));
        let told = Milestone { planned, actual, ..funding_example::milestone(kind, Some(part)) };
        said(subject(), Says::Milestone(told))
    };
    let facts = vec![
        said(subject(), Says::Application(Box::new(application))),
        leg(Part::Federal, LegState::Submitted, date(2023, 2, 1)),
        leg(Part::Federal, LegState::SupplementAsked, date(2023, 3, 1)),
        leg(Part::Federal, LegState::PreliminaryGrant, date(2023, 6, 14)),
        // Both were recorded as milestones too: the plan for it is past, and the day of the notice is known.
        milestone(MilestoneKind::Submitted, Part::Federal, Some(date(2023, 4, 1)), None),
        milestone(MilestoneKind::PreliminaryGrant, Part::Federal, None, Some(date(2023, 6, 12))),
        leg(Part::State, LegState::Submitted, date(2023, 2, 2)),
        leg(Part::State, LegState::Rejected, date(2023, 11, 13)),
        leg(Part::Own, LegState::Budgeted, date(2023, 12, 1)),
    ];
    let town = Rollout { areas: AreaTree::new(districts()).unwrap(), facts, ..Rollout::default() };
    let short = |entry: Entry| match entry.what {
        Happening::Milestone { kind, part, refused, planned: false, .. } => {
            format!("{} {kind:?} {:?}{}", entry.when, part.unwrap(), if refused { " refused" } else { "" })
        }
        other => panic!("{other:?}"),
    };
    let told: Vec<_> = parted(town.chronicle(), Filter::default(), TODAY).past.into_iter().map(short).collect();
    let expected = [
        "2023-11-13 PreliminaryGrant State refused",
        "2023-06-12 PreliminaryGrant Federal",
        "2023-02-02 Submitted State",
        "2023-02-01 Submitted Federal",
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_line_of_a_public_facility_is_told_of_on_the_days_that_are_known() {
    let says = |name: &str, kind, states: &[(plan::Strand, StepState, Option<When>)]| {
        let subject = Subject::Facility(name.to_lowercase().try_into().unwrap());
        let details = Details { area: Some(GRIESHEIM), ..Details::new(name, kind, source()) };
        let step = |(strand, state, reached): &(plan::Strand, StepState, Option<When>)| {
            let parts = StepParts {
                strand: *strand,
                state: *state,
                reached: *reached,
                next_planned: None,
                responsible: None,
                cost: None,
                note: None,
                source: source(),
            };
            Says::Step(Step::new(parts).unwrap())
        };
        let all = [Says::Facility(details)].into_iter().chain(states.iter().map(step));
        all.map(|says| said(subject.clone(), says)).collect::<Vec<_>>()
    };
    let day = |month, day| Some(When::Day(date(2024, month, day)));
    let mut town = Rollout { facts: Vec::new(), ..town() };
    let before = town.chronicle().len();
    let school = [
        (plan::Strand::Line, StepState::Planned, None),
        (plan::Strand::Line, StepState::Ordered, day(2, 1)),
        // Recorded once more with another day: that one holds.
        (plan::Strand::Line, StepState::Ordered, day(2, 5)),
        (plan::Strand::Wlan, StepState::Active, day(3, 1)),
        (plan::Strand::Line, StepState::Active, day(4, 1)),
    ];
    town.facts.extend(says("Schule", FacilityKind::School, &school));
    town.facts.extend(says("Knoten", FacilityKind::NetworkSite, &school));
    let entries: Vec<Entry> =
        town.chronicle().into_iter().filter(|entry| entry.strands == [Strand::Facilities]).collect();
    let line = |state| Happening::Line { facility: "Schule".to_owned(), state };
    let said: Vec<_> = entries.iter().map(|entry| (Some(entry.when), entry.what.clone())).collect();
    assert_eq!(said, [(day(2, 5), line(StepState::Ordered)), (day(4, 1), line(StepState::Active))]);
    assert_eq!(entries[0].areas, [GRIESHEIM]);
    assert_eq!(town.chronicle().len(), before + 2);
}

#[test]
fn the_timeline_is_filtered_by_area_and_strand() {
    let of = |area, strand| parted(town().chronicle(), Filter { area, strand }, TODAY);
    let park = of(Some(PARK), None);
    assert_eq!(told(&park.past), ["2023-10-01 opened", "2023-06-16 agreed LetterOfIntent"]);
    assert_eq!(told(&park.ahead), ["2024-06-30 ends LetterOfIntent", "2025 planned Construction"]);
    let agreements = of(None, Some(Strand::Agreement));
    assert_eq!((agreements.past.len(), agreements.ahead.len()), (1, 1));
    // What is about commercial areas alone belongs to their strand too.
    let commercial = of(None, Some(Strand::Commercial));
    assert_eq!((commercial.past.len(), commercial.ahead.len()), (2, 2));
    let both = of(Some(GRIESHEIM), Some(Strand::Build));
    assert_eq!(told(&both.ahead), ["2024 planned Construction", "2025-06 planned Construction end"]);
    assert!(both.past.is_empty());
}

#[test]
fn a_plan_is_ahead_until_its_last_day_and_gone_when_it_happened() {
    let planned = |today| {
        let parts = parted(town().chronicle(), Filter { area: Some(GRIESHEIM), strand: Some(Strand::Build) }, today);
        (told(&parts.past), told(&parts.ahead))
    };
    assert_eq!(planned(date(2024, 12, 31)).1[0], "2024 planned Construction");
    assert_eq!(planned(date(2025, 1, 1)).0, ["2024 planned Construction"], "a plan that nothing has come of yet");
    let mut begun = town();
    begun.phases[0].actual.start = Some(When::Day(date(2024, 5, 2)));
    let entries = begun.chronicle();
    let starts = entries.iter().filter(|entry| matches!(entry.what, Happening::Planned { end: false, .. }));
    assert!(starts.flat_map(|entry| &entry.areas).all(|area| *area == PARK), "only the park's plan is left");
    assert!(entries.iter().any(|entry| matches!(entry.what, Happening::Phase { ended: false, .. })));
}

#[test]
fn what_was_taken_back_is_marked_and_counts_no_longer() {
    let rollout = town();
    let agreements = rollout.agreements();
    assert!(agreements[0].withdrawn.is_none());
    assert_eq!(agreements[1].withdrawn.as_ref().unwrap().reason, "doppelt erfasst");
    let report = rollout.area_report("gewerbepark", TODAY).unwrap();
    assert_eq!(report.agreements.len(), 2, "nothing is deleted");
    assert_eq!(rollout.known_on(date(2023, 12, 31)).agreements()[1].withdrawn, None, "known from its day on");
}
