//! The forms of measures, agreements and withdrawals, which areas and the town share.

use super::{Addition, Field, NewAgreement, Read, fields::Fields};
use crate::domain::{
    area::Slug,
    fact::Says,
    ids::{AgreementId, AreaId, MeasureId},
    import::FormProblem,
    measure::{Audience, Measure, MeasureKind},
    rollout::Rollout,
    subject::Subject,
    typed::shortened,
    when::When,
    withdrawal::{Withdrawable, Withdrawal},
};

/// A measure for these areas.
pub fn measure(fields: &mut Fields, areas: Option<Vec<AreaId>>) -> Read {
    let (kind, when) = (fields.chosen(Field::Kind), fields.when(Field::When));
    let until = fields.some_day(Field::EndsOn);
    if let (Some(start), Some(end)) = (when, until)
        && (end <= start.first_day() || !matches!(start, When::Day(_)))
    {
        fields.fault(Field::EndsOn, FormProblem::EndBeforeStart { start });
    }
    let audience = audience(fields);
    // "Something else" says nothing without its note.
    let note = if kind == Some(MeasureKind::Other) { fields.needed(Field::Note) } else { fields.text(Field::Note) };
    let (link, source, known_on) = (fields.link(), fields.source(), fields.today);
    let measure = Measure {
        id: MeasureId(0),
        kind: kind?,
        when: when?,
        until,
        areas: areas?,
        audience,
        known_on,
        note,
        link,
        source: source?,
        withdrawn: None,
    };
    Some((Addition::Measure(measure), None))
}

/// How many it reached: a number and what was counted, or neither.
fn audience(fields: &mut Fields) -> Option<Audience> {
    let count = fields.some_count(Field::Audience)?;
    if count == 0 {
        fields.fault(Field::Audience, FormProblem::NoBase);
        return None;
    }
    Some(Audience { count, of: fields.chosen(Field::Unit)? })
}

/// An agreement about these areas.
pub fn agreement(fields: &mut Fields, areas: Option<Vec<AreaId>>) -> Read {
    let (kind, partner) = (fields.chosen(Field::Kind), fields.needed(Field::Partner));
    if let Some(text) = partner.as_ref().filter(|name| Slug::of_name(name).is_err()) {
        fields.fault(Field::Partner, FormProblem::NoLatinLetter { text: shortened(text) });
    }
    let (signed, effective_from) = (fields.when(Field::Signed), fields.some_when(Field::EffectiveFrom));
    let ends_on = fields.some_day(Field::EndsOn);
    fields.past(Field::Signed, signed);
    if let (Some(start), Some(end)) = (effective_from.or(signed), ends_on)
        && end < start.first_day()
    {
        fields.fault(Field::EndsOn, FormProblem::EndBeforeStart { start });
    }
    let (conditions, note, link) = (fields.text(Field::Conditions), fields.text(Field::Note), fields.link());
    let source = fields.source();
    let agreement = NewAgreement {
        kind: kind?,
        partner: partner?,
        areas: areas?,
        signed: signed?,
        effective_from,
        ends_on,
        conditions,
        note,
        link,
        source: source?,
    };
    Some((Addition::Agreement(agreement), None))
}

/// That a wrong agreement or measure no longer holds. Its reason is for the reader of the public page too.
pub fn withdrawal(fields: &mut Fields, rollout: &Rollout) -> Read {
    let of = fields.needed(Field::Record).as_deref().and_then(record);
    let there = match of {
        Some(Withdrawable::Agreement(id)) => rollout.agreements.iter().any(|agreement| agreement.id == id),
        Some(Withdrawable::Measure(id)) => rollout.measures.iter().any(|measure| measure.id == id),
        None => false,
    };
    if !there {
        fields.fault(Field::Record, FormProblem::NoSuchRecord);
    }
    let (from, reason) = (fields.day(Field::Day), fields.reason(true));
    let (of, from, reason) = (of.filter(|_| there)?, from?, reason?);
    let says = Says::Withdrawal(Withdrawal { of, from, reason: reason.clone() });
    Some((Addition::Fact(Subject::Town, says), Some(reason)))
}

/// Which record a text names: "agreement 3", "measure 12".
fn record(text: &str) -> Option<Withdrawable> {
    let (kind, number) = text.split_once(' ')?;
    let number: i64 = number.parse().ok()?;
    match kind {
        "agreement" => Some(Withdrawable::Agreement(AgreementId(number))),
        "measure" => Some(Withdrawable::Measure(MeasureId(number))),
        _ => None,
    }
}
