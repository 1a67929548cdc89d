//! One area's screen in the workspace: everything that it shows, in words. [`Screen::view`] makes of it what is sent.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    area_words,
    curve::Curve,
    curve_words,
    lang::Lang,
    markup::Markup,
    record_facts, record_forms, record_panels, report_words,
    table::{EditView, Line, Table, dash},
    view::{self, ChipView},
    words,
};
use crate::domain::{
    account::Scope,
    area::{Area, Slug},
    campaign::{Campaign, Target},
    edit::{EditContext, EditKind, Field, SubjectRecord},
    rollout::Rollout,
    status::{AreaReport, AreaStatus, CampaignStatus},
    subject::Subject,
};

/// A page of the workspace as it is sent: what is only read as markup, and what its forms need. The browser knows neither
/// which pages there are nor which forms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordView {
    /// Its name, for the window's title.
    pub name: String,
    /// Whose change log stands below.
    pub log: Option<Subject>,
    /// The number of the newest change that is in it.
    pub seen: i64,
    /// The page.
    pub page: Markup,
    /// What its buttons open: `data-edit` is the place in this list.
    pub edits: Vec<EditView>,
    /// The forms; none for who only reads.
    pub forms: Vec<FormView>,
    /// The day by which a short day is written out.
    #[serde(with = "crate::domain::day::optional")]
    pub today: Option<Date>,
}

/// A form as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormView {
    /// What it edits.
    pub kind: EditKind,
    /// Its fields.
    pub fields: Markup,
}

/// One area's screen in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What its neighbours in the list are called: "Ortsteile".
    pub among: String,
    /// The area before it in the list: its name in addresses, its name.
    pub before: Option<(String, String)>,
    /// The area after it.
    pub after: Option<(String, String)>,
    /// Its state, and the moved deadline.
    pub chips: Vec<ChipView>,
    /// The sentence, as the public reads it.
    pub headline: String,
    /// What follows it: how many have signed, what is needed until when, the source.
    pub rest: String,
    /// Whether numbers shown are invented.
    pub sample: bool,
    /// The key facts.
    pub facts: Vec<FactView>,
    /// The curve with what explains it, where there is one.
    pub curve: Option<(Curve, String)>,
    /// Deadlines, agreements, phases …
    pub panels: Vec<PanelView>,
    /// The buttons on top; none for who only reads.
    pub actions: Vec<ActionView>,
    /// The forms; none for who only reads.
    pub forms: Vec<Form>,
    /// The number of the newest change that is in it.
    pub seen: i64,
    /// What a form is held against.
    pub context: EditContext,
}

/// A key fact: "fehlen 105".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactView {
    /// What it is.
    pub name: String,
    /// The figure.
    pub value: String,
    /// What belongs to it.
    pub detail: String,
}

/// A panel: a heading and a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelView {
    /// Names it on the page, and says how much room it takes.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// What stands beside the heading.
    pub note: String,
    /// Its table.
    pub table: Table,
    /// What stands below the table.
    pub remark: String,
    /// The form that adds to it.
    pub add: Option<EditView>,
}

/// A button on top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionView {
    /// Its key.
    pub key: String,
    /// Whether it is the main one.
    pub primary: bool,
    /// The form that it opens.
    pub edit: EditView,
}

/// A form in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it edits.
    pub kind: EditKind,
    /// Its fields, in their order.
    pub fields: Vec<FieldView>,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// Its label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: String,
    /// Whether it takes several lines.
    pub long: bool,
    /// Whether it holds a day: a short one is written out when the field is left.
    pub day: bool,
    /// What can be chosen: value and word. None for a text.
    pub options: Vec<(String, String)>,
    /// What can be taken over instead of typing.
    pub suggestions: Vec<String>,
}

/// The screen of an area; `None` for an area without one.
pub fn of(record: &SubjectRecord) -> Option<Screen> {
    let area = record.area()?;
    let known = record.rollout.clone().known_on(record.today);
    let report = known.area_report(area.slug.as_str(), record.today)?;
    let context = EditContext::of(&record.rollout, area.id, record.today);
    let lead: String = report_words::lead(&report, Lang::De).iter().map(super::span::Span::text).collect();
    let current = report.status().and_then(|(_, area)| area.current.as_ref());
    let source = current.map(|of| super::span::Span::words(&area_words::source_line(of, Lang::De)));
    let neighbours = neighbours(&known, area, record.scope);
    let panels = record_panels::panels(record, &known, &report, &context);
    let (before, after) = beside(&neighbours, area);
    Some(Screen {
        slug: area.slug.clone(),
        name: area.name.clone(),
        among: words::area(area.kind, Lang::De).many.to_owned(),
        before,
        after,
        chips: report.status().map(|(campaign, area)| chips(campaign, area)).unwrap_or_default(),
        headline: report_words::headline(&report, Lang::De),
        rest: [lead.trim().to_owned(), source.unwrap_or_default()].join(" ").trim().to_owned(),
        sample: report.sample,
        facts: record_facts::facts(&report),
        curve: super::curve::draw(&report, Lang::De).map(|curve| {
            let key = curve_words::key(&curve, &report);
            (curve, key)
        }),
        panels,
        actions: if record.editable { record_forms::actions(&known, &area.slug, &context) } else { Vec::new() },
        forms: if record.editable { record_forms::forms(&known, &report, &context) } else { Vec::new() },
        seen: record.seen,
        context,
    })
}

fn chips(campaign: &CampaignStatus, area: &AreaStatus) -> Vec<ChipView> {
    let state = ChipView::from(words::look(area.state(campaign.campaign.target), Lang::De));
    let extended = ChipView { key: "extended".to_owned(), word: "Frist verlängert".to_owned() };
    [state].into_iter().chain(area.extended.then_some(extended)).chain(view::round_chip(area, Lang::De)).collect()
}

/// The areas in the order of the list, as far as the reader is there for them.
fn neighbours<'a>(known: &'a Rollout, area: &Area, scope: Scope) -> Vec<&'a Area> {
    let listed: Vec<&Area> = match known.campaign_of(area.id) {
        Some(campaign) => campaign.areas.iter().filter_map(|id| known.areas.get(*id)).collect(),
        None => outside(known),
    };
    listed.into_iter().filter(|area| scope.holds(area.id, &known.areas)).collect()
}

/// The areas that take part in no campaign.
fn outside(known: &Rollout) -> Vec<&Area> {
    known.areas.iter().filter(|area| area.parent.is_some() && known.campaign_of(area.id).is_none()).collect()
}

type Neighbour = Option<(String, String)>;

fn beside(listed: &[&Area], area: &Area) -> (Neighbour, Neighbour) {
    let Some(place) = listed.iter().position(|other| other.id == area.id) else { return (None, None) };
    let link = |place: Option<usize>| {
        let area = listed.get(place?)?;
        Some((area.slug.to_string(), area.name.clone()))
    };
    (link(place.checked_sub(1)), link(place.checked_add(1)))
}

/// The list of areas: one table per campaign, and one for the areas outside of any.
pub fn list(known: &Rollout, scope: Scope, today: Date) -> Vec<PanelView> {
    let seen = |area: &&Area| scope.holds(area.id, &known.areas);
    let mut panels: Vec<PanelView> =
        known.campaigns.iter().map(|campaign| listed(known, campaign, scope, today)).collect();
    let others: Vec<&Area> = outside(known).into_iter().filter(seen).collect();
    let mut table = Table::new("Gebiete ohne Kampagne", &["Gebiet", "Art"], "");
    table.lines = others
        .iter()
        .map(|area| Line::of([area.name.clone(), words::area(area.kind, Lang::De).one.to_owned()]))
        .zip(&others)
        .map(|(line, area)| Line { link: Some((0, address(&area.slug))), ..line })
        .collect();
    panels.push(panel("ohne", "Ohne Kampagne", String::new(), table));
    panels.retain(|panel| !panel.table.lines.is_empty());
    panels
}

fn listed(known: &Rollout, campaign: &Campaign, scope: Scope, today: Date) -> PanelView {
    let head = ["Gebiet", "#Stand", "Abstand", "Zustand", "vom", "Quelle"];
    let mut table = Table::new(&campaign.name, &head, "");
    let areas = campaign.areas.iter().filter_map(|id| known.areas.get(*id));
    let reports = areas.filter(|area| scope.holds(area.id, &known.areas)).filter_map(|area| {
        let report = known.area_report(area.slug.as_str(), today)?;
        row(&report)
    });
    table.lines = reports.collect();
    let target = match campaign.target {
        Target::OperatorDecision => "der Betreiber entscheidet".to_owned(),
        target => format!("Ziel {}", area_words::goal(target, Lang::De)),
    };
    let note = format!("{}, {target}", known.operator_name(campaign.operator));
    panel(campaign.slug.as_str(), &campaign.name, note, table)
}

fn row(report: &AreaReport) -> Option<Line> {
    let (status, area) = report.status()?;
    let target = status.campaign.target;
    let reading = area.current.as_ref();
    let cells = [
        area.name.clone(),
        area_words::figure(area, target, Lang::De),
        area_words::gap(area, &status.campaign, report.today, Lang::De),
        words::look(area.state(target), Lang::De).word.to_owned(),
        reading.map_or_else(dash, |reading| super::date::digits(reading.as_of)),
        reading.map_or_else(dash, |reading| reading.source.name.clone()),
    ];
    Some(Line { link: Some((0, address(&area.slug))), ..Line::of(cells) })
}

/// A panel without a form.
pub fn panel(key: &str, title: &str, note: String, table: Table) -> PanelView {
    let (key, title) = (key.to_owned(), title.to_owned());
    PanelView { key, title, note, table, remark: String::new(), add: None }
}

/// Where an area's screen is.
pub fn address(slug: &Slug) -> String {
    format!("/arbeit/gebiete/{slug}")
}
