//! Records of funding in a line, as the change log tells them.

use serde::de::DeserializeOwned;

use super::{date, funding_words as words, lang::Lang, money::euros, number, record_fields};
use crate::domain::{
    edit::{EditForm, Field},
    funding::{Application, Document, FundingDeadline, Leg, Mark, Milestone, Part},
};

/// "Innenstadt (Breitband Ortenau, Gesamtkosten 4.800.000 €, Beträge nicht öffentlich)".
pub fn application(application: &Application) -> String {
    let about = [
        application.applicant.clone(),
        application.model.map(|model| words::model(model).to_owned()),
        application.total.map(|total| format!("Gesamtkosten {}", euros(total, Lang::De))),
        Some(if application.amounts_public { "Beträge öffentlich" } else { "Beträge nicht öffentlich" }.to_owned()),
    ];
    format!("{} ({})", application.title, about.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// "Bund: vorläufig bewilligt seit 14.06.2023, 50 %, vorläufig 675.000 €".
pub fn leg(leg: &Leg) -> String {
    let fields = leg.fields();
    let since = fields.since.map_or_else(String::new, |when| format!(" seit {}", record_fields::when(when)));
    let own = leg.part() == Part::Own;
    let amounts = [
        (if own { "geplant" } else { "beantragt" }, fields.requested),
        (if own { "im Haushalt" } else { "vorläufig" }, fields.preliminary),
        ("endgültig", fields.finally),
        ("abgerufen", fields.paid),
    ];
    let amounts = amounts.into_iter().filter_map(|(word, amount)| Some(format!("{word} {}", euros(amount?, Lang::De))));
    let state = format!("{}: {}{since}", words::part(leg.part(), Lang::De), words::leg_state(leg.state(), leg.part()));
    [state]
        .into_iter()
        .chain(fields.share.map(|of| number::share(of, Lang::De)))
        .chain(amounts)
        .collect::<Vec<_>>()
        .join(", ")
}

/// "Land, Antrag eingereicht: 02.08.2023".
pub fn milestone(milestone: &Milestone) -> String {
    let mark = milestone.mark.map(|mark| match mark {
        Mark::Running => "läuft".to_owned(),
        Mark::Rejected => "abgelehnt".to_owned(),
        Mark::Dropped => "entfällt".to_owned(),
    });
    let said = [
        milestone.planned.map(|when| format!("geplant {}", record_fields::when(when))),
        milestone.actual.map(record_fields::when),
        mark,
    ];
    let of = milestone.part.map_or_else(String::new, |part| format!("{}, ", words::part(part, Lang::De)));
    format!(
        "{of}{}: {}",
        words::milestone(milestone.kind, Lang::De),
        said.into_iter().flatten().collect::<Vec<_>>().join(", ")
    )
}

/// "Land, Kostenplan nachreichen: bis 06.12.2023".
pub fn deadline(deadline: &FundingDeadline) -> String {
    let settled = deadline.settled_on.map_or_else(String::new, |day| format!(", erledigt am {}", date::digits(day)));
    let (part, task) = (words::part(deadline.part, Lang::De), words::task(deadline));
    format!("{part}, {task}: bis {}{settled}", date::digits(deadline.day))
}

/// "Bescheid, Fassung 2, 14.06.2023".
pub fn document(document: &Document) -> String {
    let version = document.version.as_ref().map(|version| format!("Fassung {version}"));
    let parts = [Some(document.title.clone()), version, document.dated.map(date::digits)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What a typed form of a leg says first: "Land: abgelehnt".
pub fn typed_leg(form: &EditForm) -> String {
    fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
        serde_json::from_value(serde_json::Value::from(word)).ok()
    }
    let part: Part = of_word(form.text(Field::Part)).unwrap_or(Part::Federal);
    let state = of_word(form.text(Field::State)).map(|state| words::leg_state(state, part));
    format!("{}: {}", words::part(part, Lang::De), state.unwrap_or("andere Fassung"))
}
