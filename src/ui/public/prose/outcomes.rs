//! What came out and what it means; before that, what may come out.

use leptos::{either::Either, prelude::*};

use crate::{
    domain::{outcome::Outcome, status::AreaReport},
    presentation::{date, words},
};

/// The outcomes; nothing without a campaign.
pub fn outcomes(report: &AreaReport) -> Option<impl IntoView + use<>> {
    report.status()?;
    let recorded: Vec<_> = report.outcomes.iter().map(recorded).collect();
    let body = if recorded.is_empty() {
        Either::Left(possible())
    } else {
        Either::Right(view! {
            <h2 id="wn-h">"Was herauskam und was es heißt"</h2>
            <dl class="facts">{recorded}</dl>
        })
    };
    Some(view! {
        <section class="sec" aria-labelledby="wn-h">
            {body}
            <p class="note">
                "Drei verschiedene Dinge: Das Ziel ist erreicht. Der Betreiber sagt den Ausbau zu. Das Netz ist gebaut. Verbindlich ist erst die Zusage."
            </p>
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
    let (what, meaning) = words::outcome(outcome.kind);
    view! {
        <div>
            <dt>{date::when(outcome.when)}</dt>
            <dd>
                <b>{what}</b>
                <span>{meaning}</span>
                {outcome.note.clone().map(|note| view! { <span>{note}</span> })}
                <span class="src">{format!("Quelle: {}", outcome.source.name)}</span>
            </dd>
        </div>
    }
}
