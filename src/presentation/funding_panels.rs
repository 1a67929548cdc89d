//! The panels of one application: money, deadlines, milestones, documents, particulars.

use jiff::civil::Date;

use super::{
    date, funding_forms as forms, funding_texts, funding_words as words,
    lang::Lang,
    money::euros,
    number, record_fields,
    record_view::{PanelView, panel},
    table::{EditView, Line, Table, dash, or_dash},
};
use crate::domain::{
    funding::{Document, Funding, FundingDeadline, LegFields, Milestone, Part, SOON_DAYS},
    money::Cents,
    rollout::Rollout,
};

/// One application as it is shown to somebody.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The application.
    pub funding: &'a Funding,
    /// What is known on this day.
    pub known: &'a Rollout,
    /// The day.
    pub today: Date,
    /// Whether its reader may change it.
    pub edits: bool,
}

impl Shown<'_> {
    /// All panels.
    pub fn all(&self) -> Vec<PanelView> {
        vec![self.money(), self.deadlines(), self.documents(), self.milestones(), self.particulars()]
    }

    fn edit(&self, edit: impl FnOnce() -> EditView) -> Option<EditView> {
        self.edits.then(edit)
    }

    fn money(&self) -> PanelView {
        let head = ["Teil", "#Anteil", "#beantragt", "#vorläufig", "#endgültig", "#abgerufen", "Stand"];
        let mut table = Table::new("Geld nach Teilen", &head, "");
        table.lines = Part::ALL.map(|part| self.leg(part)).into();
        table.lines.push(self.sum());
        let mut panel = panel("geld", "Geld", "Beträge, soweit sie bekannt sind".to_owned(), table);
        panel.remark = self.own();
        panel
    }

    fn leg(&self, part: Part) -> Line {
        let leg = self.funding.leg(part);
        let fields = leg.map(|leg| leg.fields());
        let amount = |of: fn(&LegFields) -> Option<Cents>| or_dash(fields.and_then(of).map(|of| euros(of, Lang::De)));
        let requested = leg.and_then(|leg| leg.requested(self.funding.application.total));
        let since = |fields: &LegFields| {
            fields.since.map_or_else(String::new, |when| format!(", seit {}", record_fields::when(when)))
        };
        let state = leg.map(|leg| format!("{}{}", words::leg_state(leg.state(), part), since(leg.fields())));
        let line = Line::of([
            words::part(part, Lang::De).to_owned(),
            or_dash(fields.and_then(|fields| fields.share).map(|of| number::share(of, Lang::De))),
            or_dash(requested.map(|of| euros(of, Lang::De))),
            amount(|fields| fields.preliminary),
            amount(|fields| fields.finally),
            amount(|fields| fields.paid),
            or_dash(state),
        ]);
        Line { edit: self.edit(|| forms::leg(self.funding, part)), ..line }
    }

    /// Of each column, where all of its amounts are known; of what was granted and paid so far, where any is.
    fn sum(&self) -> Line {
        let legs = self.funding.legs();
        let open = || legs.iter().filter(|leg| !leg.state().is_closed());
        let requested: Option<Cents> = open().map(|leg| leg.requested(self.funding.application.total)).collect();
        let requested = requested.filter(|_| open().next().is_some());
        let some = |of: fn(&LegFields) -> Option<Cents>| {
            let amounts: Vec<Cents> = legs.iter().filter_map(|leg| of(leg.fields())).collect();
            (!amounts.is_empty()).then(|| euros(amounts.into_iter().collect(), Lang::De))
        };
        Line::of([
            "Summe".to_owned(),
            dash(),
            or_dash(requested.map(|of| euros(of, Lang::De))),
            or_dash(some(|fields| fields.preliminary)),
            or_dash(some(|fields| fields.finally)),
            or_dash(some(|fields| fields.paid)),
            format!("Gesamtkosten {}", self.funding.application.total.map_or_else(dash, |of| euros(of, Lang::De))),
        ])
        .looking("now")
    }

    fn own(&self) -> String {
        let (now, worst) = (self.funding.own_now(), self.funding.own_at_worst());
        let gap = self.funding.gap_without(Part::State).filter(|gap| *gap > Cents::NOTHING);
        let said = [
            now.map(|now| format!("Eigenanteil nach heutigem Stand {}.", euros(now, Lang::De))),
            worst.map(|worst| format!("Höchstens {}, wenn nichts weiter bewilligt wird.", euros(worst, Lang::De))),
            gap.map(|gap| format!("Lücke, falls das Land absagt: {}.", euros(gap, Lang::De))),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if said.is_empty() {
            "Ohne Gesamtkosten lässt sich der Eigenanteil nicht sagen.".to_owned()
        } else {
            said.join(" ")
        }
    }

    fn deadlines(&self) -> PanelView {
        let head = ["Frist", "Noch", "Teil", "Aufgabe", "Quelle"];
        let mut table = Table::new("Fristen, nach Tagen geordnet", &head, "Noch ist keine Frist eingetragen.");
        table.lines = self.funding.deadlines().iter().map(|one| self.deadline(one)).collect();
        let mut panel = panel("fristen", "Fristen", "jeder Teil hat seine eigenen".to_owned(), table);
        panel.add = self.edit(|| forms::new_deadline(self.funding));
        panel
    }

    fn deadline(&self, deadline: &FundingDeadline) -> Line {
        let open = deadline.is_open(self.funding.state(deadline.part));
        let left = match deadline.settled_on {
            Some(day) => format!("erledigt am {}", date::digits(day)),
            None if !open => "ruht".to_owned(),
            None => words::days_left(deadline.days_left(self.today)),
        };
        let line = Line::of([
            date::digits(deadline.day),
            left,
            words::part(deadline.part, Lang::De).to_owned(),
            words::task(deadline).to_owned(),
            deadline.source.name.clone(),
        ]);
        Line { edit: self.edit(|| forms::deadline(self.funding, deadline)), ..line }
    }

    fn milestones(&self) -> PanelView {
        let head = ["Meilenstein", "Teil", "geplant", "tatsächlich", "Stand", "Anmerkung und Quelle"];
        let mut table = Table::new("Meilensteine in ihrer Folge", &head, "Noch ist kein Meilenstein eingetragen.");
        table.lines = self.funding.milestones().iter().map(|one| self.milestone(one)).collect();
        let mut panel = panel("meilensteine", "Meilensteine", String::new(), table);
        panel.add = self.edit(|| forms::new_milestone(self.funding));
        panel
    }

    fn milestone(&self, milestone: &Milestone) -> Line {
        let said = milestone.note.iter().chain([&milestone.source.name]).cloned().collect::<Vec<_>>().join("; ");
        let line = Line::of([
            words::milestone(milestone.kind, Lang::De).to_owned(),
            milestone.part.map_or("ganzer Antrag", |part| words::part(part, Lang::De)).to_owned(),
            or_dash(milestone.planned.map(record_fields::when)),
            or_dash(milestone.actual.map(record_fields::when)),
            words::milestone_state(milestone.state(self.today, SOON_DAYS)).to_owned(),
            said,
        ]);
        Line { edit: self.edit(|| forms::milestone(self.funding, milestone)), ..line }
    }

    fn documents(&self) -> PanelView {
        let head = ["Unterlage", "Fassung", "Teil", "vom", "Quelle"];
        let mut table = Table::new("Unterlagen", &head, "Noch ist keine Unterlage abgelegt.");
        table.lines = self.funding.documents().iter().map(|one| self.document(one)).collect();
        let mut panel = panel("unterlagen", "Unterlagen", "Verweise; die Dateien liegen anderswo".to_owned(), table);
        panel.add = self.edit(|| forms::new_document(self.funding, self.today));
        panel
    }

    fn document(&self, document: &Document) -> Line {
        let line = Line::of([
            document.title.clone(),
            or_dash(document.version.clone()),
            document.part.map_or("ganzer Antrag", |part| words::part(part, Lang::De)).to_owned(),
            or_dash(document.dated.map(date::digits)),
            document.source.name.clone(),
        ]);
        let link = Some((0, document.link.as_str().to_owned()));
        Line { link, edit: self.edit(|| forms::document(self.funding, document)), ..line }
    }

    fn particulars(&self) -> PanelView {
        let application = &self.funding.application;
        let mut table = Table::new("Angaben zum Antrag", &["Angabe", "Wert"], "");
        let directives = self.funding.legs().iter().filter_map(|leg| {
            let own = leg.fields().directive.as_ref()?;
            Some((format!("Richtlinie ({})", words::part(leg.part(), Lang::De)), Some(words::directive(own))))
        });
        let named = |names: String| (!names.is_empty()).then_some(names);
        let said = [
            ("Antragsteller".to_owned(), application.applicant.clone()),
            ("Fördermodell".to_owned(), application.model.map(|model| words::model(model).to_owned())),
            ("Richtlinie".to_owned(), application.directive.as_ref().map(words::directive)),
        ];
        let rest = [
            ("GIS-Nebenbestimmungen".to_owned(), application.gis_conditions.clone()),
            ("Gebiete".to_owned(), named(funding_texts::area_names(&application.areas, self.known))),
            ("Einrichtungen".to_owned(), named(funding_texts::facility_names(&application.facilities, self.known))),
            ("Beträge öffentlich".to_owned(), Some(if application.amounts_public { "ja" } else { "nein" }.to_owned())),
            ("Quelle".to_owned(), Some(application.source.name.clone())),
        ];
        let lines = said.into_iter().chain(directives).chain(rest);
        table.lines = lines.map(|(name, value)| Line::of([name, or_dash(value)])).collect();
        let mut panel = panel("angaben", "Angaben", String::new(), table);
        panel.add = self.edit(|| forms::application(self.funding, self.known));
        panel
    }
}
