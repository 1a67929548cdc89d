//! Remarks in words: the form, what is due, the desk's pages; and what the search says.

use faserstand_lib::{
    domain::{
        area::{AreaTree, Slug},
        decision::Decision,
        desk::{Desk, News},
        fact::{Fact, Says},
        ids::OperatorId,
        operator::Operator,
        remark::{Place, Remark, RemarkAnswer, RemarkFault, Waiting},
        rollout::Rollout,
        week::Gains,
    },
    presentation::{
        lang::Lang, markup::Markup, remark_desk, remark_page::RemarkForm, remark_words, search, span::Span,
        today::view, today_view::TodayView,
    },
};
use jiff::civil::date;

use crate::{
    build::{DAY, agreement, counted, districts, instant, rollout, source, status},
    example::{areas, plain, town},
    funding_example::application,
};

const NOW: &str = "2023-11-10T11:00:00Z";

fn desk(waiting: Option<Waiting>) -> Desk {
    Desk {
        change: 7,
        status: town(areas(vec![status("Griesheim", Some(counted(302, 1233)))]), DAY),
        whole: true,
        gains: Gains::new(),
        agreements: Vec::new(),
        fundings: Vec::new(),
        facilities: Vec::new(),
        rollout: rollout(),
        shapes: Vec::new(),
        waiting,
        news: News::default(),
    }
}

fn today(waiting: Option<Waiting>) -> TodayView {
    view(&desk(waiting), Markup::default(), instant(NOW))
}

fn remark(text: &str) -> Remark {
    Remark {
        reference: "7k3m9".parse().unwrap(),
        received_at: instant(NOW),
        place: "gebiete/griesheim".parse().unwrap(),
        text: text.to_owned(),
        contact: Some("zilpzalp@example.org".to_owned()),
        contact_deleted_on: None,
        notice: "1".to_owned(),
        answer: None,
    }
}

/// The districts, and one application for funding.
fn places() -> Rollout {
    let of = application("Schulnetz", None).application;
    let says = Says::Application(Box::new(of));
    let facts = vec![Fact { subject: "foerderung/schulnetz".parse().unwrap(), known_on: DAY, says }];
    Rollout { areas: AreaTree::new(districts()).unwrap(), facts, ..Rollout::default() }
}

#[test]
fn remarks_are_due_14_days_after_the_oldest_came() {
    let due = |remarks, oldest_days| {
        let view = today(Some(Waiting { remarks, oldest_days }));
        let due = view.due.into_iter().find(|due| due.title.contains("Hinweis")).unwrap();
        plain(&format!("{} {}: {} ({})", due.day, due.mark, due.title, due.detail))
    };
    assert_eq!(due(1, 0), "Fr 24.11. in 14 Tagen: 1 Hinweis beantworten (heute eingegangen)");
    assert_eq!(due(2, 1), "Do 23.11. in 13 Tagen: 2 Hinweise beantworten (der älteste eingegangen vor 1 Tag)");
    assert_eq!(due(1_200, 14), "Fr 10.11. heute: 1.200 Hinweise beantworten (der älteste eingegangen vor 14 Tagen)");
    assert_eq!(due(1, 15), "Do 09.11. überfällig: 1 Hinweis beantworten (eingegangen vor 15 Tagen)");
    assert!(today(None).due.iter().all(|due| !due.title.contains("Hinweis")));
}

#[test]
fn what_is_wrong_says_what_would_be_right() {
    let of = |fault| plain(&remark_words::fault(fault, Lang::De));
    assert_eq!(
        of(RemarkFault::TextTooLong(2_001)),
        "Der Hinweis hat 2.001 Zeichen. Kürzen Sie ihn auf höchstens 2.000."
    );
    assert_eq!(of(RemarkFault::ContactTooLong(201)), "Der Kontakt hat 201 Zeichen. Kürzen Sie ihn auf höchstens 200.");
    assert!(of(RemarkFault::TextMissing).ends_with("Schreiben Sie, was nicht stimmt und was richtig wäre."));
}

#[test]
fn the_privacy_notice_says_how_long_a_contact_is_kept() {
    let notice = remark_words::notice(Lang::De).join(" ");
    assert!(notice.contains("30 Tage nach der Antwort gelöscht, spätestens 6 Monate nach Eingang"), "{notice}");
}

#[test]
fn the_form_says_what_it_is_about_and_keeps_what_was_typed() {
    let form = RemarkForm::about("gebiete/griesheim".parse().unwrap());
    let page = form.markup(&places(), Lang::De).into_string();
    assert!(page.contains("an den Angaben zu Griesheim nicht stimmt"), "{page}");
    assert!(page.contains("<a href=\"/gebiet/griesheim\">Griesheim</a>"), "{page}");
    assert!(!page.contains("role=\"alert\"") && !form.title(Lang::De).starts_with("Fehler"));
    let wrong = RemarkForm { text: "<b>".to_owned(), faults: vec![RemarkFault::TextUnreadable], ..form };
    let page = wrong.markup(&places(), Lang::De).into_string();
    assert!(page.contains("&lt;b&gt;</textarea>") && page.contains("aria-invalid=\"true\""), "{page}");
    assert!(wrong.title(Lang::De).starts_with("Fehler: Stimmt das nicht?"));
}

#[test]
fn the_desk_shows_a_contact_its_end_or_why_there_is_none() {
    let page = |remark: &Remark, may_edit| plain(remark_desk::one(remark, &places(), 7, DAY, may_edit).page.as_str());
    let open = remark("Erste Zeile.\n\nZweite Zeile.");
    let shown = page(&open, true);
    assert!(shown.contains("zilpzalp@example.org") && shown.contains("<dd>10. Mai 2024</dd>"), "{shown}");
    assert!(shown.contains("<p>Erste Zeile.</p><p>Zweite Zeile.</p>") && shown.contains("data-edit"), "{shown}");
    let gone = Remark { contact: None, contact_deleted_on: Some(date(2023, 12, 13)), ..open.clone() };
    assert!(page(&gone, true).contains("gelöscht am 13. Dezember 2023"));
    let unseen = Remark { contact: None, ..open.clone() };
    let shown = page(&unseen, false);
    assert!(shown.contains("nur für die Bearbeitung sichtbar") && !shown.contains("data-edit"), "{shown}");
    let by = "Bearbeitung 1".to_owned();
    let answer = Some(RemarkAnswer { at: instant("2023-11-13T12:00:00Z"), by, text: "Berichtigt.".to_owned() });
    let shown = page(&Remark { answer, ..open }, true);
    assert!(shown.contains("erledigt am 13. November 2023 von Bearbeitung 1."), "{shown}");
    assert!(shown.contains("<dd>13. Dezember 2023</dd>") && !shown.contains("data-edit"), "{shown}");
}

#[test]
fn the_list_tells_open_ones_from_answered_ones_and_shortens_long_texts() {
    let long = remark(&"wort ".repeat(60));
    let page = remark_desk::list(&[long], &places(), instant(NOW)).page.into_string();
    assert!(page.contains("/arbeit/hinweise/7k3m9") && page.contains("wort …</td>"), "{page}");
    assert!(page.contains("Noch ist kein Hinweis beantwortet."), "{page}");
    let none = remark_desk::list(&[], &places(), instant(NOW)).page.into_string();
    assert!(none.contains("Kein Hinweis wartet auf eine Antwort."), "{none}");
}

#[test]
fn a_page_of_no_area_has_a_name_too() {
    let name = |place: &str| Span::words(&remark_words::place(&place.parse::<Place>().unwrap(), &places(), Lang::De));
    assert_eq!(name("gebiete/griesheim"), "Griesheim");
    assert_eq!(name("stadt"), "Übersicht");
    assert_eq!(name("foerderung"), "Förderung");
    // A record by what it is called, not by its address.
    assert_eq!(name("foerderung/schulnetz"), "Förderung: Schulnetz");
}

#[test]
fn the_search_answers_with_a_finished_sentence() {
    let mut desk = desk(None);
    let slug = Slug::of_name("Netzgesellschaft").unwrap();
    desk.rollout.operators = vec![Operator { id: OperatorId(1), slug, name: "Netzgesellschaft".to_owned() }];
    let text = "beschließt den Ausbau.".to_owned();
    let (day, document) = (date(2023, 5, 15), Some("66/23".to_owned()));
    let decision = Decision {
        day,
        body: "Gemeinderat".to_owned(),
        text,
        document,
        areas: Vec::new(),
        link: None,
        source: source(),
    };
    desk.rollout.facts = vec![Fact::from(decision)];
    desk.agreements = vec![(agreement(), "Netzgesellschaft".to_owned())];
    let everything = search::everything(&desk);
    let said = |typed: &str| plain(search::answer(&everything, typed).page.as_str());
    let area = said("griesh");
    assert!(area.contains("data-to=\"/arbeit/gebiete/griesheim\""), "{area}");
    assert!(area.contains("data-says=\"Griesheim steht bei 24,5 %, es fehlen 105 Verträge."), "{area}");
    let operator = said("netzges");
    assert!(
        operator.contains("Netzgesellschaft ist Netzbetreiber der Kampagne Ortsteile 2023. Mit Netzgesellschaft vereinbart: Wegenutzung (16. Juni 2023)."),
        "{operator}"
    );
    let decided = said("66/23");
    assert!(decided.contains("Gemeinderat am 15. Mai 2023: beschließt den Ausbau. Drucksache 66/23."), "{decided}");
    assert_eq!(said("entenhausen"), "");
    // What was asked comes back, so that an answer to something else is known as such.
    assert_eq!(search::answer(&everything, "griesh").title, "griesh");
}

#[test]
fn heute_is_drawn_with_what_the_table_is_sorted_by() {
    let mut desk = desk(None);
    desk.status.campaigns[0].areas[0].name = "Bühl & <b>".to_owned();
    let screen = view(&desk, Markup::default(), instant(NOW)).day(true);
    let page = screen.page.as_str();
    assert_eq!((screen.change, screen.title.as_str()), (7, "Heute"));
    assert!(page.contains("Bühl &amp; &lt;b&gt;") && !page.contains("<b>\""), "{page}");
    // Seven columns; no place in the ranking, no week, nothing needed.
    assert!(page.contains("data-o=\"0   105 "), "{page}");
    assert!(page.contains("href=\"/arbeit/zahlen\" class=\"act primary\""), "who edits enters numbers");
    let reading = view(&desk, Markup::default(), instant(NOW)).day(false);
    assert!(!reading.page.as_str().contains("act primary"));
}
