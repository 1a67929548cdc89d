//! The forms of measures, agreements and withdrawals, which areas and the town share.

use jiff::civil::Date;

use super::{
    date,
    lang::Lang,
    record_fields::{Texts, some, when, word},
    record_forms::{choice, day, long, text},
    record_view::FieldView,
    table::EditView,
    words,
};
use crate::domain::{
    agreement::{Agreement, AgreementKind},
    edit::{EditKind, Field},
    ids::AreaId,
    measure::{AudienceUnit, Measure, MeasureKind},
    rollout::Rollout,
    subject::Subject,
    withdrawal::{Withdrawable, Withdrawal},
};

const WHEN: &str = "Tag, Monat oder Jahr: 10.11.2023, November 2023, 2025/2026";
const DAY: &str = "zum Beispiel 31.12.2023";
const PUBLIC: &str = "Steht auf der öffentlichen Seite.";
const LINK: &str = "Eine Adresse, die mit https:// beginnt.";

/// The fields of a measure for whom `reach` says.
pub fn measure(reach: FieldView, source: FieldView) -> Vec<FieldView> {
    vec![
        choice(Field::Kind, "Maßnahme", &MEASURES.map(|kind| (kind, words::measure(kind, Lang::De)))),
        text(Field::When, "Wann", WHEN),
        day(Field::EndsOn, "Letzter Tag (freiwillig)", "Nur wenn sie mehrere Tage dauert."),
        reach,
        text(Field::Audience, "Reichweite (freiwillig)", "Wie viele sie erreicht hat, zum Beispiel 1.200."),
        choice(Field::Unit, "Gezählt sind", &AUDIENCES.map(|unit| (unit, words::audience(unit, Lang::De)))),
        text(Field::Link, "Link (freiwillig)", LINK),
        long(Field::Note, "Anmerkung", PUBLIC),
        source,
    ]
}

/// The fields of an agreement about what `reach` says.
pub fn agreement(reach: FieldView, partner: FieldView, source: FieldView) -> Vec<FieldView> {
    vec![
        choice(Field::Kind, "Art", &AGREEMENTS.map(|kind| (kind, words::agreement(kind, Lang::De)))),
        partner,
        text(Field::Signed, "Unterschrieben", WHEN),
        text(Field::EffectiveFrom, "Gilt ab (freiwillig)", "Nur wenn das ein anderer Tag ist als die Unterschrift."),
        day(Field::EndsOn, "Gilt bis (freiwillig)", DAY),
        reach,
        long(Field::Conditions, "Bedingungen (freiwillig)", PUBLIC),
        text(Field::Link, "Link (freiwillig)", LINK),
        long(Field::Note, "Anmerkung (freiwillig)", PUBLIC),
        source,
    ]
}

/// The fields of a withdrawal.
pub fn withdrawal() -> Vec<FieldView> {
    vec![
        day(Field::Day, "Ungültig ab", "Gelöscht wird nichts: Der Eintrag bleibt mit diesem Vermerk stehen."),
        long(Field::Reason, "Grund", PUBLIC),
    ]
}

/// With whom: a partner that is known, or a new one.
pub fn partner(known: &Rollout) -> FieldView {
    let suggestions = known.operators.iter().map(|operator| operator.name.clone()).collect();
    FieldView { suggestions, ..text(Field::Partner, "Partner", "Ein neuer Name legt einen neuen Partner an.") }
}

/// For which areas, by their names.
pub fn areas(known: &Rollout) -> FieldView {
    let names = known.areas.iter().filter(|area| area.parent.is_some()).map(|area| area.name.clone());
    let suggestions = known.campaigns.iter().map(|campaign| campaign.name.clone()).chain(names).collect();
    let hint = "Namen mit Kommas dazwischen, auch der einer Kampagne für alle ihre Gebiete. Leer: die ganze Stadt.";
    FieldView { suggestions, ..text(Field::Areas, "Gebiete (freiwillig)", hint) }
}

/// The button that takes an agreement back.
pub fn withdraw_agreement(agreement: &Agreement, today: Date) -> EditView {
    let what = format!("{}, unterschrieben {}", words::agreement(agreement.kind, Lang::De), when(agreement.signed));
    withdraw(Withdrawable::Agreement(agreement.id), &what, today)
}

/// The button that takes a measure back.
pub fn withdraw_measure(measure: &Measure, today: Date) -> EditView {
    let what = format!("{}, {}", words::measure(measure.kind, Lang::De), when(measure.when));
    withdraw(Withdrawable::Measure(measure.id), &what, today)
}

fn withdraw(of: Withdrawable, what: &str, today: Date) -> EditView {
    EditView {
        kind: EditKind::Withdrawal,
        subject: Subject::Town,
        label: "Zurücknehmen".to_owned(),
        title: format!("Zurücknehmen: {what}"),
        fields: vec![(Field::Record, record(of)), (Field::Day, date::digits(today))],
    }
}

/// How a record is named in a form: "agreement 3".
pub fn record(of: Withdrawable) -> String {
    match of {
        Withdrawable::Agreement(id) => format!("agreement {}", id.0),
        Withdrawable::Measure(id) => format!("measure {}", id.0),
    }
}

/// A measure as the texts of its form.
pub fn measure_texts(measure: &Measure, reach: String, rollout: &Rollout) -> Texts {
    let audience = measure.audience;
    vec![
        (Field::Kind, word(&measure.kind)),
        (Field::When, when(measure.when)),
        (Field::EndsOn, measure.until.map(date::digits).unwrap_or_default()),
        (Field::Reach, reach),
        (Field::Areas, area_names(&measure.areas, rollout)),
        (Field::Audience, audience.map(|audience| super::number::count(audience.count, Lang::De)).unwrap_or_default()),
        (Field::Unit, audience.map(|audience| word(&audience.of)).unwrap_or_default()),
        (Field::Link, measure.link.as_ref().map(|link| link.as_str().to_owned()).unwrap_or_default()),
        (Field::Note, measure.note.clone().unwrap_or_default()),
        (Field::Source, measure.source.name.clone()),
    ]
}

/// An agreement as the texts of its form.
pub fn agreement_texts(agreement: &Agreement, reach: String, rollout: &Rollout) -> Texts {
    vec![
        (Field::Kind, word(&agreement.kind)),
        (Field::Partner, rollout.operator_name(agreement.partner)),
        (Field::Signed, when(agreement.signed)),
        (Field::EffectiveFrom, some(agreement.effective_from)),
        (Field::EndsOn, agreement.ends_on.map(date::digits).unwrap_or_default()),
        (Field::Reach, reach),
        (Field::Areas, area_names(&agreement.areas, rollout)),
        (Field::Conditions, agreement.conditions.clone().unwrap_or_default()),
        (Field::Link, agreement.link.as_ref().map(|link| link.as_str().to_owned()).unwrap_or_default()),
        (Field::Note, agreement.note.clone().unwrap_or_default()),
        (Field::Source, agreement.source.name.clone()),
    ]
}

/// A withdrawal as the texts of its form.
pub fn withdrawal_texts(withdrawal: &Withdrawal) -> Texts {
    vec![
        (Field::Record, record(withdrawal.of)),
        (Field::Day, date::digits(withdrawal.from)),
        (Field::Reason, withdrawal.reason.clone()),
    ]
}

/// Areas as they are typed: a campaign's name where they are all of it, else their names. Nothing for the whole town.
pub fn area_names(areas: &[AreaId], rollout: &Rollout) -> String {
    let campaign = rollout.campaigns.iter().find(|campaign| campaign.areas.len() > 1 && campaign.areas == areas);
    if let Some(campaign) = campaign {
        return campaign.name.clone();
    }
    let names = areas.iter().filter_map(|id| rollout.areas.get(*id)).map(|area| area.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

const MEASURES: [MeasureKind; 8] = [
    MeasureKind::InfoEvening,
    MeasureKind::MayorLetter,
    MeasureKind::DistrictHeadLetter,
    MeasureKind::Bulletin,
    MeasureKind::CityMagazine,
    MeasureKind::PressRelease,
    MeasureKind::MunicipalTariffs,
    MeasureKind::Other,
];

const AGREEMENTS: [AgreementKind; 4] =
    [AgreementKind::RightOfWay, AgreementKind::LetterOfIntent, AgreementKind::Cooperation, AgreementKind::Supply];

const AUDIENCES: [AudienceUnit; 3] = [AudienceUnit::Households, AudienceUnit::Copies, AudienceUnit::People];
