//! What has changed since the last visit.

use leptos::prelude::*;

use crate::presentation::today_view::{NewsEntry, TodayView};

/// The table.
pub fn panel(view: &TodayView) -> impl IntoView + use<> {
    let news = view.news.clone();
    let rows: Vec<_> = news.entries.into_iter().map(row).collect();
    let empty = rows.is_empty();
    view! {
        <section class="pan news">
            <header>
                <h2 id="neu-titel">{news.title}</h2>
                <p class="soft">{news.note}</p>
                <p class="end"><a href="/arbeit/protokoll">"Ganzes Protokoll"</a></p>
            </header>
            <div class="tw" tabindex="0" role="region" aria-labelledby="neu-titel" hidden=empty>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Wann"</th>
                            <th scope="col">"Wer"</th>
                            <th scope="col">"Was"</th>
                            <th scope="col">"alt → neu"</th>
                            <th scope="col">"Grund"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(entry: NewsEntry) -> impl IntoView {
    view! {
        <tr>
            <td>{entry.when}</td>
            <td>{entry.who}</td>
            <td>{entry.what}</td>
            <td>{entry.values}</td>
            <td class="wide">{entry.why}</td>
        </tr>
    }
}
