//! The pages of funding: what stands in the matrix, on one application's page, and what the public sees.

use faserstand_lib::{
    domain::{
        account::Scope,
        edit::{EditForm, EditKind, Field, SubjectRecord, read},
        fact::{Fact, Says},
        funding::{DeadlineKind, Document, FundingDeadline, Leg, LegFields, LegState, Part},
        link::Link,
        rollout::Rollout,
        subject::Subject,
        when::When,
    },
    presentation::{funding_page, funding_public, lang::Lang, record_view::RecordView},
};
use jiff::civil::{Date, date};

use crate::{
    build::{percent, rollout, source},
    example::plain,
    funding_example::{application, deadline, euros, fields, granted, requested},
};

const TODAY: Date = date(2023, 12, 4);

fn subject() -> Subject {
    "foerderung/schulnetz".parse().unwrap()
}

/// The network of the schools in the design, in a town of three areas.
fn town(amounts_public: bool) -> Rollout {
    let mut of = application("Schulnetz", Some(euros(1_350_000))).application;
    of.amounts_public = amounts_public;
    of.applicant = Some("Stadt & Co.".to_owned());
    of.areas = vec!["griesheim".to_owned().try_into().unwrap()];
    let submitted = LegFields {
        since: Some(When::Day(date(2022, 9, 12))),
        share: Some(percent(50)),
        ..fields(Part::Federal, LegState::Submitted)
    };
    let task = Some("Kostenplan nachreichen".to_owned());
    let supplement = deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6));
    let document = Document {
        title: "Bescheid".to_owned(),
        link: Link::new("https://o.de/b.pdf?a=1&b=2").unwrap(),
        version: Some("2".to_owned()),
        dated: None,
        part: Some(Part::Federal),
        source: source(),
    };
    let says = [
        Says::Application(Box::new(of)),
        Says::Leg(Box::new(Leg::new(submitted).unwrap())),
        Says::Leg(Box::new(granted(Part::Federal, euros(675_000)))),
        Says::Leg(Box::new(requested(Part::State, LegState::SupplementAsked, euros(540_000)))),
        Says::FundingDeadline(FundingDeadline { task, ..supplement }),
        Says::FundingDocument(document),
    ];
    let facts = says.map(|says| Fact { subject: subject(), known_on: date(2023, 11, 1), says });
    Rollout { facts: facts.into(), ..rollout() }
}

fn record(rollout: Rollout, subject: Subject, editable: bool) -> SubjectRecord {
    SubjectRecord { rollout, subject, today: TODAY, seen: 7, tallies: Vec::new(), editable, scope: Scope::Everything }
}

fn list(editable: bool) -> RecordView {
    funding_page::list(&record(town(false), Subject::Town, editable))
}

fn one(editable: bool) -> RecordView {
    funding_page::of(&record(town(false), subject(), editable)).unwrap()
}

/// The page without its tags and without the signs of hyphenation.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars().filter(|letter| *letter != '\u{ad}') {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if inside => {}
            other => text.push(other),
        }
    }
    plain(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
}

#[test]
fn the_matrix_has_a_row_for_each_leg_and_a_column_for_each_milestone() {
    let page = list(true);
    let text = words(page.page.as_str());
    assert_says(
        &text,
        &[
            "Nächste Frist: Mittwoch, 6. Dezember 2023",
            "steigt er auf höchstens 675.000 €.",
            "Schulnetz · Stadt &amp; Co. · Gesamt 1.350.000 €",
            "Bund ja, Land offen: Eigenanteil kann auf 675.000 € steigen",
            "1 Frist in 2 Tagen",
            // Submitted on a known day, granted on an unknown one.
            "Bund 675.000 € – vorläufig bewilligt – – erledigt 12.09.2022 erledigt – – – – –",
            "Land 540.000 € – Nachforderung 06.12. Kostenplan nachreichen, in 2 Tagen – – Frist 06.12. – – – – –",
            "Eigenanteil 135.000 € – – – – – – – – – – –",
        ],
    );
    assert_eq!(page.edits.iter().map(|edit| edit.kind).collect::<Vec<_>>(), [EditKind::Application]);
    assert_eq!(page.forms.len(), 1);
}

#[test]
fn one_application_shows_its_way_its_money_and_its_documents() {
    let page = one(true);
    let text = words(page.page.as_str());
    assert_says(
        &text,
        &[
            "Gesamtkosten 1.350.000 €",
            "Eigenanteil höchstens 675.000 €",
            "Lücke, falls das Land absagt 540.000 €",
            "erledigt: 12.09.2022 Bund: beantragt",
            "Frist: 06.12.2023 Land: Kostenplan nachreichen Frist in 2 Tagen",
            "Summe – – 675.000 € – – Gesamtkosten 1.350.000 €",
            "Lücke, falls das Land absagt: 540.000 €.",
            "Bescheid 2 Bund – Stadtanzeiger a94808",
            "Beträge öffentlich nein",
        ],
    );
    assert!(page.page.as_str().contains("href=\"https://o.de/b.pdf?a=1&amp;b=2\""));
    assert_eq!(page.forms.len(), 5);
    assert_eq!((page.name.as_str(), page.log), ("Schulnetz", Some(subject())));
}

#[test]
fn who_only_reads_has_neither_buttons_nor_forms() {
    for page in [list(false), one(false)] {
        assert!(!page.page.as_str().contains("<button"));
        assert_eq!((page.edits.len(), page.forms.len()), (0, 0));
    }
}

#[test]
fn a_form_says_again_what_is_stored() {
    let page = one(true);
    let town = town(false);
    for edit in page.edits.iter().filter(|edit| edit.kind != EditKind::FundingDeadline || !edit.fields.is_empty()) {
        let form = EditForm { kind: edit.kind, fields: edit.fields.clone() };
        let read = read(&form, &town, &edit.subject, TODAY);
        // Empty forms lack what somebody has to type; those of records are complete.
        if edit.fields.iter().any(|(field, text)| *field == Field::Source && !text.is_empty()) {
            let Ok(read) = read else { panic!("{:?}: {:?}", edit.title, read) };
            let faserstand_lib::domain::edit::Addition::Fact(of, says) = read.addition else { panic!() };
            let last = town.said_of(&edit.subject).rfind(|told| says.replaces(told));
            assert_eq!((of, Some(&says)), (subject(), last), "{}", edit.title);
        }
    }
}

#[test]
fn the_public_page_has_a_sentence_for_each_application_and_no_amount_until_the_editor_allows_it() {
    let page = words(funding_public::page(&town(false), TODAY, Lang::De).main.as_str());
    assert_says(
        &page,
        &[
            "Für ein Vorhaben ist Förderung beantragt. Der Bund hat bei einem bewilligt, das Land bei keinem.",
            "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden.",
            "Antragsteller: Stadt &amp; Co. · Betrifft: Griesheim",
        ],
    );
    // Neither amounts nor what is between the office and the grantors.
    for secret in ["€", "675", "Nachforderung", "Kostenplan", "Bescheid 2", "o.de", "06.12."] {
        assert!(!page.contains(secret), "{secret}");
    }
    let open = words(funding_public::page(&town(true), TODAY, Lang::De).main.as_str());
    assert_says(
        &open,
        &[
            "Der Bund hat vorläufig 675.000 € bewilligt, beim Land ist der Antrag noch nicht entschieden.",
            "Gesamtkosten 1.350.000 €",
            "Eigenanteil nach heutigem Stand 135.000 €",
        ],
    );
}

#[test]
fn the_public_page_writes_amounts_as_each_language_does() {
    let page = |lang| words(funding_public::page(&town(true), TODAY, lang).main.as_str());
    assert_says(&page(Lang::En), &["Total cost €1,350,000", "Own contribution as things stand €135,000"]);
    assert_says(
        &page(Lang::Fr).replace('\u{202f}', " "),
        &["Coût total 1 350 000 €", "Autofinancement à ce jour 135 000 €"],
    );
    for lang in [Lang::En, Lang::Fr] {
        let page = words(funding_public::page(&town(false), TODAY, lang).main.as_str());
        for secret in ["€", "675", "Nachforderung", "Kostenplan"] {
            assert!(!page.contains(secret), "{lang:?} {secret}");
        }
    }
}

#[test]
fn an_area_names_the_applications_that_cover_it() {
    let of = |slug: &str| funding_public::of_area(&town(false), &slug.to_owned().try_into().unwrap(), Lang::De);
    let griesheim = of("griesheim").unwrap();
    assert!(griesheim.as_str().contains("href=\"/foerderung#schulnetz\""));
    assert_says(&words(griesheim.as_str()), &["Schulnetz : Der Bund hat vorläufig bewilligt"]);
    assert_eq!(of("weier"), None);
}

#[test]
fn counters_agree_with_their_nouns() {
    let none = application("Netz", None);
    let applied = |title: &str| {
        let mut funding = application(title, None);
        funding.take_leg(granted(Part::Federal, euros(1)));
        funding
    };
    let english = funding_public::counters(&[applied("A"), none.clone()], Lang::En);
    assert_eq!(
        english,
        "Funding has been requested for one project. The federal government has granted it for one, the state for none. No \
         application is known for one more project."
    );
    let french = funding_public::counters(&[applied("A"), applied("B"), none.clone(), none.clone()], Lang::Fr);
    assert_eq!(
        french,
        "Une subvention est demandée pour 2 projets. L’État fédéral l’a accordée pour 2, le Land pour aucun. Aucune demande \
         n’est connue pour 2 autres projets."
    );
    let count = |all: &[_]| funding_public::counters(all, Lang::De);
    assert_eq!(count(&[]), "Zur Förderung ist noch nichts veröffentlicht.");
    assert_eq!(count(std::slice::from_ref(&none)), "Für ein Vorhaben ist kein Antrag bekannt.");
    let asked = |title: &str| {
        let mut funding = application(title, None);
        funding.take_leg(requested(Part::Federal, LegState::Submitted, euros(1)));
        funding
    };
    assert_eq!(
        count(&[asked("A")]),
        "Für ein Vorhaben ist Förderung beantragt. Bewilligt haben bisher weder Bund noch Land."
    );
    assert_eq!(
        count(&[applied("A"), none]),
        "Für ein Vorhaben ist Förderung beantragt. Der Bund hat bei einem bewilligt, das Land bei keinem. Für ein \
         weiteres Vorhaben ist kein Antrag bekannt."
    );
}
