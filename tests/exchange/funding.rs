//! What the built-in data set tells of funding: what the sources give, each on its day, and nothing beyond it.

use faserstand_lib::{
    domain::{
        edit::{Addition, EditForm, EditKind, Field, read},
        fact::Says,
        funding::{Funding, LegState, Part, Sums},
        rollout::Rollout,
        subject::Subject,
        when::When,
    },
    exchange::dataset::offenburg,
    presentation::{funding_sentences::public, funding_texts, lang::Lang},
};
use jiff::civil::{Date, date};

fn on(day: Date) -> Rollout {
    offenburg().unwrap().known_on(day)
}

fn titles(day: Date) -> Vec<String> {
    Funding::all(&on(day)).into_iter().map(|funding| funding.application.title).collect()
}

fn inner_city() -> Subject {
    "foerderung/fehlende-gebaeude-der-kernstadt".parse().unwrap()
}

#[test]
fn before_the_councils_decision_nothing_is_known_and_before_the_report_only_the_network() {
    assert_eq!(titles(date(2023, 5, 14)), [""; 0]);
    assert_eq!(titles(date(2023, 11, 10)), ["Netz der Bildungseinrichtungen"]);
    let both = ["Netz der Bildungseinrichtungen", "Fehlende Gebäude der Kernstadt"];
    assert_eq!(titles(date(2023, 12, 31)), both);
}

#[test]
fn the_applications_of_2023_are_submitted_and_no_source_says_that_they_were_granted_or_rejected() {
    for day in [date(2023, 12, 31), date(2024, 8, 14), date(2026, 11, 21)] {
        let funding = Funding::of(&on(day), &inner_city()).unwrap();
        for part in Part::GRANTORS {
            let leg = funding.leg(part).unwrap();
            assert_eq!((leg.state(), leg.fields().since), (LegState::Submitted, Some(When::Years(2023, 2023))));
        }
        assert_eq!(
            public(&funding, Lang::De),
            "Bei Bund und Land ist Förderung beantragt, bewilligt ist bisher nichts."
        );
    }
}

#[test]
fn what_is_not_published_is_unknown_and_never_nothing() {
    for funding in Funding::all(&offenburg().unwrap()) {
        let application = &funding.application;
        assert_eq!((application.total, &application.directive, application.model), (None, &None, None));
        assert!(!application.amounts_public);
        assert_eq!((funding.own_now(), funding.own_at_worst()), (None, None));
        assert_eq!(funding.leg(Part::Own), None);
        for leg in funding.legs() {
            let fields = leg.fields();
            assert_eq!([fields.requested, fields.preliminary, fields.finally, fields.paid], [None; 4]);
            assert_eq!(fields.share, None);
        }
    }
    assert_eq!(Sums::of(&Funding::all(&offenburg().unwrap())).own_at_worst.unknown, 2);
}

#[test]
fn the_news_of_2024_are_remarks_on_their_days() {
    let days = |day| Funding::remarks(&on(day), &inner_city()).into_iter().map(|one| one.known_on).collect::<Vec<_>>();
    assert_eq!(days(date(2024, 8, 13)), [date(2023, 12, 31)]);
    assert_eq!(days(date(2026, 1, 1)), [date(2023, 12, 31), date(2024, 8, 14), date(2024, 12, 31)]);
    let remarks = Funding::remarks(&on(date(2024, 8, 14)), &inner_city());
    assert!(remarks.last().unwrap().text.starts_with("Von 33 Anträgen der Breitband Ortenau"), "{remarks:?}");
}

#[test]
fn every_fact_is_about_the_application_whose_name_it_bears_and_names_its_source() {
    let town = offenburg().unwrap();
    for fact in &town.facts {
        let source = match &fact.says {
            Says::Application(application) => {
                assert_eq!(fact.subject, Subject::Application(application.slug.clone()));
                for slug in &application.areas {
                    assert!(town.areas.by_slug(slug.as_str()).is_some(), "{slug}");
                }
                let note = application.note.as_deref().unwrap();
                assert!(note.ends_with('.') && !note.contains('!') && !note.contains('–'), "{note}");
                &application.source
            }
            Says::Leg(leg) => &leg.fields().source,
            _ => continue,
        };
        assert!(!source.name.is_empty());
        // Told after its application.
        assert!(town.knows(&fact.subject));
    }
}

#[test]
fn an_application_covers_facilities_by_the_names_that_they_bear() {
    let town = offenburg().unwrap();
    let facility = town.facilities().remove(0);
    let typed = [
        (Field::Name, "Schulnetz"),
        (Field::Model, "unknown"),
        (Field::Facilities, facility.details.name.as_str()),
        (Field::AmountsPublic, "no"),
        (Field::Source, "Antrag"),
    ];
    let fields = typed.map(|(field, text)| (field, text.to_owned())).to_vec();
    let form = EditForm { kind: EditKind::Application, fields };
    let edit = read(&form, &town, &Subject::Town, date(2023, 11, 10)).unwrap();
    let Addition::Fact(_, Says::Application(made)) = edit.addition else { panic!("no application") };
    assert_eq!(made.facilities, [facility.slug]);
    let texts = funding_texts::application(&made, &town);
    assert!(texts.contains(&(Field::Facilities, facility.details.name)));
}
