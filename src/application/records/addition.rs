//! Storing what an edit adds: a row, and its entry in the change log from what held to what holds.

use serde::Serialize;

use super::{json, readings};
use crate::{
    application::{actor::Actor, clock::Clock, records::RecordError},
    domain::{
        agreement::Agreement,
        area::{Area, Slug},
        campaign::Campaign,
        change::Change,
        edit::{Addition, Edit, EditKind, Field, NewAgreement, NewBase, NewReading},
        fact::{Fact, Says},
        ids::{AgreementId, AreaId, BaseId, OperatorId, ReadingId},
        import::{FormProblem, Problem},
        measure::Measure,
        name,
        operator::Operator,
        outcome, phase,
        reading::{Base, Correction, Reading, Record},
        rollout::Rollout,
        subject::Subject,
        town_text::TownText,
        typed::shortened,
    },
    exchange::markdown,
    storage::{
        self, Connection, StorageError,
        change_log::{self, LogEnd},
    },
};

/// Who changes whose record, and against what is stored.
pub struct Desk<'a> {
    pub actor: &'a Actor,
    /// All that is stored.
    pub rollout: &'a Rollout,
    pub subject: &'a Subject,
    pub clock: &'a Clock,
}

/// Stores an edit and its entry.
pub async fn store(connection: &mut Connection, desk: &Desk<'_>, edit: Edit) -> Result<(), RecordError> {
    if let Addition::Fact(_, Says::TownText(text)) = &edit.addition {
        leads_nowhere_forbidden(text)?;
    }
    match (edit.addition, desk.subject) {
        (Addition::Fact(subject, says), _) => fact(connection, desk, subject, says, edit.reason).await,
        (addition, Subject::Area(slug)) => {
            let area = desk.rollout.areas.by_slug(slug.as_str()).ok_or(RecordError::NotFound)?;
            let desk = AreaDesk { actor: desk.actor, rollout: desk.rollout, area, clock: desk.clock };
            of_area(connection, &desk, addition, edit.reason).await
        }
        (Addition::Measure(measure), Subject::Town) => town_measure(connection, desk, measure).await,
        (Addition::Agreement(new), Subject::Town) => town_agreement(connection, desk, new).await,
        _ => Err(RecordError::NotFound),
    }
}

/// A text of the town is read before it is stored: none of its links leads where none may lead.
fn leads_nowhere_forbidden(town_text: &TownText) -> Result<(), RecordError> {
    let text = town_text.text().filter(|_| !town_text.kind().is_address());
    match text.and_then(markdown::forbidden_link) {
        Some(address) => {
            let problem = FormProblem::LinkNotAllowed { text: shortened(&address) };
            Err(RecordError::Invalid(vec![(Field::Markdown, problem.into())]))
        }
        None => Ok(()),
    }
}

/// Stores what is said of a subject from now on, and the entry from what was said before.
async fn fact(
    connection: &mut Connection,
    desk: &Desk<'_>,
    subject: Subject,
    says: Says,
    why: Option<String>,
) -> Result<(), RecordError> {
    let today = desk.clock.today();
    let earlier = desk.rollout.facts.iter().filter(|fact| fact.subject == subject && fact.known_on <= today);
    let old = earlier.map(|fact| &fact.says).rfind(|before| says.replaces(before));
    let old = old.map(storage::fact::body).transpose()?;
    let fact = Fact { subject, known_on: today, says };
    let new = Some(storage::fact::insert(connection, &fact).await?);
    let (who, what, which) = (desk.actor.name().to_owned(), fact.says.what().to_owned(), fact.subject.log_name());
    change_log::append(connection, &Change { who, at: desk.clock.now(), what, which, old, new, why }).await?;
    Ok(())
}

/// Stores a measure that was noted for the town.
async fn town_measure(connection: &mut Connection, desk: &Desk<'_>, measure: Measure) -> Result<(), RecordError> {
    let id = storage::record::insert_measure(connection, &measure).await?;
    let measure = Measure { id, ..measure };
    of_town(connection, desk, EditKind::Measure, &measure, &measure.areas).await
}

/// Stores an agreement that was made for the town.
async fn town_agreement(connection: &mut Connection, desk: &Desk<'_>, new: NewAgreement) -> Result<(), RecordError> {
    let agreement = agreement(connection, desk.rollout, desk.clock, new).await?;
    let id = storage::record::insert_agreement(connection, &agreement).await?;
    let agreement = Agreement { id, ..agreement };
    of_town(connection, desk, EditKind::Agreement, &agreement, &agreement.areas).await
}

/// The entry goes by the area or the campaign that it is about, else by the town's name.
async fn of_town<T: Serialize>(
    connection: &mut Connection,
    desk: &Desk<'_>,
    kind: EditKind,
    new: &T,
    areas: &[AreaId],
) -> Result<(), RecordError> {
    let area = match areas {
        [one] => desk.rollout.areas.get(*one),
        _ => None,
    };
    let campaign = desk.rollout.campaigns.iter().find(|campaign| campaign.areas == areas);
    let which = area.map(|area| &area.slug).or_else(|| campaign.map(|campaign| &campaign.slug));
    let change = Change {
        who: desk.actor.name().to_owned(),
        at: desk.clock.now(),
        what: kind.what().to_owned(),
        which: which.map_or_else(|| Subject::Town.log_name(), ToString::to_string),
        old: None,
        new: Some(json(kind.what(), new)?),
        why: None,
    };
    Ok(change_log::append(connection, &change).await?)
}

/// Who changes which area's record.
struct AreaDesk<'a> {
    actor: &'a Actor,
    rollout: &'a Rollout,
    area: &'a Area,
    clock: &'a Clock,
}

async fn of_area(
    connection: &mut Connection,
    desk: &AreaDesk<'_>,
    addition: Addition,
    reason: Option<String>,
) -> Result<(), RecordError> {
    let known = desk.rollout.clone().known_on(desk.clock.today());
    let campaign = known.campaign_of(desk.area.id);
    let own = campaign.map(|campaign| campaign.id);
    let log = |kind| Entry { desk, kind, campaign, reason: reason.clone() };
    match addition {
        Addition::Deadline(deadline) => {
            let campaign = campaign.ok_or(RecordError::NotFound)?;
            storage::campaign::insert_deadline(connection, campaign.id, &deadline).await?;
            log(EditKind::Deadline).append(connection, campaign.deadline(), &deadline, &campaign.areas).await?;
        }
        Addition::Outcome(outcome) => {
            let before = own.and_then(|own| outcome::of_area(&known.outcomes, own, desk.area.id).pop());
            storage::record::insert_outcome(connection, &outcome).await?;
            log(EditKind::Outcome).append(connection, before, &outcome, &[]).await?;
        }
        Addition::Phase(phase) => {
            let of_area = own.map(|own| phase::of_area(&known.phases, own, desk.area.id)).unwrap_or_default();
            let before = of_area.into_iter().find(|before| before.kind == phase.kind);
            storage::record::insert_phase(connection, &phase).await?;
            log(EditKind::Phase).append(connection, before, &phase, &[]).await?;
        }
        Addition::Measure(measure) => {
            let id = storage::record::insert_measure(connection, &measure).await?;
            let measure = Measure { id, ..measure };
            log(EditKind::Measure).append(connection, None, &measure, &measure.areas).await?;
        }
        Addition::Agreement(new) => {
            let agreement = agreement(connection, desk.rollout, desk.clock, new).await?;
            let id = storage::record::insert_agreement(connection, &agreement).await?;
            let agreement = Agreement { id, ..agreement };
            log(EditKind::Agreement).append(connection, None, &agreement, &agreement.areas).await?;
        }
        Addition::Base(new) => {
            let campaign = campaign.ok_or(RecordError::NotFound)?;
            let before = known.base_of(desk.area.id, campaign.unit);
            let base = base(connection, desk.area.id, campaign, new).await?;
            log(EditKind::Base).append(connection, before, &base, &[]).await?;
        }
        Addition::Correction(new) => correct(connection, desk, new, reason.unwrap_or_default()).await?,
        Addition::Fact(..) => return Err(RecordError::Malformed),
    }
    Ok(())
}

/// An entry of the change log in the making.
struct Entry<'a> {
    desk: &'a AreaDesk<'a>,
    kind: EditKind,
    campaign: Option<&'a Campaign>,
    reason: Option<String>,
}

impl Entry<'_> {
    /// What concerns all areas of the campaign goes by the campaign's name, else by the area's.
    async fn append<T: Serialize>(
        self,
        connection: &mut Connection,
        old: Option<&T>,
        new: &T,
        areas: &[AreaId],
    ) -> Result<(), StorageError> {
        let Self { desk, kind, campaign, reason } = self;
        let whole = campaign.filter(|campaign| campaign.areas == areas && areas != [desk.area.id]);
        let change = Change {
            who: desk.actor.name().to_owned(),
            at: desk.clock.now(),
            what: kind.what().to_owned(),
            which: whole.map_or(&desk.area.slug, |campaign| &campaign.slug).to_string(),
            old: old.map(|old| json(kind.what(), old)).transpose()?,
            new: Some(json(kind.what(), new)?),
            why: reason,
        };
        change_log::append(connection, &change).await
    }
}

/// The agreement with its partner: one that is known under this name, or a new one.
async fn agreement(
    connection: &mut Connection,
    rollout: &Rollout,
    clock: &Clock,
    new: NewAgreement,
) -> Result<Agreement, RecordError> {
    let NewAgreement { kind, partner, areas, signed, effective_from, ends_on, conditions, note, link, source } = new;
    let key = name::key(&partner);
    let known = rollout.operators.iter().find(|operator| name::key(&operator.name) == key);
    let partner = match known {
        Some(operator) => operator.id,
        None => {
            let slug = Slug::of_name(&partner)
                .map_err(|_| RecordError::Invalid(vec![(Field::Partner, Problem::Form(FormProblem::Missing))]))?;
            let operator = Operator { id: OperatorId(0), slug, name: partner };
            storage::area::insert_operator(connection, &operator).await?
        }
    };
    let known_on = clock.today();
    Ok(Agreement {
        id: AgreementId(0),
        kind,
        partner,
        areas,
        signed,
        effective_from,
        ends_on,
        known_on,
        conditions,
        note,
        link,
        source,
        withdrawn: None,
    })
}

async fn base(
    connection: &mut Connection,
    area: AreaId,
    campaign: &Campaign,
    new: NewBase,
) -> Result<Base, StorageError> {
    let NewBase { count, as_of, estimated_by, source } = new;
    let base = Base { id: BaseId(0), count, unit: campaign.unit, as_of, estimated_by, source };
    let id = storage::area::insert_base(connection, area, &base).await?;
    Ok(Base { id, ..base })
}

/// A later base rewrites nothing: the correction is counted against that of the corrected reading.
async fn correct(
    connection: &mut Connection,
    desk: &AreaDesk<'_>,
    new: NewReading,
    reason: String,
) -> Result<(), RecordError> {
    let NewReading { of, as_of, stage, value, note, source } = new;
    let corrected = desk.rollout.readings.iter().find(|record| record.id == of).ok_or(RecordError::NotFound)?;
    let unit = desk.rollout.campaigns.iter().find(|campaign| campaign.id == corrected.campaign).map(|one| one.unit);
    let newest = || desk.rollout.base_of(desk.area.id, unit?);
    let base = corrected.reading.base().or_else(newest).cloned();
    let mut reading = Reading::new(as_of, stage, value, base, source)
        .map_err(|error| RecordError::Invalid(vec![(Field::Value, readings::unfit(error))]))?;
    reading.note = note;
    // What was invented does not become a fact by a better invention.
    reading.sample = corrected.reading.sample;
    let record = Record {
        id: ReadingId(0),
        recorded_at: desk.clock.recording_instant(),
        corrects: Some(Correction { of, reason }),
        reading,
        ..corrected.clone()
    };
    let mut log = LogEnd::find(connection).await?;
    readings::record(connection, &mut log, desk.actor, desk.rollout, &record, None, desk.clock.now()).await?;
    Ok(())
}
