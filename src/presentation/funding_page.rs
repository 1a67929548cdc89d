//! Förderung: the applications with their matrix, and one application. Pages of the workspace.

use jiff::civil::Date;

use super::{
    funding_forms as forms, funding_matrix as matrix, funding_panels as panels, funding_sentences as sentences,
    funding_timeline as timeline, funding_words as words,
    markup::{Markup, all, element, text},
    money::euros,
    record_markup,
    record_view::{ActionView, FactView, Form, FormView, RecordView},
    span::Span,
    table::{Buttons, dash},
};
use crate::domain::{
    account::Scope,
    edit::{EditKind, SubjectRecord},
    funding::{Funding, Part},
    rollout::Rollout,
    subject::Subject,
};

const NAME: &str = "Förderung";
/// Where the applications are.
pub const ADDRESS: &str = "/arbeit/foerderung";

/// The forms of one application.
const FORMS: [EditKind; 5] =
    [EditKind::Application, EditKind::Leg, EditKind::Milestone, EditKind::FundingDeadline, EditKind::FundingDocument];

/// The page of all applications.
pub fn list(record: &SubjectRecord) -> RecordView {
    let known = record.rollout.clone().known_on(record.today);
    let fundings = Funding::within(&known, record.scope);
    let mut buttons = Buttons::default();
    let new = ActionView { key: "n".to_owned(), primary: true, edit: forms::new() };
    let actions = record.editable.then(|| record_markup::action(&new, &mut buttons));
    let title = element("h1", &[], [text("Förderanträge")]);
    let head = element("div", &[("class", "record-head")], [title, element("p", &[("class", "actions")], actions)]);
    let none = match (record.scope, record.editable) {
        (Scope::Everything, true) => "Noch ist kein Antrag erfasst. Legen Sie den ersten an.",
        (Scope::Everything, false) => "Noch ist kein Antrag erfasst.",
        (Scope::Within(_), _) => "Zu Ihrem Gebiet allein ist kein Antrag erfasst.",
    };
    let table = match fundings.is_empty() {
        true => element("p", &[("class", "empty")], [text(none)]),
        false => matrix::matrix(&fundings, record.today),
    };
    let note = "Bund, Land und Eigenanteil getrennt";
    let panel = record_markup::section("antraege", "Anträge und Meilensteine", note, None, [table]);
    let page = all([head, situation(&fundings, record.today), panel]);
    view(record, NAME.to_owned(), None, page, buttons, &[EditKind::Application])
}

fn situation(fundings: &[Funding], today: Date) -> Markup {
    let spans = sentences::situation(fundings, today);
    let span = |span: &Span| match span {
        Span::Plain(words) => all([text(" "), text(words)]),
        Span::Strong(words) => all([text(" "), element("b", &[], [text(words)])]),
    };
    element("p", &[("class", "state")], spans.iter().map(span))
}

fn view(
    record: &SubjectRecord,
    name: String,
    log: Option<Subject>,
    page: Markup,
    buttons: Buttons,
    kinds: &[EditKind],
) -> RecordView {
    let form = |kind: &EditKind| record_markup::form(&Form { kind: *kind, fields: forms::fields(*kind, record) });
    let forms: Vec<FormView> = if record.editable { kinds.iter().map(form).collect() } else { Vec::new() };
    RecordView { name, log, seen: record.seen, page, edits: buttons.edits, forms, today: Some(record.today) }
}

/// The page of one application; `None` where nothing is known of it yet.
pub fn of(record: &SubjectRecord) -> Option<RecordView> {
    let known = record.rollout.clone().known_on(record.today);
    let funding = Funding::of(&known, &record.subject)?;
    let remarks = Funding::remarks(&known, &record.subject);
    let mut buttons = Buttons::default();
    let page = all([
        head(&funding, &known, record, &mut buttons),
        situation(std::slice::from_ref(&funding), record.today),
        element("dl", &[("class", "facts")], facts(&funding).iter().map(record_markup::fact)),
        element("div", &[("class", "panels")], {
            let way = timeline::list(&timeline::stops(&funding, &remarks, record.today));
            let way = record_markup::section("weg", "Verlauf", "was war, was fällig ist, was geplant ist", None, [way]);
            let shown = panels::Shown { funding: &funding, known: &known, today: record.today, edits: record.editable };
            let all = shown.all();
            let panels: Vec<Markup> = all.iter().map(|one| record_markup::panel(one, &mut buttons)).collect();
            [way].into_iter().chain(panels)
        }),
    ]);
    let log = Some(record.subject.clone());
    Some(view(record, funding.application.title.clone(), log, page, buttons, &FORMS))
}

fn head(funding: &Funding, known: &Rollout, record: &SubjectRecord, buttons: &mut Buttons) -> Markup {
    let action = |key: &str, primary, edit| ActionView { key: key.to_owned(), primary, edit };
    let actions = [
        action("b", false, forms::application(funding, known)),
        action("f", false, forms::new_deadline(funding)),
        action("e", true, forms::new_milestone(funding)),
    ];
    let actions: Vec<Markup> = match record.editable {
        true => actions.iter().map(|one| record_markup::action(one, buttons)).collect(),
        false => Vec::new(),
    };
    let title = &funding.application.title;
    let here = element("li", &[("aria-current", "page")], [text(title)]);
    let items = [element("li", &[], [element("a", &[("href", ADDRESS)], [text(NAME)])]), here];
    let crumb = element("nav", &[("aria-label", "Wo Sie sind")], [element("ul", &[("class", "crumb")], items)]);
    let tags = matrix::tags(funding, record.today);
    let heading = element("h1", &[], [text(title)]);
    let tags = (!tags.is_empty()).then(|| element("p", &[("class", "tags")], tags));
    let left = element("div", &[], [crumb, heading].into_iter().chain(tags));
    element("div", &[("class", "record-head")], [left, element("p", &[("class", "actions")], actions)])
}

/// The sums that are asked for most.
fn facts(funding: &Funding) -> Vec<FactView> {
    let fact = |name: &str, amount: Option<_>, detail: &str| FactView {
        name: name.to_owned(),
        value: amount.map_or_else(dash, euros),
        detail: detail.to_owned(),
    };
    let granted = funding.grants().any(|leg| leg.state().is_granted()).then(|| funding.granted());
    let gap = funding.state(Part::State).filter(|state| !state.is_closed() && !state.is_granted());
    let gap = gap.and_then(|_| funding.gap_without(Part::State));
    let gap = gap.map(|gap| fact("Lücke, falls das Land absagt", Some(gap), "so viel ist vom Land eingeplant"));
    let sums = [
        fact("Gesamtkosten", funding.application.total, ""),
        fact("Bewilligt", granted, "von Bund und Land"),
        fact("Eigenanteil jetzt", funding.own_now(), "wenn bewilligt wird, was beantragt ist"),
        fact("Eigenanteil höchstens", funding.own_at_worst(), "wenn nichts weiter bewilligt wird"),
    ];
    sums.into_iter().chain(gap).collect()
}

/// What an application is found by, beside its title.
pub fn search_texts(funding: &Funding) -> Vec<String> {
    let application = &funding.application;
    let directives = [application.directive.as_ref().map(words::directive), application.applicant.clone()];
    directives.into_iter().flatten().chain(["Förderung".to_owned(), "Antrag".to_owned()]).collect()
}
