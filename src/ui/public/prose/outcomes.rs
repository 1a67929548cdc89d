//! What came out and what it means; before that, what may come out.

use leptos::{either::EitherOf3, prelude::*};

use crate::{
    domain::{campaign::Target, outcome::Outcome, status::AreaReport},
    presentation::{date, lang::Lang, words},
};

/// The outcomes; nothing without a campaign.
pub fn outcomes(report: &AreaReport) -> Option<impl IntoView + use<>> {
    let (status, _) = report.status()?;
    let recorded: Vec<_> = report.outcomes.iter().map(recorded).collect();
    let body = if !recorded.is_empty() {
        EitherOf3::A(view! {
            <h2 id="wn-h">"Was herauskam und was es heißt"</h2>
            <dl class="facts">{recorded}</dl>
        })
    } else if status.campaign.target == Target::OperatorDecision {
        let who = status.operator.clone();
        EitherOf3::B(view! {
            <h2 id="wn-h">"Wie entschieden wird"</h2>
            <p class="sub">{who}" nennt kein Ziel und entscheidet selbst, ob die Zusagen für einen Ausbau reichen."</p>
        })
    } else {
        EitherOf3::C(possible())
    };
    Some(view! {
        <section class="sec" aria-labelledby="wn-h">
            {body}
        </section>
    })
}

fn possible() -> impl IntoView {
    view! {
        <h2 id="wn-h">"Wenn das Ziel verfehlt wird"</h2>
        <p class="sub">"Dann muss der Betreiber nicht bauen. Entschieden wird nach der Frist. Möglich sind:"</p>
        <ul class="ticks">
            <li><b>"Verlängerung."</b>" Die Frist wird verschoben, die Verträge bleiben."</li>
            <li><b>"Bau trotzdem."</b>" Der Betreiber baut auch mit weniger Verträgen."</li>
            <li><b>"Ende."</b>" Die Kampagne wird eingestellt, die Verträge verfallen."</li>
            <li><b>"Anderer Weg."</b>" Die Stadt prüft Förderung oder andere Unternehmen."</li>
        </ul>
    }
}

fn recorded(outcome: &Outcome) -> impl IntoView + use<> {
    let (what, meaning) = words::outcome(outcome.kind, Lang::De);
    view! {
        <div>
            <dt>{date::when(outcome.when, Lang::De)}</dt>
            <dd>
                <b>{what}</b>
                <span>{meaning}</span>
                {outcome.note.clone().map(|note| view! { <span>{note}</span> })}
                <span class="src">{format!("Quelle: {}", outcome.source.name)}</span>
            </dd>
        </div>
    }
}
